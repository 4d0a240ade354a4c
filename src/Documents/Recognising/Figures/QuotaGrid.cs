using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A table with a row for each sub-unit (区县, 乡镇, 学校): quotas, or quotas beside what was reached.</summary>
internal sealed class QuotaGrid
{
    private const int RowsAboveHeader = 4;
    private static readonly Regex Total = new(
        "^(.{0,8}(合计|总计|小计|总数)|全[市县区省州](平均|合计)?|平均(值|数)?)$",
        Patterns.Linear
    );

    private readonly Grid grid;
    private readonly GridCell scope;
    private readonly List<int> body;
    private readonly List<QuotaColumn> columns;
    private readonly QuotaPairs pairs;
    private readonly IReadOnlyDictionary<int, string> doubts;
    private readonly List<Target> targets = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<Finding> findings = [];

    private QuotaGrid(Sheet sheet, Grid grid, GridCell scope, IReadOnlyDictionary<int, string> doubts)
    {
        var header = scope.Place.Row + scope.Place.RowSpan - 1;
        (this.grid, this.scope, this.doubts) = (grid, scope, doubts);
        body = [.. grid.Rows.Where(row => row > header)];
        columns = QuotaColumns.Of(sheet, grid, scope, header, body);
        pairs = new(grid, body, columns);
    }

    /// <param name="doubts">Why the cells of a row may not stand in their columns.</param>
    /// <returns>Null where the table is none; else what it holds, and the first row of its header.</returns>
    public static (GridFigures Figures, int FirstRow)? Read(
        Sheet sheet,
        Grid grid,
        IReadOnlyDictionary<int, string> doubts
    )
    {
        var found = QuotaScope.Find(grid, RowsAboveHeader);
        // 单位 beside 指标名称 is what its values are counted in; 责任单位 beside it is who answers for them.
        var isIndicator =
            found is not null
            && (found is { Squeezed: "单位" } || !QuotaScope.IsHeading(found.Squeezed))
            && grid.Row(found.Place.Row).Any(cell => IndicatorGrid.IsName(cell.Squeezed));
        return found is null || isIndicator ? null : new QuotaGrid(sheet, grid, found, doubts).Read();
    }

    private (GridFigures Figures, int FirstRow)? Read()
    {
        if (columns.TrueForAll(column => column.Kind is QuotaKind.Other or QuotaKind.Rank or QuotaKind.Earlier))
            return null;
        foreach (var row in body)
            if (grid.Below(row, scope) is { Squeezed: { Length: > 0 } who } && !IsPartOfTotal(who))
                ReadRow(row, who);
        findings.AddRange(QuotaSums.OfColumns(grid, body, scope, columns));
        findings.AddRange(QuotaRates.ThatDiffer(grid, body, scope, columns, pairs));
        return targets.Count + indicators.Count == 0
            ? null
            : (new(targets, indicators, findings, [.. ColumnsLeftOut()]), scope.Place.Row);
    }

    public static bool IsTotal(string who) => Total.IsMatch(who);

    /// <summary>小计 and 平均 say of some rows, or of all, what the rows themselves say.</summary>
    private static bool IsPartOfTotal(string who) => who.EndsWith("小计") || who.Contains("平均");

    private void ReadRow(int row, string who)
    {
        foreach (var column in columns)
        {
            var value = Value(row, who, column);
            if (column.Kind is QuotaKind.Goal)
            {
                if (value is not null && !pairs.IsMet(column))
                    targets.Add(Target(who, column, value, Line(row, column), doubts.GetValueOrDefault(row)));
                continue;
            }
            if (!IsResult(column))
                continue;
            // A goal with what was reached of it is one indicator.
            var goal = pairs.GoalOf(column);
            var aimed = goal is null ? null : CellNumber.Read(grid.Below(row, goal.Cell));
            if (value is not null || aimed is not null)
                indicators.Add(
                    Indicator(who, goal ?? column, column, aimed, value, Line(row, goal ?? column)) with
                    {
                        Previous = EarlierOf(row, column),
                    }
                );
        }
    }

