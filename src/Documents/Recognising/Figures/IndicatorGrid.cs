using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A table with a row for each indicator: its name, the value aimed at, perhaps the value reached and the year before's.</summary>
internal static class IndicatorGrid
{
    private static readonly Regex Name = new(
        "^(考核|主要|年度|工作|核心|具体|目标|量化|分项|民生)*(指标|项目|任务|实事)(项目?|名称|内容|事项)?$",
        Patterns.Linear
    );
    private static readonly Regex UnitHeading = new("^(计量)?单位$", Patterns.Linear);
    private static readonly Regex UnitInName = new("[(（](单位[:：])?(?<u>[^()（）]{1,8})[)）]$", Patterns.Linear);
    private static readonly Regex SoFar = new("累计|截至|全年|^(年度)?(实际)?完成", Patterns.Linear);

    public static bool IsName(string squeezed) => Name.IsMatch(squeezed);

    /// <summary>Takes up what the rows below a header hold; nothing where it is no header.</summary>
    public static void Read(
        Sheet sheet,
        Grid grid,
        int header,
        List<Target> targets,
        List<Indicator> indicators,
        List<Finding> findings
    )
    {
        if (grid.Row(header).FirstOrDefault(cell => Name.IsMatch(cell.Squeezed)) is not { } name)
            return;
        header = name.Place.Row + name.Place.RowSpan - 1;
        List<int> body = [.. grid.Rows.Where(row => row > header)];
        var columns = QuotaColumns.Of(sheet, grid, name, header, body);
        var pairs = new QuotaPairs(grid, body, columns);
        var results = columns.FindAll(column => column.Kind is QuotaKind.Reached);
        var reached = results.FindLast(column => SoFar.IsMatch(column.Name)) ?? results.LastOrDefault();
        var goal =
            (reached is null ? null : pairs.GoalOf(reached)) ?? columns.Find(column => column.Kind is QuotaKind.Goal);
        if ((goal ?? reached) is null)
            return;
        var earlier = columns.Find(column => column.Kind is QuotaKind.Earlier);
        var counted = grid.Row(header).FirstOrDefault(cell => UnitHeading.IsMatch(cell.Squeezed));
        foreach (var row in body)
        {
            if (grid.Below(row, name) is not { Squeezed.Length: > 0 } called)
                continue;
            CellNumber? Value(QuotaColumn? column) =>
                column is null ? null : CellNumber.Read(grid.Below(row, column.Cell));
            var (aimed, done) = (Value(goal), Value(reached));
            var unit = UnitInName.Match(called.Squeezed) is { Success: true } named ? named.Groups["u"].Value : null;
            unit ??= aimed?.Unit ?? done?.Unit ?? UnitBeside(grid, row, counted) ?? (goal ?? reached)!.Unit;
            var text = string.Join(' ', grid.Row(row).Select(cell => cell.Squeezed).Where(cell => cell.Length > 0));
            if (reached is not null && (aimed ?? done) is not null)
                indicators.Add(Indicator(indicators.Count + 1, called, unit, text, aimed, done, Value(earlier)));
            else if (aimed is not null)
                targets.Add(
                    new(
                        null,
                        null,
                        "",
                        Bare(called),
                        null,
                        text,
                        aimed.Op ?? "=",
                        [aimed.Value],
                        unit,
                        called.Line,
                        null
                    )
                );
        }
        findings.AddRange(QuotaRates.ThatDiffer(grid, body, name, columns, pairs));
    }

    private static string? UnitBeside(Grid grid, int row, GridCell? column) =>
        column is not null && grid.Below(row, column) is { Squeezed.Length: > 0 and <= 8 } unit
            ? unit.Squeezed.Replace('％', '%')
            : null;

    private static Indicator Indicator(
        int number,
        GridCell name,
        string? unit,
        string raw,
        CellNumber? goal,
        CellNumber? reached,
        CellNumber? earlier
    )
    {
        var op = goal is null ? null : goal.Op ?? ">=";
        var known = goal is not null && reached is not null;
        return new(
            $"T-{number}",
            "",
            null,
            Bare(name),
            raw,
            goal?.Value,
            null,
            op,
            unit,
            reached?.Value,
            earlier?.Value,
            null,
            null,
            [],
            reached is null,
            null,
            !known ? null
                : op is "<=" or "<" ? reached!.Value <= goal!.Value
                : reached!.Value >= goal!.Value,
            known ? MetBasis.Figures : null,
            null,
            name.Line
        );
    }

    private static string Bare(GridCell name) => UnitInName.Replace(name.Squeezed, "");
}
