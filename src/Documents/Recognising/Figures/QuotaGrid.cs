using System.Globalization;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// A table with a row for each sub-unit (区县, 乡镇, 学校): quotas, or quotas beside what was reached. Headings may stand in
/// two rows, one over several columns.
/// </summary>
internal static class QuotaGrid
{
    private const int LinesOfACaption = 3;
    private const int EnoughNumbers = 2;
    private static readonly Regex Scope = Of(
        "(各)?(县区|区县|县市区|市县区?|县[(（]?市[)）]?、?区[)）]?|县[(（]市、区[)）]|市[(（]县、区[)）]|地区|乡镇|镇乡|镇街|街镇|乡镇[(（]街道[)）]|镇[(（]街道[)）]|街道|学校|院校|市州|区域|单位|片区|园区|社区|企业|医院)(名称)?"
    );
    private static readonly Regex Unit = new("[(（](单位[:：])?(?<u>[^()（）]{1,8})[)）]", Patterns.Linear);
    private static readonly Regex IsShare = new("率|比重|占比|比例|[%％]|排名|位次|得分|名次", Patterns.Linear);
    private static readonly Regex IsGoal = new("任务|指标|计划|名额|目标|分配|应", Patterns.Linear);
    private static readonly Regex IsReached = new(
        "实际|完成(数|值|情况|量)|^完成|实绩|已完成|累计|实[招有到]",
        Patterns.Linear
    );
    private static readonly Regex Total = Of("合计|总计|小计|全[市县区省](合计)?");
    private static readonly Regex Number = new(
        "^(?<op>≥|≤|>|<|不低于|不少于|不高于|不超过)?(?<n>[0-9]{1,3}([,，][0-9]{3})+|[0-9]{1,12}(\\.[0-9]{1,4})?)(?<u>%|％|[\u4e00-\u9fa5]{1,4})?(以上)?$",
        Patterns.Linear
    );

    private enum Kind
    {
        Goal,
        Reached,
        Other,
    }

    private sealed record Head(GridCell Cell, string Name, string? Unit, Kind Kind);

    /// <summary>The heading of the column of sub-units.</summary>
    public static bool IsScope(string squeezed) => Scope.IsMatch(squeezed);

    public static bool IsNumber(string squeezed) => Number.IsMatch(squeezed);

    /// <returns>Null where the table is none; else what it holds, and the first row of its header.</returns>
    public static (GridFigures Figures, int FirstRow)? Read(Sheet sheet, Grid grid)
    {
        if (
            grid.Rows.Take(4).SelectMany(grid.Row).FirstOrDefault(cell => Scope.IsMatch(cell.Squeezed)) is not { } scope
        )
            return null;
        var last = scope.Place.Row + scope.Place.RowSpan - 1;
        var body = grid.Rows.Where(row => row > last).ToList();
        var heads = Heads(sheet, grid, scope, last, body);
        if (!heads.Exists(head => head.Kind is Kind.Goal or Kind.Reached))
            return null;
        var (targets, indicators, findings) = (new List<Target>(), new List<Indicator>(), new List<Finding>());
        foreach (var row in body)
            if (In(grid, row, scope) is { Squeezed: { Length: > 0 } who })
                ReadRow(grid, row, who, heads, targets, indicators, findings);
        findings.AddRange(Sums(grid, body, scope, heads));
        return targets.Count + indicators.Count == 0 ? null : (new(targets, indicators, findings), scope.Place.Row);
    }

    private static List<Head> Heads(Sheet sheet, Grid grid, GridCell scope, int last, List<int> body)
    {
        var caption = Caption(sheet, grid);
        var heads = grid.Row(last)
            .Where(cell => cell != scope && cell.Place.Column > scope.LastColumn)
            .Where(cell =>
                body.Count(row => In(grid, row, cell) is { } value && Number.IsMatch(value.Squeezed))
                >= Math.Min(EnoughNumbers, body.Count)
            )
            .Select(cell =>
            {
                var above = string.Concat(
                    grid.Rows.TakeWhile(row => row < last)
                        .SelectMany(row => grid.Within(row, cell.Place.Column, cell.LastColumn))
                        .Where(other => other != cell && other.Place.Row >= scope.Place.Row)
                        .Distinct()
                        .Select(other => other.Squeezed)
                );
                var unit = Unit.Match(cell.Squeezed) is { Success: true } own ? own : Unit.Match(above);
                var name = Unit.Replace(cell.Squeezed, "");
                return new Head(cell, name, unit.Success ? unit.Groups["u"].Value : null, KindOf(name, above, caption));
            })
            .ToList();
        // Columns without a word for either, beside others that have one, are not guessed.
        return heads;
    }

    private static Kind KindOf(string name, string above, string caption) =>
        IsShare.IsMatch(name) && !IsGoal.IsMatch(name) ? Kind.Other
        : IsReached.IsMatch(name) ? Kind.Reached
        : IsGoal.IsMatch(name) ? Kind.Goal
        : IsReached.IsMatch(above) ? Kind.Reached
        : IsGoal.IsMatch(above) || IsGoal.IsMatch(caption) ? Kind.Goal
        : Kind.Other;

    /// <summary>What stands right above the table: 各县区任务分配表.</summary>
    private static string Caption(Sheet sheet, Grid grid)
    {
        var start = grid.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(0).Min();
        return string.Concat(
            Enumerable
                .Range(Math.Max(0, start - LinesOfACaption), Math.Min(LinesOfACaption, start))
                .Where(at => sheet.Lines[at].Squeezed.Length <= 40)
                .Select(at => sheet.Lines[at].Squeezed)
        );
    }

