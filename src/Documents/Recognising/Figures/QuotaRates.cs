using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A row whose rate is not what its own figures give: both values are shown.</summary>
internal static class QuotaRates
{
    public static IEnumerable<Finding> ThatDiffer(
        Grid grid,
        List<int> body,
        GridCell scope,
        IReadOnlyList<QuotaColumn> columns,
        QuotaPairs pairs
    )
    {
        foreach (var rate in columns.Where(column => column.Kind is QuotaKind.Rate))
        foreach (var row in body)
            if (
                pairs.ComputedFrom(rate) is { } reached
                && pairs.GoalOf(reached) is { } goal
                && At(row, rate) is { } stated
                && At(row, reached) is { } value
                && At(row, goal) is { Value: > 0 } aimed
                && QuotaPairs.Differs(stated.Value, value.Value, aimed.Value)
            )
                yield return Finding(
                    grid.Below(row, scope)?.Squeezed ?? "",
                    rate,
                    stated,
                    value,
                    aimed,
                    Line(row, rate)
                );

        CellNumber? At(int row, QuotaColumn column) => CellNumber.Read(grid.Below(row, column.Cell));

        int Line(int row, QuotaColumn column) => grid.Below(row, column.Cell)!.Line;
    }

    private static Finding Finding(
        string who,
        QuotaColumn rate,
        CellNumber stated,
        CellNumber reached,
        CellNumber goal,
        int line
    )
    {
        var computed = $"{Math.Round(reached.Value * 100 / goal.Value, 1, MidpointRounding.AwayFromZero)}%";
        return new(
            FindingKind.FiguresDiffer,
            null,
            null,
            $"表中“{who}”的“{rate.Cell.Squeezed}”写作 {stated.Written},按 {reached.Written}÷{goal.Written} 应为 {computed},请核对。",
            [],
            line,
            0.8
        )
        {
            Values = [stated.Written, computed],
            Support = $"{who} {goal.Written} {reached.Written}",
        };
    }
}
