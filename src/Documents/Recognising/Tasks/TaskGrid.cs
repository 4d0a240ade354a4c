using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>A column of a task table: the room its header takes.</summary>
internal sealed record HeadedColumn(Column Column, int First, int Last, ReadColumn? Heading = null)
{
    /// <summary>No heading says so, only what stands below it.</summary>
    public bool Guessed { get; init; }

    /// <summary>The same column, read as another kind.</summary>
    public HeadedColumn As(Column kind) => this with { Column = kind, Heading = Heading! with { Column = kind } };
}

/// <summary>Task tables whose cells are known: every cell belongs to the column of the header above it, nothing is guessed from its form.</summary>
internal static class TaskGrid
{
    public static List<RawTable> Take(Sheet sheet)
    {
        var tables = new List<RawTable>();
        (Grid Grid, IReadOnlyList<HeadedColumn> Columns, string Section)? before = null;
        foreach (var grid in sheet.Grids)
        {
            if (grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken)))
                continue;
            if (TaskForm.Read(grid) is { } form)
            {
                tables.Add(form);
                foreach (var line in grid.Shown.Values.SelectMany(lines => lines))
                    sheet.Take(line);
                before = null;
                continue;
            }
            var header = TaskHeader.Find(sheet, grid);
            // A table broken at the end of a page goes on without its header.
            var columns =
                header?.Columns ?? (before is { } last && Follows(sheet, last.Grid, grid) ? last.Columns : null);
            if (columns is null)
            {
                before = null;
                continue;
            }
            var body = grid.Rows.Where(row => row > (header?.Row ?? 0)).ToList();
            columns = ColumnsByContent.TextsAreDetails(grid, ColumnsByContent.FinerIsTask(grid, columns, body), body);
            var guessed = columns.FirstOrDefault(column => column.Guessed);
            var reader = new TaskGridRows(
                grid,
                columns,
                header is null ? before!.Value.Section : "",
                guessed is null ? null : $"不认识表头“{guessed.Heading!.Heading}”,按内容读取,请核对"
            );
            var rows = reader.Read(body);
            before = (grid, columns, reader.LastSection);
            if (rows.Count == 0)
                continue;
            tables.Add(
                new([.. columns.Select(column => column.Column)], rows)
                {
                    Headings = [.. columns.Select(column => column.Heading).OfType<ReadColumn>()],
                    LeftOut =
                    [
                        .. reader.LeftOut,
                        .. ColumnsLeftOut(grid, columns, body),
                        .. ColumnsWithoutHeading(grid, columns, body),
                    ],
                }
            );
            foreach (
                var line in grid
                    .Rows.Where(row => row >= (header?.First ?? 0))
                    .SelectMany(row => grid.Shown.GetValueOrDefault(row, []))
            )
                sheet.Take(line);
        }
        return tables;
    }

    /// <summary>Columns whose heading is not understood, where anything stands in them; a ledger keeps them word for word.</summary>
    private static IEnumerable<LeftOut> ColumnsLeftOut(Grid grid, IReadOnlyList<HeadedColumn> columns, List<int> body)
    {
        if (TaskColumns.IsLedger([.. columns.Select(column => column.Column)]))
            yield break;
        foreach (var column in columns.Where(column => column.Column is Column.Other))
            if (column.Heading is { } heading && ColumnsByContent.Cells(grid, column, body) is { Count: > 0 } cells)
                yield return new(
                    $"分工表的“{heading.Heading}”一栏没有读入",
                    string.Join(' ', cells.Select(cell => cell.Squeezed)),
                    cells[0].Line
                );
    }

    /// <summary>Columns that lost their heading.</summary>
    private static IEnumerable<LeftOut> ColumnsWithoutHeading(
        Grid grid,
        IReadOnlyList<HeadedColumn> columns,
        List<int> body
    ) =>
        from place in Enumerable.Range(1, grid.Columns)
        where !columns.Any(column => column.First <= place && place <= column.Last)
        let cells = body.SelectMany(row => grid.Within(row, place, place))
            .Where(cell => cell is { Squeezed.Length: > 0, Place.ColumnSpan: 1 })
            .Distinct()
            .ToList()
        where cells.Count > 0
        select new LeftOut(
            $"分工表第 {place} 列没有表头,没有读入",
            string.Join(' ', cells.Select(cell => cell.Squeezed)),
            cells[0].Line
        );

    private static bool Follows(Sheet sheet, Grid before, Grid grid)
    {
        var end = before.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(-1).Max();
        var start = grid.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(int.MaxValue).Min();
        return grid.Columns == before.Columns && start == end + 1 && end < sheet.Lines.Count;
    }
}
