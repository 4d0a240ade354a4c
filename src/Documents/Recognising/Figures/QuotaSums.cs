using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A row of totals that its column does not add up to: both values are shown.</summary>
internal static class QuotaSums
{
    private static readonly Regex Averages = new("平均|^全[市县区省州]$", Patterns.Linear);

    public static IEnumerable<Finding> OfColumns(
        Grid grid,
        List<int> body,
        GridCell scope,
        IReadOnlyList<QuotaColumn> columns
    )
    {
        foreach (var column in columns.Where(IsAdded))
        {
            var (all, sinceLast, isWhole) = (0m, 0m, true);
            foreach (var row in body)
            {
                var who = grid.Below(row, scope)?.Squeezed ?? "";
                var cell = grid.Below(row, column.Cell);
                var value = CellNumber.Read(cell);
                if (Averages.IsMatch(who))
                    continue;
                if (!QuotaGrid.IsTotal(who))
                {
                    isWhole &= value is not null || (cell is not null && CellNumber.IsNone(cell.Squeezed));
                    (all, sinceLast) = (all + (value?.Value ?? 0), sinceLast + (value?.Value ?? 0));
                    continue;
                }
                var sum = who.EndsWith("小计") ? sinceLast : all;
                sinceLast = 0;
                // A total may stand above its parts.
                if (isWhole && all > 0 && value is { } stated && sum != stated.Value)
                    yield return Mismatch(who, column, stated, sum, cell!.Line);
            }
        }
    }

    private static Finding Mismatch(string who, QuotaColumn column, CellNumber stated, decimal sum, int line) =>
        new(
            FindingKind.SumMismatch,
            null,
            null,
            $"表中“{column.Cell.Squeezed}”{who} {stated.Written} 与各行之和 {sum} 不一致,请核对。",
            [],
            line,
            0.9
        )
        {
            Values = [stated.Written, $"{sum}"],
        };

    /// <summary>A share does not add up, whichever column it stands in.</summary>
    private static bool IsAdded(QuotaColumn column) =>
        column is { Kind: QuotaKind.Goal or QuotaKind.Reached, Unit: not "%" };
}