    /// <summary>上年同期 of the same, where one column has it.</summary>
    private decimal? EarlierOf(int row, QuotaColumn reached) =>
        columns.FindAll(column => column.Kind is QuotaKind.Earlier && column.Unit == reached.Unit) is [var earlier]
        && columns.Count(IsResult) == 1
            ? CellNumber.Read(grid.Below(row, earlier.Cell))?.Value
            : null;

    /// <summary>What was reached, or a rate that no other column explains.</summary>
    private bool IsResult(QuotaColumn column) =>
        column.Kind is QuotaKind.Reached || (column.Kind is QuotaKind.Rate && pairs.ComputedFrom(column) is null);

    private int Line(int row, QuotaColumn column) => grid.Below(row, column.Cell)?.Line ?? grid.Row(row)[0].Line;

    /// <summary>The number of a cell; where there is none, a finding says so.</summary>
    private CellNumber? Value(int row, string who, QuotaColumn column)
    {
        var cell = grid.Below(row, column.Cell);
        if (CellNumber.Read(cell) is { } value)
            return value;
        if (
            column.Kind is not (QuotaKind.Goal or QuotaKind.Reached)
            && cell is not null
            && CellNumber.IsNone(cell.Squeezed)
        )
            return null;
        var empty = cell is null || cell.Squeezed.Length == 0;
        findings.Add(
            new(
                empty ? FindingKind.LostFigure : FindingKind.Unread,
                null,
                null,
                empty
                    ? $"表中“{who}”的“{column.Cell.Squeezed}”为空,不按 0 处理,请补充。"
                    : $"表中“{who}”的“{column.Cell.Squeezed}”写作“{cell!.Squeezed}”,没有认出数值,请核对。",
                [],
                cell?.Line ?? grid.Row(row)[0].Line,
                0.9
            )
            {
                Support = $"{who} {cell?.Squeezed}",
            }
        );
        return null;
    }

    /// <summary>Numbers of the past are no goals, and what no heading explains is not guessed; both are said.</summary>
    private IEnumerable<LeftOut> ColumnsLeftOut() =>
        columns
            .Where(column => column.Kind is QuotaKind.Other)
            .Select(column => new LeftOut(
                $"表中“{column.Cell.Squeezed}”一栏没有读作目标或完成值",
                string.Join(' ', body.Select(row => grid.Below(row, column.Cell)?.Squeezed)),
                column.Cell.Line
            ));

    private static Target Target(string who, QuotaColumn column, CellNumber value, int line, string? doubt) =>
        new(
            null,
            null,
            "",
            column.FullName,
            IsTotal(who) ? null : who,
            $"{who} {column.Cell.Squeezed} {value.Written}",
            value.Op ?? "=",
            [value.Value],
            value.Unit ?? column.Unit,
            line,
            doubt
        );

    private Indicator Indicator(
        string who,
        QuotaColumn goal,
        QuotaColumn reached,
        CellNumber? target,
        CellNumber? actual,
        int line
    )
    {
        var op = target is null ? null : target.Op ?? ">=";
        bool? met =
            target is null || actual is null ? null
            : op is "<=" or "<" ? actual.Value <= target.Value
            : actual.Value >= target.Value;
        return new(
            $"Q-{indicators.Count + 1}",
            reached.Name,
            null,
            $"{who} {(IsTotal(who) ? reached : goal).FullName}",
            $"{who} {goal.Cell.Squeezed} {target?.Written} {reached.Cell.Squeezed} {actual?.Written}",
            target?.Value,
            null,
            op,
            actual is null ? target!.Unit ?? goal.Unit : actual.Unit ?? reached.Unit,
            actual?.Value,
            null,
            null,
            null,
            [],
            actual is null,
            null,
            met,
            met is null ? null : MetBasis.Figures,
            null,
            line
        )
        {
            IsTotal = IsTotal(who),
        };
    }
}
