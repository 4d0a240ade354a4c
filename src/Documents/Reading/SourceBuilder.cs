namespace JointMeeting.Documents.Reading;

/// <summary>A cell as a file gives it: where it starts (from 0), how far it reaches, and its paragraphs.</summary>
internal sealed record DraftCell(int Row, int Column, int RowSpan, int ColumnSpan, IReadOnlyList<string> Paragraphs);

/// <summary>Collects paragraphs and tables in reading order, within bounds, and makes them a source.</summary>
internal sealed class SourceBuilder
{
    /// <summary>About 5,000 pages: no notice is longer, but a file made to exhaust memory is.</summary>
    private const int LargestText = 5_000_000;
    public const int MostLines = 300_000;

    private readonly List<SourceLine> lines = [];
    private readonly List<string> notices = [];
    private int paragraphs;
    private int tables;
    private long length;

    public void Notice(string notice)
    {
        if (!notices.Contains(notice))
            notices.Add(notice);
    }

    public void Paragraph(string text)
    {
        paragraphs++;
        foreach (var line in text.Split(SourceText.LineEnds, StringSplitOptions.None))
            Line(line, new ParagraphOrigin(paragraphs));
    }

    /// <summary>A table of one column is a frame around paragraphs.</summary>
    public void Table(IReadOnlyList<DraftCell> cells, string? sheet = null)
    {
        if (cells.Count == 0)
            return;
        if (cells.All(cell => cell.Column == 0) && sheet is null)
        {
            foreach (var paragraph in cells.SelectMany(cell => cell.Paragraphs))
                Paragraph(paragraph);
            return;
        }
        tables++;
        foreach (var cell in cells)
        {
            var origin = new CellOrigin(tables, cell.Row + 1, cell.Column + 1, cell.RowSpan, cell.ColumnSpan, sheet);
            foreach (
                var text in cell.Paragraphs.SelectMany(text => text.Split(SourceText.LineEnds, StringSplitOptions.None))
            )
                if (!string.IsNullOrWhiteSpace(text))
                    Line(text.Replace('\t', ' '), origin);
        }
    }

    /// <exception cref="ImportRefusedException">Nothing was found, or a mark of secrecy.</exception>
    public SourceText Build(string kind)
    {
        Refusals.RefuseEmptyOrClassified(string.Join('\n', lines.Select(line => line.Text)));
        return new(lines, kind, notices);
    }

    public void Line(string text, Origin origin)
    {
        length += text.Length;
        if (length > LargestText || lines.Count >= MostLines)
            throw TooMuch();
        lines.Add(new(lines.Count + 1, WithoutControls(text), origin));
    }

    /// <summary>For text that is there as a whole: before anything is made of each of its lines.</summary>
    /// <exception cref="ImportRefusedException">It is longer than any notice.</exception>
    public static void RefuseTooMuch(string text)
    {
        if (text.Length > LargestText || text.AsSpan().Count('\n') + text.AsSpan().Count('\r') > 2 * MostLines)
            throw TooMuch();
    }

    public static ImportRefusedException TooMuch() =>
        new(
            RefusalCode.TooLarge,
            "文件展开后的内容过多(超过 500 万字或 30 万行),已停止读取。请只保留通知正文和附表后再导入。"
        );

    private static string WithoutControls(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u0008')
        || text.AsSpan().ContainsAnyInRange('\u000e', '\u001f')
        || text.Contains('\u007f')
            ? string.Concat(text.Where(sign => sign >= ' ' && sign != '\u007f' || sign == '\t'))
            : text;
}
