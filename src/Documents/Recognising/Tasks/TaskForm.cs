using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// 督办单, 交办单: a table that is a form for one task. Each label (督办事项, 牵头单位, 办结时限) stands beside its value instead of
/// above it.
/// </summary>
internal static class TaskForm
{
    private const int FewestLabels = 3;
    private const int LongestLabel = 10;

    /// <summary>The one row that the form stands for; null where the table is none.</summary>
    public static RawTable? Read(Grid grid)
    {
        var pairs = grid.Rows.SelectMany(row => Pairs(grid, row)).ToList();
        var columns = pairs.ConvertAll(pair => pair.Column);
        if (
            pairs.Count < FewestLabels
            || pairs.Count(pair => pair.Column is Column.Task && pair.Label.Place.Column == 1) != 1
            || !TaskColumns.IsTaskTable(columns)
            || pairs.Select(pair => pair.Label.Place.Row).Distinct().Count() < FewestLabels
        )
            return null;
        var task = pairs.Find(pair => pair.Column is Column.Task);
        return new(
            columns,
            [
                new(
                    null,
                    "",
                    [.. pairs.Select(pair => new Cell(pair.Value.Text, pair.Value.Line))],
                    task.Value.Line,
                    IsPlaced: true
                ),
            ]
        )
        {
            Headings =
            [
                .. pairs.Select(pair => new ReadColumn(
                    pair.Label.Squeezed,
                    pair.Column,
                    pair.Label.Line,
                    IsKnown: true
                )),
            ],
        };
    }

    /// <summary>Labels of a row with what stands right of each, from the left; a cell merged over rows counts in its first.</summary>
    private static IEnumerable<(Column Column, GridCell Label, GridCell Value)> Pairs(Grid grid, int row)
    {
        var cells = grid.Row(row).Where(cell => cell.Place.Row == row).ToList();
        for (var at = 0; at + 1 < cells.Count; at++)
            if (
                cells[at].Squeezed.TrimEnd(':', '：') is { Length: > 1 and <= LongestLabel } label
                && Kind(label) is { } column
                && cells[at + 1].Squeezed.Length > 0
                && Kind(cells[at + 1].Squeezed) is null
            )
                yield return (column, cells[at], cells[++at]);
    }

    /// <summary>Beside the task itself, what is asked of it (办理要求) is its detail.</summary>
    private static Column? Kind(string label) =>
        TaskColumns.Read(label) switch
        {
            Column.Task when label.Contains("要求") || TaskColumns.IsMeasure(label) => Column.Detail,
            Column.Number or Column.Section or Column.Progress or Column.Status => Column.Other,
            var kind => kind,
        };
}
