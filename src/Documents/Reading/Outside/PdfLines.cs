using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Reading.Outside;

/// <summary>
/// Lines of a page as set, to paragraphs: a line that fills the page goes on in the next one. The cells of a table cannot
/// be told apart in set lines, so from the header of a task table on nothing is offered for recognising.
/// </summary>
internal static class PdfLines
{
    /// <summary>Share of the widest line from which a line counts as full, for the last sign may not have found room.</summary>
    private const double Full = 0.93;
    private const int NarrowestPage = 40;

    private static readonly Regex PageNumber = new("^[-—－·. 第]*[0-9]{1,4}[-—－·. 页]*$", Patterns.Linear);
    private static readonly Regex Starts = new(
        "^([一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,3}[.．、]|附 *件)",
        Patterns.Linear
    );
    private static readonly Regex Annex = new("^附 *件 *[0-9一二三四五六七八九十]{0,2}[:：]?$", Patterns.Linear);

    private sealed record Set(string Text, PageOrigin Origin, int Indent, int Width);

    public static void Add(string[] pages, SourceBuilder builder)
    {
        var lines = pages.SelectMany(Lines).ToList();
        var (table, widest) = (
            false,
            lines.Where(line => !IsSpaced(line.Text)).Select(line => line.Width).DefaultIfEmpty().Max()
        );
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            table = !Annex.IsMatch(line.Text) && (table || IsTableHeader(line.Text));
            if (table)
            {
                builder.Notice(
                    $"第 {line.Origin.Page} 页有表格,由 PDF 不能可靠还原,未识别。请从 WPS 中复制表格粘贴,或索取 DOCX、XLSX 后再导入。"
                );
                builder.Line(line.Text, line.Origin with { InTable = true });
                continue;
            }
            var text = line.Text;
            while (at + 1 < lines.Count && widest >= NarrowestPage && GoesOn(lines[at], lines[at + 1], widest))
                text += lines[++at].Text;
            builder.Line(text, line.Origin);
        }
    }

    private static IEnumerable<Set> Lines(string page, int number)
    {
        var kept = page.Split('\n')
            .Index()
            .Where(line => line.Item.Trim().Length > 0 && !PageNumber.IsMatch(line.Item.Trim()))
            .ToList();
        var margin = kept.Select(line => Indent(line.Item)).DefaultIfEmpty().Min();
        return kept.Select(line => new Set(
            line.Item.Trim(),
            new(number + 1, line.Index + 1),
            Indent(line.Item) - margin,
            Width(line.Item.TrimEnd()) - margin
        ));
    }

    private static bool GoesOn(Set line, Set next, int widest) =>
        !IsSpaced(line.Text)
        && line.Width >= widest * Full
        && next.Indent < 2
        && !Starts.IsMatch(next.Text)
        && !IsTableHeader(next.Text)
        && !IsSpaced(next.Text);

    private static bool IsSpaced(string text) => text.Contains("   ");

    private static bool IsTableHeader(string text)
    {
        var cells = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return cells.Length is > 1 and < 12
            && TaskColumns.IsTaskTable([.. cells.Select(TaskColumns.Read).OfType<Column>()]);
    }

    private static int Indent(string line) => Width(line[..^line.TrimStart().Length]);

    /// <summary>In half-width signs.</summary>
    private static int Width(string line) => line.Sum(sign => sign >= '\u2e80' ? 2 : 1);
}
