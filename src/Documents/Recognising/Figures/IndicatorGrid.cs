using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A table with a row for each indicator: its name, the value aimed at, perhaps the value reached and the year before's.</summary>
internal static class IndicatorGrid
{
    private static readonly Regex Name = Of("(考核|主要|年度|工作|核心|具体)?指标(名称|内容)?|项目(名称)?");
    private static readonly Regex Goal = Of(
        "((19|20)[0-9]{2}年)?((年度|计划|考核|预期|任务|工作)?目标(值|数)?|计划(数|值)|任务(数|值|量)|年度(任务|计划))"
    );
    private static readonly Regex Reached = Of(
        "((19|20)[0-9]{2}年)?((实际|累计|年度|已)?完成(值|数|情况|量)|实际(值|数|完成)|实绩)"
    );
    private static readonly Regex Earlier = Of("(上年|去年|上年度|上年同期|同期)(实际)?(值|数|完成值|完成数)?");
    private static readonly Regex UnitHeading = Of("(计量)?单位");
    private static readonly Regex UnitInName = new("[(（](?<u>[^()（）]{1,8})[)）]$", Patterns.Linear);

    public static bool IsName(string squeezed) => Name.IsMatch(squeezed);

    /// <summary>Takes up what the rows below a header hold; nothing where it is no header.</summary>
    public static void Read(Grid grid, int header, List<Target> targets, List<Indicator> indicators)
    {
        GridCell? With(Regex words) => grid.Row(header).FirstOrDefault(cell => words.IsMatch(cell.Squeezed));
        if (With(Name) is not { } name || (With(Goal) ?? With(Reached)) is null)
            return;
        foreach (var row in grid.Rows.Where(row => row > header))
        {
            if (grid.Below(row, name) is not { Squeezed.Length: > 0 } called)
                continue;
            CellNumber? Value(GridCell? column) => column is null ? null : CellNumber.Read(grid.Below(row, column));
            var (goal, reached) = (Value(With(Goal)), Value(With(Reached)));
            var unit = UnitInName.Match(called.Squeezed) is { Success: true } named ? named.Groups["u"].Value : null;
            unit ??= goal?.Unit ?? reached?.Unit ?? UnitBeside(grid, row, With(UnitHeading));
            var text = string.Join(' ', grid.Row(row).Select(cell => cell.Squeezed).Where(cell => cell.Length > 0));
            if (With(Reached) is not null)
                indicators.Add(
                    Indicator(indicators.Count + 1, called, unit, text, goal, reached, Value(With(Earlier)))
                );
            else if (goal is not null)
                targets.Add(
                    new(null, null, "", Bare(called), null, text, goal.Op ?? "=", [goal.Value], unit, called.Line, null)
                );
        }
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

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
