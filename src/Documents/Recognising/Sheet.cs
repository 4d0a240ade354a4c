using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Recognising;

/// <summary>One line that is not blank, in the views the grammars read.</summary>
internal sealed record Line(int Number, string Spaced, string Squeezed);

/// <summary>The lines of a source without the blank ones, and which of them a grammar has already read.</summary>
internal sealed class Sheet
{
    private static readonly Regex Furniture = new(
        "^(附件下载|相关附件|扫一扫.*|关联解读|相关解读|相关链接|相关文档|打印|关闭|打印本页|关闭窗口|分享到.*|责任编辑.*|当前位置.*|欢迎访问.*|首页.*|左上|底部菜单|版权信息.*|联系电话.*|地址[:：].*|来源[:：].*|作者[:：].*|.{0,6}ICP备.*|上一篇.*|下一篇.*|字体[:：].*|浏览次数.*)$",
        Patterns.Linear
    );
    private static readonly Regex Annex = new(
        "^附件([0-9]{1,2}|[一二三四五六七八九十]{1,2})?[:：]?([^0-9.．、:：。,，的]{2,40})?$",
        Patterns.Linear
    );
    private static readonly Regex Piece = new(
        "^(?<t>[^。;；:：,，]{2,30}?)[(（]?第?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})篇[)）]?$",
        Patterns.Linear
    );
    private readonly HashSet<int> taken = [];

    private readonly List<Line> lines = [];
    private readonly List<Grid> grids = [];

    /// <param name="taught">What people have said certain headings mean.</param>
    public Sheet(SourceText source, IReadOnlyDictionary<string, Column>? taught = null)
    {
        Taught = taught ?? ImmutableDictionary<string, Column>.Empty;
        for (var at = 0; at < source.Lines.Count; )
        {
            var end = at + 1;
            if (source.Lines[at].Origin is CellOrigin cell)
            {
                while (
                    end < source.Lines.Count && source.Lines[end].Origin is CellOrigin next && next.Table == cell.Table
                )
                    end++;
                AddTable([.. source.Lines.Skip(at).Take(end - at)]);
            }
            else if (source.Lines[at].Origin is not PageOrigin { InTable: true })
                Add(source.Lines[at].Number, source.Lines[at].Text);
            at = end;
        }
    }

    public IReadOnlyList<Line> Lines => lines;

    public IReadOnlyDictionary<string, Column> Taught { get; }

    /// <summary>The tables whose cells are known. Their rows also stand among the lines, for grammars that read lines.</summary>
    public IReadOnlyList<Grid> Grids => grids;

    public void Take(int index) => taken.Add(index);

    public bool IsTaken(int index) => taken.Contains(index);

    /// <summary>What a web page adds around a document.</summary>
    public static bool IsFurniture(Line line) => line.Squeezed.Length <= 120 && Furniture.IsMatch(line.Squeezed);

    /// <summary>附件1, 附件2 分工表: the start of an annex.</summary>
    public static bool IsAnnexHeading(Line line) => line.Squeezed.Length <= 48 && Annex.IsMatch(line.Squeezed);

    /// <summary>工作汇报 第3篇: the start of a text in a compilation of several; the title they share.</summary>
    public static string? TitleOfPiece(Line line) =>
        line.Squeezed.Length <= 40 && Piece.Match(line.Squeezed) is { Success: true } piece
            ? piece.Groups["t"].Value
            : null;

    /// <summary>A row is a line with tabs between its cells; a row with a cell of several paragraphs is a line for each.</summary>
    private void AddTable(IReadOnlyList<SourceLine> cells)
    {
        var grid = new Grid(cells);
        grids.Add(grid);
        foreach (var row in cells.GroupBy(line => ((CellOrigin)line.Origin).Row))
        {
            var first = lines.Count;
            if (row.GroupBy(line => line.Origin).Any(cell => cell.Skip(1).Any()))
                foreach (var line in row)
                    Add(line.Number, line.Text);
            else
                Add(row.First().Number, string.Join('\t', row.Select(line => line.Text)));
            grid.Shown[row.Key] = [.. Enumerable.Range(first, lines.Count - first)];
        }
    }

    private void Add(int number, string text)
    {
        if (Folding.Squeeze(text) is { Length: > 0 } squeezed)
            lines.Add(new(number, Folding.Spaced(text), squeezed));
    }
}
