using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>
/// Lines that no grammar took although they look as if one should: runs of short lines or of tabs that seem to be a table, and
/// sentences outside the clauses that set a time.
/// </summary>
internal static class UnreadLines
{
    private const int LongestCell = 24;
    private const int FewestCells = 6;
    private const int FewestNumbers = 3;
    private const int FewestRows = 2;
    private const int FewestTabs = 2;
    private static readonly Regex Ends = new("[。；;：:，,]$", Patterns.Linear);
    private static readonly Regex Past = new("截至|截止|以来|已于|印发的|召开了|同比", Patterns.Linear);

    public static IEnumerable<LeftOut> Find(Sheet sheet, Body body, IReadOnlySet<int> read, DateOnly? issued) =>
        [
            .. Runs(sheet, at => IsCell(sheet.Lines[at]))
                .Where(run =>
                    run.Count >= FewestCells && run.Count(line => CellNumber.Is(line.Squeezed)) >= FewestNumbers
                )
                .Select(run => Of("像是一格一行的表格,没有读入", run)),
            .. Runs(sheet, at => sheet.Lines[at].Spaced.Count(sign => sign == '\t') >= FewestTabs)
                .Where(run => run.Count >= FewestRows && !run.Exists(Metadata.IsField))
                .Select(run => Of("像是表格的行,没有读入", run)),
            .. body
                .Passages.Where(passage => !read.Contains(passage.Line) && SetsATime(passage.Text, issued))
                .Select(passage => new LeftOut(
                    "写有时限,没有读成条款或报送事项",
                    Folding.Squeeze(passage.Text),
                    passage.Line
                )),
            .. body
                .Passages.Where(passage =>
                    passage.Section.Length == 0 && !read.Contains(passage.Line) && SetsAFigure(passage.Text)
                )
                .Select(passage => new LeftOut(
                    "写有数值要求,不在任何标题之下,没有读作目标",
                    Folding.Squeeze(passage.Text),
                    passage.Line
                )),
        ];

    private static bool SetsAFigure(string text) =>
        !Past.IsMatch(text)
        && FigureScan.Find(FigureScan.Open(text)).Any(figure => figure is { Op: not null, IsListed: false });

    private static bool IsCell(Line line) =>
        line.Squeezed.Length <= LongestCell && !Ends.IsMatch(line.Squeezed) && !line.Spaced.Contains('\t');

    private static bool SetsATime(string text, DateOnly? issued) =>
        !Past.IsMatch(text)
        && TimeMentions
            .Find(text, issued)
            .Any(time =>
                time.Value is { Kind: DeadlineKind.By or DeadlineKind.Relative } && !(time.Value.Date < issued)
            );

    private static LeftOut Of(string what, List<Line> run) =>
        new(what, string.Join(' ', run.Select(line => line.Squeezed)), run[0].Number);

    /// <summary>Lines in a row that no grammar took and that meet a condition.</summary>
    private static IEnumerable<List<Line>> Runs(Sheet sheet, Func<int, bool> meets)
    {
        var run = new List<Line>();
        for (var at = 0; at <= sheet.Lines.Count; at++)
            if (at < sheet.Lines.Count && !sheet.IsTaken(at) && !Sheet.IsFurniture(sheet.Lines[at]) && meets(at))
                run.Add(sheet.Lines[at]);
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
    }
}