    private static void ReadRow(
        Grid grid,
        int row,
        string who,
        List<Head> heads,
        List<Target> targets,
        List<Indicator> indicators,
        List<Finding> findings
    )
    {
        for (var at = 0; at < heads.Count; at++)
        {
            var head = heads[at];
            var value = Value(grid, row, head);
            if (value is null)
                findings.Add(Missing(grid, row, who, head));
            // A goal with what was reached right beside it is one indicator.
            if (head.Kind is Kind.Goal && at + 1 < heads.Count && heads[at + 1].Kind is Kind.Reached)
            {
                var reached = heads[++at];
                var actual = Value(grid, row, reached);
                if (actual is null)
                    findings.Add(Missing(grid, row, who, reached));
                if (value is not null || actual is not null)
                    indicators.Add(
                        Indicator(indicators.Count + 1, who, head, reached, value, actual, Line(grid, row, head))
                    );
            }
            else if (head.Kind is Kind.Goal && value is not null)
                targets.Add(Target(who, head, value, Line(grid, row, head)));
            else if (head.Kind is Kind.Reached && value is not null)
                indicators.Add(Indicator(indicators.Count + 1, who, head, head, null, value, Line(grid, row, head)));
        }
    }

    private static Match? Value(Grid grid, int row, Head head) =>
        In(grid, row, head.Cell) is { } cell && Number.Match(cell.Squeezed) is { Success: true } value ? value : null;

    private static int Line(Grid grid, int row, Head head) =>
        In(grid, row, head.Cell)?.Line ?? grid.Row(row).First().Line;

    private static Finding Missing(Grid grid, int row, string who, Head head)
    {
        var cell = In(grid, row, head.Cell);
        var empty = cell is null || cell.Squeezed.Length == 0;
        return new(
            empty ? FindingKind.LostFigure : FindingKind.Unread,
            null,
            null,
            empty
                ? $"表中“{who}”的“{head.Cell.Squeezed}”为空,不按 0 处理,请补充。"
                : $"表中“{who}”的“{head.Cell.Squeezed}”写作“{cell!.Squeezed}”,没有认出数值,请核对。",
            [],
            cell?.Line ?? grid.Row(row).First().Line,
            0.9
        )
        {
            Support = $"{who} {cell?.Squeezed}",
        };
    }

    private static Target Target(string who, Head head, Match value, int line) =>
        new(
            null,
            null,
            "",
            head.Name,
            Total.IsMatch(who) ? null : who,
            $"{who} {head.Cell.Squeezed} {value.Value}",
            Op(value) ?? "=",
            [Parsed(value)],
            UnitOf(value, head),
            line,
            null
        );

    private static Indicator Indicator(
        int number,
        string who,
        Head goal,
        Head reached,
        Match? target,
        Match? actual,
        int line
    )
    {
        decimal? set = target is null ? null : Parsed(target);
        decimal? got = actual is null ? null : Parsed(actual);
        var op = target is null ? null : Op(target) ?? ">=";
        bool? met =
            set is null || got is null ? null
            : op is "<=" or "<" ? got <= set
            : got >= set;
        return new(
            $"Q-{number}",
            reached.Name,
            null,
            Total.IsMatch(who) ? $"{who} {reached.Name}" : $"{who} {goal.Name}",
            $"{who} {goal.Cell.Squeezed} {target?.Value} {reached.Cell.Squeezed} {actual?.Value}",
            set,
            null,
            op,
            (actual ?? target) is { } known ? UnitOf(known, actual is null ? goal : reached) : null,
            got,
            null,
            null,
            null,
            [],
            got is null,
            null,
            met,
            met is null ? null : MetBasis.Figures,
            null,
            line
        )
        {
            IsTotal = Total.IsMatch(who),
        };
    }

    /// <summary>A row of totals that its column does not add up to; both values are shown.</summary>
    private static IEnumerable<Finding> Sums(Grid grid, List<int> body, GridCell scope, List<Head> heads)
    {
        var totals = body.Where(row => In(grid, row, scope) is { } who && Total.IsMatch(who.Squeezed)).ToList();
        if (totals is not [var total])
            yield break;
        foreach (var head in heads.Where(head => head.Kind is not Kind.Other && !IsShare.IsMatch(head.Name)))
        {
            var parts = body.Where(row => row != total).Select(row => Value(grid, row, head)).ToList();
            if (Value(grid, total, head) is not { } stated || parts.Exists(part => part is null))
                continue;
            var sum = parts.Sum(part => Parsed(part!));
            if (sum != Parsed(stated))
                yield return new(
                    FindingKind.SumMismatch,
                    null,
                    null,
                    $"表中“{head.Cell.Squeezed}”合计 {stated.Value} 与各行之和 {sum} 不一致,请核对。",
                    [],
                    Line(grid, total, head),
                    0.9
                )
                {
                    Values = [stated.Value, $"{sum}"],
                };
        }
    }

    private static string? UnitOf(Match value, Head head) =>
        value.Groups["u"].Length > 0 ? value.Groups["u"].Value.Replace('％', '%') : head.Unit;

    private static decimal Parsed(Match value) =>
        decimal.Parse(value.Groups["n"].Value.Replace(",", "").Replace("，", ""), CultureInfo.InvariantCulture);

    private static string? Op(Match value) =>
        value.Groups["op"].Value switch
        {
            "≥" or "不低于" or "不少于" => ">=",
            "≤" or "不高于" or "不超过" => "<=",
            ">" => ">",
            "<" => "<",
            _ => value.Value.EndsWith("以上") ? ">=" : null,
        };

    private static GridCell? In(Grid grid, int row, GridCell column) =>
        grid.Within(row, column.Place.Column, column.LastColumn).FirstOrDefault();

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
