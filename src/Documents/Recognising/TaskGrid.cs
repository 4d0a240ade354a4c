using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>Task tables whose cells are known: every cell belongs to the column of the header above it, nothing is guessed from its form.</summary>
internal static class TaskGrid
{
    private const int RowsAboveHeader = 6;

    /// <summary>A column of the table: the room its header takes.</summary>
    internal sealed record Headed(Column Column, int First, int Last, ReadColumn? Heading = null);

    public static List<RawTable> Take(Sheet sheet)
    {
        var tables = new List<RawTable>();
        (Grid Grid, IReadOnlyList<Headed> Columns, string Section)? before = null;
        foreach (var grid in sheet.Grids)
        {
            var header = Header(sheet, grid);
            // A table broken at the end of a page goes on without its header.
            var columns =
                header?.Columns ?? (before is { } last && Follows(sheet, last.Grid, grid) ? last.Columns : null);
            if (columns is null)
            {
                before = null;
                continue;
            }
            var body = grid.Rows.Where(row => row > (header?.Row ?? 0)).ToList();
            var reader = new TaskGridRows(grid, columns, header is null ? before!.Value.Section : "");
            var rows = reader.Read(body);
            before = (grid, columns, reader.LastSection);
            if (rows.Count == 0)
                continue;
            tables.Add(
                new([.. columns.Select(column => column.Column)], rows)
                {
                    Headings = [.. columns.Select(column => column.Heading).OfType<ReadColumn>()],
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

    /// <summary>The header: in one row, or in two where a heading such as 责任单位 stands over 牵头单位 and 配合单位.</summary>
    private static (IReadOnlyList<Headed> Columns, int First, int Row)? Header(Sheet sheet, Grid grid)
    {
        foreach (var row in grid.Rows.Take(RowsAboveHeader))
        {
            var columns = new List<Headed>();
            var last = grid.Row(row).Select(cell => cell.Place.Row + cell.Place.RowSpan - 1).Max();
            foreach (var cell in grid.Row(row))
            {
                var below = Enumerable
                    .Range(row + 1, Math.Min(last - row, 3))
                    .SelectMany(next => grid.Within(next, cell.Place.Column, cell.LastColumn))
                    .Where(other => other != cell && Column(sheet, other) is not null)
                    .ToList();
                columns.AddRange((below.Count > 0 ? below : [cell]).Select(head => Head(sheet, head)));
            }
            columns = [.. InOneTable(columns)];
            var kinds = columns.ConvertAll(column => column.Column);
            if (TaskColumns.IsTaskTable(kinds) || TaskColumns.IsLedger(kinds))
                return (WithNumber(grid, last, columns), row, last);
        }
        return null;
    }

    private static Headed Head(Sheet sheet, GridCell cell)
    {
        var column = Column(sheet, cell) ?? Recognising.Column.Other;
        var isKnown = !sheet.Taught.ContainsKey(cell.Squeezed) && TaskColumns.Read(cell.Squeezed) is not null;
        return new(column, cell.Place.Column, cell.LastColumn, new(cell.Squeezed, column, cell.Line, isKnown));
    }

    private static Column? Column(Sheet sheet, GridCell cell) =>
        sheet.Taught.TryGetValue(cell.Squeezed, out var taught) ? taught : TaskColumns.Read(cell.Squeezed);

    /// <summary>What a heading means beside the others: 进度 beside the times, 建议编号 beside 序号.</summary>
    private static IEnumerable<Headed> InOneTable(List<Headed> columns)
    {
        var times = columns.Count(column => column.Column is Recognising.Column.Time);
        var numbered = false;
        foreach (var column in columns)
        {
            var kind = column.Column;
            if (kind is Recognising.Column.Time && times > 1 && TaskColumns.MayBeProgress(column.Heading!.Heading))
                kind = Recognising.Column.Progress;
            else if (kind is Recognising.Column.Number && numbered)
                kind = Recognising.Column.Other;
            numbered |= kind is Recognising.Column.Number;
            yield return column with
            {
                Column = kind,
                Heading = column.Heading! with { Column = kind },
            };
        }
    }

    /// <summary>A first column of numbers without a heading is the column of numbers.</summary>
    private static List<Headed> WithNumber(Grid grid, int header, List<Headed> columns)
    {
        if (columns.Exists(column => column.Column is Recognising.Column.Number))
            return columns;
        var numbered =
            columns.TrueForAll(column => column.First > 1)
            && grid.Rows.Where(row => row > header)
                .Any(row => grid.Within(row, 1, 1).Any(cell => cell.Squeezed is "1"));
        return numbered ? [new(Recognising.Column.Number, 1, 1, null), .. columns] : columns;
    }

    private static bool Follows(Sheet sheet, Grid before, Grid grid)
    {
        var end = before.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(-1).Max();
        var start = grid.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(int.MaxValue).Min();
        return grid.Columns == before.Columns && start == end + 1 && end < sheet.Lines.Count;
    }
}
