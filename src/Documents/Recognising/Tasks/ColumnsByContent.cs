using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a column of a task table holds, where its heading does not tell: by what stands below it.</summary>
internal static class ColumnsByContent
{
    private const int FewestColumns = 3;
    private const int LongText = 8;

    /// <summary>So many of a column's cells must be of a kind for it to be a column of them.</summary>
    private const double Most = 0.7;
    private const double Many = 0.4;

    /// <summary>任务（米）, 事项 above numbers counts what is to be done, and is no column of tasks.</summary>
    public static HeadedColumn NumbersAreNoTask(Grid grid, HeadedColumn column, int header)
    {
        if (column.Column is not Column.Task || column.Heading is null)
            return column;
        var cells = Cells(grid, column, [.. grid.Rows.Where(row => row > header)]);
        return cells.Count > 1 && cells.Count(cell => CellNumber.Is(cell.Squeezed)) >= cells.Count * Most
            ? column.As(Column.Other)
            : column;
    }

    /// <summary>
    /// A table of tasks whose heading for the tasks, or for the units, nobody has used before: the column of long texts, or
    /// of names of units, below a heading that is not known.
    /// </summary>
    public static List<HeadedColumn> UnknownIsTaskOrUnits(Grid grid, List<HeadedColumn> columns, int header)
    {
        var kinds = columns.ConvertAll(column => column.Column);
        var wantsTask = !kinds.Contains(Column.Task);
        var wantsUnits = !kinds.Contains(Column.Units) && !kinds.Contains(Column.Lead);
        if (wantsTask == wantsUnits || columns.Count < FewestColumns)
            return columns;
        var body = grid.Rows.Where(row => row > header).ToList();
        var best = columns
            .Where(column => column is { Column: Column.Other, Heading.IsKnown: false })
            .Select(column => (Column: column, Cells: Cells(grid, column, body)))
            .Where(found => found.Cells.Count > 1)
            .Select(found => (found.Column, Share: wantsTask ? LongTexts(found.Cells) : OfUnits(found.Cells)))
            .OrderByDescending(found => found.Share)
            .FirstOrDefault();
        if (best.Column is null || best.Share < Most)
            return columns;
        var kind = wantsTask ? Column.Task : Column.Units;
        return [.. columns.Select(column => column == best.Column ? column.As(kind) with { Guessed = true } : column)];
    }

    /// <summary>重点任务 merged over several rows, each with its own 具体举措: the rows are the tasks, the merged cell their group.</summary>
    public static IReadOnlyList<HeadedColumn> FinerIsTask(
        Grid grid,
        IReadOnlyList<HeadedColumn> columns,
        List<int> body
    )
    {
        var coarse = Only(columns, Column.Task);
        // 具体举措 beside 工作目标: the measures are what is done.
        var fine = columns.FirstOrDefault(column =>
            column.Column is Column.Detail && TaskColumns.IsMeasure(column.Heading!.Heading)
        );
        if (coarse is null || fine is null)
            return columns;
        return IsMergedOverSeveral(grid, coarse, fine, body) || LostItsMerge(grid, columns, coarse, fine, body)
            ?
            [
                .. columns.Select(column =>
                    column == coarse ? column.As(Column.Detail)
                    : column == fine ? column.As(Column.Task)
                    : column
                ),
            ]
            : columns;
    }

    /// <summary>工作要求, 备注 and headings nobody knows, above running text: it belongs to the task, and is searched like it.</summary>
    public static IReadOnlyList<HeadedColumn> TextsAreDetails(
        Grid grid,
        IReadOnlyList<HeadedColumn> columns,
        List<int> body
    ) =>
        TaskColumns.IsLedger([.. columns.Select(column => column.Column)])
            ? columns
            : [.. columns.Select(column => IsText(grid, column, body) ? column.As(Column.Detail) : column)];

    /// <summary>The filled cells below a heading that take no more room than it.</summary>
    public static List<GridCell> Cells(Grid grid, HeadedColumn column, List<int> body) =>
        [
            .. body.SelectMany(row => grid.Within(row, column.First, column.Last))
                .Where(cell => cell.Squeezed.Length > 0 && cell.Place.ColumnSpan <= column.Last - column.First + 1)
                .Distinct(),
        ];

    private static bool IsText(Grid grid, HeadedColumn column, List<int> body) =>
        column is { Column: Column.Other, Heading: { } heading }
        && (TaskColumns.IsRemark(heading.Heading) || !heading.IsKnown)
        && Cells(grid, column, body) is { Count: > 0 } cells
        && LongTexts(cells) >= (TaskColumns.IsRemark(heading.Heading) ? 0 : Many);

    private static bool IsMergedOverSeveral(Grid grid, HeadedColumn coarse, HeadedColumn fine, List<int> body) =>
        body.SelectMany(row => grid.Within(row, coarse.First, coarse.Last))
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

    /// <summary>A paste loses merged cells: a numbered row whose task is empty says the same.</summary>
    private static bool LostItsMerge(
        Grid grid,
        IReadOnlyList<HeadedColumn> columns,
        HeadedColumn coarse,
        HeadedColumn fine,
        List<int> body
    ) =>
        !grid.Merges
        && body.Exists(row =>
            !IsFilled(grid, row, coarse)
            && IsFilled(grid, row, fine)
            && columns.Any(column => column.Column is Column.Number && IsFilled(grid, row, column))
        );

    private static double LongTexts(List<GridCell> cells) =>
        (double)cells.Count(cell => cell.Squeezed.Length >= LongText && !TaskCells.IsUnits(new(cell.Text, 0)))
        / cells.Count;

    private static double OfUnits(List<GridCell> cells) =>
        (double)cells.Count(cell => TaskCells.IsUnits(new(cell.Text, 0))) / cells.Count;

    private static bool IsFilled(Grid grid, int row, HeadedColumn column) =>
        grid.Within(row, column.First, column.Last).Any(cell => cell.Squeezed.Length > 0);

    private static HeadedColumn? Only(IReadOnlyList<HeadedColumn> columns, Column kind) =>
        columns.Where(column => column.Column == kind && column.Heading is not null).ToList() is [var only]
            ? only
            : null;
}
