using System.Globalization;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>What tables of figures hold.</summary>
internal sealed record GridFigures(
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Finding> Findings
);

/// <summary>Tables of quotas (各区县任务分配) and of indicators (指标, 目标值, 完成值) whose cells are known.</summary>
internal static class FigureGrids
{
    private const int RowsAboveHeader = 4;
    private static readonly Regex Name = Of("(考核|主要|年度|工作)?指标(名称|内容)?|项目(名称)?");
    private static readonly Regex Goal = Of("(年度|计划|考核)?目标(值|数)?|计划数|任务数|年度任务");
    private static readonly Regex Reached = Of("(实际|累计|年度)?完成(值|数|情况|量)|实际(值|数)|实绩");
    private static readonly Regex Earlier = Of("(上年|去年|上年同期|同期)(值|数|完成值)?");
    private static readonly Regex Value = new(
        "^(?<op>≥|≤|>|<|不低于|不少于|不高于|不超过)?(?<n>[0-9]+(\\.[0-9]+)?)(?<u>%|％|[\u4e00-\u9fa5]{1,4})?(以上)?$",
        Patterns.Linear
    );
    private static readonly Regex UnitInName = new("[(（](?<u>[^()（）]{1,8})[)）]$", Patterns.Linear);

    public static GridFigures Take(Sheet sheet)
    {
        var (targets, indicators, findings) = (new List<Target>(), new List<Indicator>(), new List<Finding>());
        foreach (var grid in sheet.Grids.Where(grid => !grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken))))
        {
            if (QuotaGrid.Read(sheet, grid) is { } quotas)
            {
                targets.AddRange(quotas.Figures.Targets);
                indicators.AddRange(quotas.Figures.Indicators);
                findings.AddRange(quotas.Figures.Findings);
                TakeFrom(sheet, grid, quotas.FirstRow);
                continue;
            }
            foreach (var row in grid.Rows.Take(RowsAboveHeader))
            {
                var before = targets.Count + indicators.Count;
                ReadIndicators(grid, row, targets, indicators);
                if (targets.Count + indicators.Count == before)
                    continue;
                TakeFrom(sheet, grid, row);
                break;
            }
        }
        foreach (var flat in FlatQuotas.Find(sheet))
            if (QuotaGrid.Read(sheet, flat) is { } quotas)
            {
                targets.AddRange(quotas.Figures.Targets);
                indicators.AddRange(quotas.Figures.Indicators);
                findings.AddRange(quotas.Figures.Findings);
                TakeFrom(sheet, flat, quotas.FirstRow);
            }
        return new(targets, indicators, findings);
    }

    private static void TakeFrom(Sheet sheet, Grid grid, int row)
    {
        foreach (var line in grid.Shown.Where(shown => shown.Key >= row).SelectMany(shown => shown.Value))
            sheet.Take(line);
    }

    private static void ReadIndicators(Grid grid, int header, List<Target> targets, List<Indicator> indicators)
    {
        GridCell? With(Regex words) => grid.Row(header).FirstOrDefault(cell => words.IsMatch(cell.Squeezed));
        if (With(Name) is not { } name || (With(Goal) ?? With(Reached)) is null)
            return;
        foreach (var row in grid.Rows.Where(row => row > header))
        {
            if (In(grid, row, name) is not { Squeezed.Length: > 0 } called)
                continue;
            var goal = Read(grid, row, With(Goal));
            var reached = Read(grid, row, With(Reached));
            var unit = UnitInName.Match(called.Squeezed) is { Success: true } named ? named.Groups["u"].Value : null;
            unit ??= Unit(goal) ?? Unit(reached);
            var text = string.Join(' ', grid.Row(row).Select(cell => cell.Squeezed).Where(cell => cell.Length > 0));
            if (With(Reached) is not null)
                indicators.Add(
                    Indicator(indicators.Count + 1, called, unit, text, goal, reached, Read(grid, row, With(Earlier)))
                );
            else if (goal is not null)
                targets.Add(
                    new(
                        null,
                        null,
                        "",
                        Bare(called),
                        null,
                        text,
                        Op(goal) ?? "=",
                        [Number(goal)],
                        unit,
                        called.Line,
                        null
                    )
                );
        }
    }

    private static Indicator Indicator(
        int number,
        GridCell name,
        string? unit,
        string raw,
        Match? goal,
        Match? reached,
        Match? earlier
    )
    {
        decimal? target = goal is null ? null : Number(goal);
        decimal? actual = reached is null ? null : Number(reached);
        var op = goal is null ? null : Op(goal) ?? ">=";
        var known = target is not null && actual is not null;
        return new(
            $"T-{number}",
            "",
            null,
            Bare(name),
            raw,
            target,
            null,
            op,
            unit,
            actual,
            earlier is null ? null : Number(earlier),
            null,
            null,
            [],
            actual is null,
            null,
            !known ? null
                : op is "<=" or "<" ? actual <= target
                : actual >= target,
            known ? MetBasis.Figures : null,
            null,
            name.Line
        );
    }

    private static Match? Read(Grid grid, int row, GridCell? column) =>
        column is not null && In(grid, row, column) is { } cell && Value.Match(cell.Squeezed) is { Success: true } value
            ? value
            : null;

    private static GridCell? In(Grid grid, int row, GridCell column) =>
        grid.Within(row, column.Place.Column, column.LastColumn).FirstOrDefault();

    private static string Bare(GridCell name) => UnitInName.Replace(name.Squeezed, "");

    private static string? Unit(Match? value) =>
        value is { } && value.Groups["u"].Length > 0 ? value.Groups["u"].Value.Replace('％', '%') : null;

    private static decimal Number(Match value) =>
        decimal.Parse(value.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    private static string? Op(Match value) =>
        value.Groups["op"].Value switch
        {
            "≥" or "不低于" or "不少于" => ">=",
            "≤" or "不高于" or "不超过" => "<=",
            ">" => ">",
            "<" => "<",
            _ => value.Value.EndsWith("以上") ? ">=" : null,
        };

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
