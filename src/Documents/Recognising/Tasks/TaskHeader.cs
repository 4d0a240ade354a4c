using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>The header of a task table and its columns.</summary>
/// <param name="First">The row in which it begins.</param>
/// <param name="Row">The row in which it ends.</param>
internal sealed record TaskHeader(IReadOnlyList<HeadedColumn> Columns, int First, int Row)
{
    private const int RowsAboveHeader = 6;

    /// <summary>In one row, or in two where a heading such as 责任单位 stands over 牵头单位 and 配合单位.</summary>
    public static TaskHeader? Find(Sheet sheet, Grid grid)
    {
        // A sheet may hold the whole notice above its table, a line a row.
        foreach (var row in grid.Rows.SkipWhile(row => grid.Row(row).Count == 1).Take(RowsAboveHeader))
        {
            var columns = new List<HeadedColumn>();
            var last = grid.Row(row).Select(cell => cell.Place.Row + cell.Place.RowSpan - 1).Max();
            foreach (var cell in grid.Row(row))
            {
                var below = Enumerable
                    .Range(row + 1, Math.Min(last - row, 3))
                    .SelectMany(next => grid.Within(next, cell.Place.Column, cell.LastColumn))
                    .Where(other => other != cell && KindOf(sheet, other) is not null)
                    .ToList();
                columns.AddRange((below.Count > 0 ? below : [cell]).Select(head => Head(sheet, head)));
            }
            columns = [.. columns.Select(column => ColumnsByContent.NumbersAreNoTask(grid, column, last))];
            columns = ColumnsByContent.UnknownIsTaskOrUnits(grid, [.. InOneTable(columns)], last);
            var kinds = columns.ConvertAll(column => column.Column);
            if (TaskColumns.IsTaskTable(kinds) || TaskColumns.IsLedger(kinds))
                return new(WithNumber(grid, last, columns), row, last);
        }
        return null;
    }

    private static HeadedColumn Head(Sheet sheet, GridCell cell)
    {
        var column = KindOf(sheet, cell) ?? Column.Other;
        var isKnown = !sheet.Taught.ContainsKey(cell.Squeezed) && TaskColumns.Read(cell.Squeezed) is not null;
        return new(column, cell.Place.Column, cell.LastColumn, new(cell.Squeezed, column, cell.Line, isKnown));
    }

    private static Column? KindOf(Sheet sheet, GridCell cell) =>
        sheet.Taught.TryGetValue(cell.Squeezed, out var taught) ? taught : TaskColumns.Read(cell.Squeezed);

    /// <summary>What a heading means beside the others: 进度 beside the times, 建议编号 beside 序号, 具体举措 beside 重点任务.</summary>
    private static IEnumerable<HeadedColumn> InOneTable(List<HeadedColumn> columns)
    {
        var times = columns.Count(column => column.Column is Column.Time);
        var numbered = false;
        var tasks = columns.Count(column => column.Column is Column.Task);
        var first = columns.Find(column => column.Column is Column.Task);
        foreach (var column in columns)
        {
            var kind = column.Column;
            if (kind is Column.Time && times > 1 && TaskColumns.MayBeProgress(column.Heading!.Heading))
                kind = Column.Progress;
            else if (kind is Column.Number && numbered)
                kind = Column.Other;
            else if (
                kind is Column.Task
                && tasks > 1
                && column != first
                && TaskColumns.IsMeasure(column.Heading!.Heading)
            )
                kind = Column.Detail;
            numbered |= kind is Column.Number;
            yield return column.As(kind);
        }
    }

    /// <summary>A first column of numbers without a heading is the column of numbers.</summary>
    private static List<HeadedColumn> WithNumber(Grid grid, int header, List<HeadedColumn> columns)
    {
        if (columns.Exists(column => column.Column is Column.Number))
            return columns;
        var numbered =
            columns.TrueForAll(column => column.First > 1)
            && grid.Rows.Where(row => row > header)
                .Any(row => grid.Within(row, 1, 1).Any(cell => cell.Squeezed is "1"));
        return numbered ? [new(Column.Number, 1, 1, null), .. columns] : columns;
    }
}
