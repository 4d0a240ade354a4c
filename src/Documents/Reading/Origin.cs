namespace JointMeeting.Documents.Reading;

/// <summary>Where a line stood in the file it came from; numbers count from 1.</summary>
public abstract record Origin
{
    /// <summary>In Chinese, for a person who has the file open beside the screen.</summary>
    public abstract string Shown { get; }
}

/// <summary>A line of a plain text.</summary>
public sealed record TextLineOrigin(int Line) : Origin
{
    public override string Shown => $"第 {Line} 行";
}

/// <summary>A paragraph of a word file or a web page, counted without the tables.</summary>
public sealed record ParagraphOrigin(int Paragraph) : Origin
{
    public override string Shown => $"第 {Paragraph} 段";
}

/// <summary>A line on a page of a PDF.</summary>
/// <param name="InTable">Part of a table whose cells cannot be told apart: kept for the reader, but no grammar may read facts from it.</param>
public sealed record PageOrigin(int Page, int Line, bool InTable = false) : Origin
{
    public override string Shown => $"第 {Page} 页第 {Line} 行";
}

/// <summary>A cell of a table. A merged cell stands at its first row and column and says how far it reaches.</summary>
/// <param name="Sheet">Name of the worksheet, null outside a workbook.</param>
/// <param name="Merges">Whether the file keeps merged cells: where it does not, as in a paste, an empty cell may be part of the one above.</param>
public sealed record CellOrigin(
    int Table,
    int Row,
    int Column,
    int RowSpan = 1,
    int ColumnSpan = 1,
    string? Sheet = null,
    bool Merges = true
) : Origin
{
    public override string Shown => (Sheet is null ? $"表 {Table}" : $"工作表“{Sheet}”") + $"第 {Row} 行第 {Column} 列";
}
