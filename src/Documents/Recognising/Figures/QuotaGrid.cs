using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A table with a row for each sub-unit (区县, 乡镇, 学校): quotas, or quotas beside what was reached.</summary>
internal sealed class QuotaGrid
{
    private const int RowsAboveHeader = 4;
    private static readonly Regex Scope = new(
        "^((各)?(县区|区县|县市区|市县区?|县[(（]?市[)）]?、?区[)）]?|县[(（]市、区[)）]|市[(（]县、区[)）]|地区|乡镇|镇乡|镇街|街镇|乡镇[(（]街道[)）]|镇[(（]街道[)）]|街道|学校|院校|市州|区域|单位|片区|园区|社区|企业|医院)(名称)?)$",
        Patterns.Linear
    );
    private static readonly Regex Total = new("^(合计|总计|小计|全[市县区省](合计)?)$", Patterns.Linear);

    private readonly Grid grid;
    private readonly GridCell scope;
    private readonly List<int> body;
    private readonly List<QuotaColumn> columns;
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
    }

    /// <summary>The heading of the column of sub-units.</summary>
    public static bool IsScope(string squeezed) => Scope.IsMatch(squeezed);

    /// <param name="doubts">Why the cells of a row may not stand in their columns.</param>
    /// <returns>Null where the table is none; else what it holds, and the first row of its header.</returns>
    public static (GridFigures Figures, int FirstRow)? Read(
        Sheet sheet,
        Grid grid,
        IReadOnlyDictionary<int, string> doubts
    )
    {
        var found = grid.Rows.Take(RowsAboveHeader).SelectMany(grid.Row).FirstOrDefault(cell => IsScope(cell.Squeezed));
        // 单位 beside 指标名称 is what its values are counted in.
        var isIndicator =
            found is { Squeezed: "单位" } && grid.Row(found.Place.Row).Any(cell => IndicatorGrid.IsName(cell.Squeezed));
        return found is null || isIndicator ? null : new QuotaGrid(sheet, grid, found, doubts).Read();
    }

    private (GridFigures Figures, int FirstRow)? Read()
    {
        if (columns.TrueForAll(column => column.Kind is QuotaKind.Other))
            return null;
        foreach (var row in body)
            if (grid.Below(row, scope) is { Squeezed: { Length: > 0 } who })
                ReadRow(row, who);
        findings.AddRange(QuotaSums.OfColumns(grid, body, scope, columns));
        return targets.Count + indicators.Count == 0
            ? null
            : (new(targets, indicators, findings, [.. ColumnsLeftOut()]), scope.Place.Row);
    }

    public static bool IsTotal(string who) => Total.IsMatch(who);

    private void ReadRow(int row, string who)
    {
        for (var at = 0; at < columns.Count; at++)
        {
            var column = columns[at];
            var value = Value(row, who, column);
            // A goal with what was reached right beside it is one indicator.
            if (column.Kind is QuotaKind.Goal && at + 1 < columns.Count && columns[at + 1].Kind is QuotaKind.Reached)
            {
                var reached = columns[++at];
                var actual = Value(row, who, reached);
                if (value is not null || actual is not null)
                    indicators.Add(Indicator(who, column, reached, value, actual, Line(row, column)));
            }
            else if (column.Kind is QuotaKind.Goal && value is not null)
                targets.Add(Target(who, column, value, Line(row, column), doubts.GetValueOrDefault(row)));
            else if (column.Kind is QuotaKind.Reached && value is not null)
                indicators.Add(Indicator(who, column, column, null, value, Line(row, column)));
        }
    }

    private int Line(int row, QuotaColumn column) => grid.Below(row, column.Cell)?.Line ?? grid.Row(row).First().Line;

    /// <summary>The number of a cell; where there is none, a finding says so.</summary>
    private CellNumber? Value(int row, string who, QuotaColumn column)
    {
        var cell = grid.Below(row, column.Cell);
        if (CellNumber.Read(cell) is { } value)
            return value;
        if (column.Kind is QuotaKind.Other && cell is not null && CellNumber.IsNone(cell.Squeezed))
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
                cell?.Line ?? grid.Row(row).First().Line,
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
            .Where(column => column is { Kind: QuotaKind.Other, IsShare: false })
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
            column.Name,
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
            IsTotal(who) ? $"{who} {reached.Name}" : $"{who} {goal.Name}",
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
