using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>The cells of a row, given to what they are.</summary>
internal sealed record PlacedCells(
    string Text,
    IReadOnlyList<(Column Column, Cell Cell)> Units,
    string? Time,
    string? Doubt
)
{
    public IReadOnlyList<string> Details { get; init; } = [];

    public RowStanding? Standing { get; init; }
}

/// <summary>Which cell of a row belongs to which column: in order where they fit, else by their form.</summary>
internal static class TaskRowCells
{
    private const int LongText = 8;

    public static PlacedCells Place(RawRow row, IReadOnlyList<Column> columns, RawTable table, int at) =>
        row.IsPlaced || (row.Cells.Count == columns.Count && Fits(row.Cells, columns))
            ? InOrder(row.Cells, columns, table.IsLedger) with
            {
                Standing = table.IsLedger ? Standing(row.Cells, columns, table) : null,
            }
            : WithoutLast(row, columns, table, at) ?? ByForm(row.Cells, columns, at);

    /// <summary>A paste drops the empty cells at the end of a row.</summary>
    private static PlacedCells? WithoutLast(RawRow row, IReadOnlyList<Column> columns, RawTable table, int at)
    {
        IReadOnlyList<Column> present = [.. columns.Take(row.Cells.Count)];
        var fits =
            row.Cells.Count < columns.Count
            && columns.Skip(row.Cells.Count).All(column => column is Column.Other or Column.Detail)
            && Fits(row.Cells, present)
            && present
                .Zip(row.Cells)
                .All(pair =>
                    pair.First is Column.Lead or Column.Units or Column.Time || !TaskCells.IsUnits(pair.Second)
                );
        return fits
            ? InOrder(row.Cells, present, table.IsLedger) with
            {
                Doubt = $"第 {at + 1} 行末尾比表头少 {columns.Count - row.Cells.Count} 格,请核对",
            }
            : null;
    }

    private static bool Fits(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns) =>
        columns
            .Zip(cells)
            .All(pair =>
                pair.First switch
                {
                    Column.Lead or Column.Units => TaskCells.IsUnits(pair.Second),
                    Column.Time => pair.Second.Squeezed.Length <= 120 && !TaskCells.IsUnits(pair.Second),
                    Column.Number or Column.Task or Column.Section or Column.Detail or Column.Other => true,
                    Column.Progress or Column.Status => true,
                }
            );

    private static PlacedCells InOrder(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, bool isLedger)
    {
        var pairs = columns.Zip(cells).Where(pair => pair.Second.Squeezed.Length > 0).ToList();
        return new(
            string.Join("\n", pairs.Where(pair => pair.First is Column.Task).Select(pair => pair.Second.Text)),
            [
                .. pairs
                    .Where(pair => pair.First is Column.Lead or Column.Units)
                    .Select(pair => (pair.First, pair.Second)),
            ],
            pairs.Find(pair => pair.First is Column.Time).Second?.Text,
            pairs.Exists(pair => pair.First is Column.Lead or Column.Units) ? null : "本行没有责任单位,请核对各栏"
        )
        {
            Details =
            [
                .. pairs
                    .Where(pair =>
                        pair.First is Column.Detail || (pair.First is Column.Other && !isLedger && IsText(pair.Second))
                    )
                    .Select(pair => pair.Second.Text),
            ],
        };
    }

    /// <summary>Running text under a heading nobody knows: it belongs to the task.</summary>
    private static bool IsText(Cell cell) => cell.Squeezed.Length >= LongText && !TaskCells.IsUnits(cell);

    private static RowStanding Standing(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, RawTable table)
    {
        var headings = table.Headings.Where(heading => heading.Column is not Column.Number).ToList();
        var filled = columns.Zip(cells).Index().Where(at => at.Item.Second.Squeezed.Length > 0).ToList();
        string? Of(Column kind) =>
            filled.Where(at => at.Item.First == kind).Select(at => at.Item.Second.Text).ToList() is { Count: > 0 } texts
                ? string.Join("\n", texts)
                : null;
        var more = filled
            .Where(at => at.Item.First is Column.Detail or Column.Other)
            .Select(at =>
                at.Index < headings.Count ? $"{headings[at.Index].Heading}：{at.Item.Second.Text}" : at.Item.Second.Text
            )
            .ToList();
        var progress = Of(Column.Progress);
        return new(
            progress,
            StatusWords.Of(Of(Column.Status), progress),
            more.Count == 0 ? null : string.Join("\n", more)
        );
    }

    /// <summary>Cells were lost or broken over lines: the first cell of units is the border between text and the rest.</summary>
    private static PlacedCells ByForm(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, int at)
    {
        var first = 1;
        while (first < cells.Count && !TaskCells.IsUnits(cells[first]))
            first++;
        if (first >= cells.Count)
            return WithoutUnits(cells);
        var unitColumns = columns.Where(column => column is Column.Lead or Column.Units).ToList();
        var units = new List<(Column, Cell)>();
        var next = first;
        for (; next < cells.Count && units.Count < unitColumns.Count && TaskCells.IsUnits(cells[next]); next++)
            units.Add((unitColumns[units.Count], cells[next]));
        var timeFollows = columns.Contains(Column.Time) && next < cells.Count && TaskCells.IsTime(cells[next]);
        var time = timeFollows ? cells[next].Text : null;
        for (next += timeFollows ? 1 : 0; timeFollows && next < cells.Count && TaskCells.IsTime(cells[next]); next++)
            time += cells[next].Text;
        var texts = columns.TakeWhile(column => column is not (Column.Lead or Column.Units)).ToList();
        var inOrder = texts.Count == first && texts.Count(column => column is Column.Task) == 1;
        return new(
            inOrder
                ? cells[texts.IndexOf(Column.Task)].Text
                : string.Join("\n", cells.Take(first).Select(cell => cell.Text)),
            units,
            time,
            units.Count < unitColumns.Count || (columns.Contains(Column.Time) && !timeFollows) || next < cells.Count
                ? $"第 {at + 1} 行的单元格数与表头不一致,请核对各栏"
                : null
        )
        {
            Details = inOrder
                ? [.. texts.Zip(cells).Where(pair => pair.First is not Column.Task).Select(pair => pair.Second.Text)]
                : [],
        };
    }

    private static PlacedCells WithoutUnits(IReadOnlyList<Cell> cells)
    {
        var time = cells.Count > 1 && TaskCells.IsTime(cells[^1]) ? cells[^1].Text : null;
        var text = string.Join(
            "\n",
            cells.Take(time is null ? cells.Count : cells.Count - 1).Select(cell => cell.Text)
        );
        return new(text, [], time, "未能识别责任单位,请核对各栏");
    }
}
