using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>Task tables whose cells are known: every cell belongs to the column of the header above it, nothing is guessed from its form.</summary>
internal static class TaskGrid
{
    private const int RowsAboveHeader = 6;
    private const int FewestColumns = 3;
    private const int LongText = 8;

    /// <summary>So many of a column's cells must be of a kind for it to be a column of them.</summary>
    private const double Most = 0.7;

    /// <summary>A column of the table: the room its header takes.</summary>
    internal sealed record Headed(Column Column, int First, int Last, ReadColumn? Heading = null)
    {
        /// <summary>No heading says so, only what stands below it.</summary>
        public bool Guessed { get; init; }
    }

    public static List<RawTable> Take(Sheet sheet)
    {
        var tables = new List<RawTable>();
        (Grid Grid, IReadOnlyList<Headed> Columns, string Section)? before = null;
        foreach (var grid in sheet.Grids)
        {
            if (grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken)))
                continue;
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
            columns = FinerIsTask(grid, columns, body);
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
                    LeftOut = [.. reader.LeftOut, .. ColumnsLeftOut(grid, columns, body)],
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
            columns = ByContent(grid, columns, last);
            var kinds = columns.ConvertAll(column => column.Column);
            if (TaskColumns.IsTaskTable(kinds) || TaskColumns.IsLedger(kinds))
                return (WithNumber(grid, last, columns), row, last);
        }
        return null;
    }

    /// <summary>
    /// A table of tasks whose heading for the tasks, or for the units, nobody has used before: the column of long texts, or
    /// of names of units, below a heading that is not known.
    /// </summary>
    private static List<Headed> ByContent(Grid grid, List<Headed> columns, int header)
    {
        var kinds = columns.ConvertAll(column => column.Column);
        var wantsTask = !kinds.Contains(Recognising.Column.Task);
        var wantsUnits = !kinds.Contains(Recognising.Column.Units) && !kinds.Contains(Recognising.Column.Lead);
        if (wantsTask == wantsUnits || columns.Count < FewestColumns)
            return columns;
        var best = columns
            .Where(column => column is { Column: Recognising.Column.Other, Heading.IsKnown: false })
            .Select(column => (Column: column, Cells: Below(grid, column, header)))
            .Where(found => found.Cells.Count > 1)
            .Select(found => (found.Column, Share: wantsTask ? LongTexts(found.Cells) : OfUnits(found.Cells)))
            .OrderByDescending(found => found.Share)
            .FirstOrDefault();
        if (best.Column is null || best.Share < Most)
            return columns;
        var kind = wantsTask ? Recognising.Column.Task : Recognising.Column.Units;
        return [.. columns.Select(column => column == best.Column ? As(column, kind) with { Guessed = true } : column)];
    }

    private static List<GridCell> Below(Grid grid, Headed column, int header) =>
        [
            .. grid
                .Rows.Where(row => row > header)
                .SelectMany(row => grid.Within(row, column.First, column.Last))
                .Where(cell => cell.Squeezed.Length > 0 && cell.Place.ColumnSpan <= column.Last - column.First + 1)
                .Distinct(),
        ];

    private static double LongTexts(List<GridCell> cells) =>
        (double)cells.Count(cell => cell.Squeezed.Length >= LongText && !TaskCells.IsUnits(new(cell.Text, 0)))
        / cells.Count;

    private static double OfUnits(List<GridCell> cells) =>
        (double)cells.Count(cell => TaskCells.IsUnits(new(cell.Text, 0))) / cells.Count;

    /// <summary>Columns whose heading is not understood, where anything stands in them; a ledger keeps them word for word.</summary>
    private static IEnumerable<LeftOut> ColumnsLeftOut(Grid grid, IReadOnlyList<Headed> columns, List<int> body)
    {
        if (TaskColumns.IsLedger([.. columns.Select(column => column.Column)]))
            yield break;
        foreach (var column in columns.Where(column => column.Column is Recognising.Column.Other))
            if (
                column.Heading is { } heading
                && Below(grid, column, body.Count == 0 ? 0 : body[0] - 1) is { Count: > 0 } cells
            )
                yield return new(
                    $"分工表的“{heading.Heading}”一栏没有读入",
                    string.Join(' ', cells.Select(cell => cell.Squeezed)),
                    cells[0].Line
                );
    }

    /// <summary>重点任务 merged over several rows, each with its own 具体举措: the rows are the tasks, the merged cell their group.</summary>
    private static IReadOnlyList<Headed> FinerIsTask(Grid grid, IReadOnlyList<Headed> columns, List<int> body)
    {
        var (coarse, fine) = (Only(columns, Recognising.Column.Task), Only(columns, Recognising.Column.Detail));
        if (coarse is null || fine is null || !TaskColumns.IsMeasure(fine.Heading!.Heading))
            return columns;
        var merged = body.SelectMany(row => grid.Within(row, coarse.First, coarse.Last))
            .Distinct()
            .Any(cell =>
                cell.Place.RowSpan > 1
                && Enumerable
                    .Range(cell.Place.Row, cell.Place.RowSpan)
                    .SelectMany(row => grid.Within(row, fine.First, fine.Last))
                    .Where(other => other.Squeezed.Length > 0)
                    .Distinct()
                    .Skip(1)
                    .Any()
            );
        // A paste loses merged cells: a numbered row whose task is empty says the same.
        var lost =
            !grid.Merges
            && body.Exists(row =>
                !Filled(grid, row, coarse)
                && Filled(grid, row, fine)
                && columns.Any(column => column.Column is Recognising.Column.Number && Filled(grid, row, column))
            );
        return merged || lost
            ?
            [
                .. columns.Select(column =>
                    column == coarse ? As(column, Recognising.Column.Detail)
                    : column == fine ? As(column, Recognising.Column.Task)
                    : column
                ),
            ]
            : columns;
    }

    private static bool Filled(Grid grid, int row, Headed column) =>
        grid.Within(row, column.First, column.Last).Any(cell => cell.Squeezed.Length > 0);

    private static Headed? Only(IReadOnlyList<Headed> columns, Column kind) =>
        columns.Where(column => column.Column == kind && column.Heading is not null).ToList() is [var only]
            ? only
            : null;

    private static Headed As(Headed column, Column kind) =>
        column with
        {
            Column = kind,
            Heading = column.Heading! with { Column = kind },
        };

    private static Headed Head(Sheet sheet, GridCell cell)
    {
        var column = Column(sheet, cell) ?? Recognising.Column.Other;
        var isKnown = !sheet.Taught.ContainsKey(cell.Squeezed) && TaskColumns.Read(cell.Squeezed) is not null;
        return new(column, cell.Place.Column, cell.LastColumn, new(cell.Squeezed, column, cell.Line, isKnown));
    }

    private static Column? Column(Sheet sheet, GridCell cell) =>
        sheet.Taught.TryGetValue(cell.Squeezed, out var taught) ? taught : TaskColumns.Read(cell.Squeezed);

    /// <summary>What a heading means beside the others: 进度 beside the times, 建议编号 beside 序号, 具体举措 beside 重点任务.</summary>
    private static IEnumerable<Headed> InOneTable(List<Headed> columns)
    {
        var times = columns.Count(column => column.Column is Recognising.Column.Time);
        var numbered = false;
        var tasks = columns.Count(column => column.Column is Recognising.Column.Task);
        var first = columns.Find(column => column.Column is Recognising.Column.Task);
        foreach (var column in columns)
        {
            var kind = column.Column;
            if (kind is Recognising.Column.Time && times > 1 && TaskColumns.MayBeProgress(column.Heading!.Heading))
                kind = Recognising.Column.Progress;
            else if (kind is Recognising.Column.Number && numbered)
                kind = Recognising.Column.Other;
            else if (
                kind is Recognising.Column.Task
                && tasks > 1
                && column != first
                && TaskColumns.IsMeasure(column.Heading!.Heading)
            )
                kind = Recognising.Column.Detail;
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
