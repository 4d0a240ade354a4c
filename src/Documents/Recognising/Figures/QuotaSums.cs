using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A row of totals that its column does not add up to: both values are shown.</summary>
internal static class QuotaSums
{
    public static IEnumerable<Finding> OfColumns(
        Grid grid,
        List<int> body,
        GridCell scope,
        IReadOnlyList<QuotaColumn> columns
    )
    {
        var totals = body.Where(row => grid.Below(row, scope) is { } who && QuotaGrid.IsTotal(who.Squeezed)).ToList();
        if (totals is not [var total])
            yield break;
        foreach (var column in columns.Where(column => column is { Kind: not QuotaKind.Other, IsShare: false }))
        {
            var parts = body.Where(row => row != total)
                .Select(row => CellNumber.Read(grid.Below(row, column.Cell)))
                .ToList();
            if (CellNumber.Read(grid.Below(total, column.Cell)) is not { } stated || parts.Contains(null))
                continue;
            var sum = parts.Sum(part => part!.Value);
            if (sum != stated.Value)
                yield return new(
                    FindingKind.SumMismatch,
                    null,
                    null,
                    $"表中“{column.Cell.Squeezed}”合计 {stated.Written} 与各行之和 {sum} 不一致,请核对。",
                    [],
                    grid.Below(total, column.Cell)!.Line,
                    0.9
                )
                {
                    Values = [stated.Written, $"{sum}"],
                };
        }
    }
}
