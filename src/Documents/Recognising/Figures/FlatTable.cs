using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A cell of a table that lost its borders.</summary>
/// <param name="At">The place of its line in the sheet.</param>
internal sealed record FlatCell(int At, Line Line, string Text)
{
    public string Squeezed { get; } = Folding.Squeeze(Text);

    public bool IsNumber => CellNumber.Is(Squeezed) || CellNumber.IsNone(Squeezed);
}

/// <summary>A row of it, as long as it is; perhaps too short or too long.</summary>
/// <param name="NextLine">The line of the source where the next row begins; null behind the last.</param>
internal sealed record FlatRow(IReadOnlyList<FlatCell> Cells, int? NextLine)
{
    public string Words => string.Join(' ', Cells.Select(cell => cell.Squeezed));
}

/// <summary>
/// A table of figures that lost its borders on the way, put together again. A row that lost a cell is read where a blank line
/// tells which; else it is said that it was not read. No such row ends the table.
/// </summary>
/// <param name="Doubts">By row: why its cells may not stand in their columns.</param>
/// <param name="LeftOutLines">The places in the sheet of the rows that were left out.</param>
/// <param name="End">The place in the sheet behind its last line.</param>
internal sealed record FlatTable(
    Grid Grid,
    IReadOnlyDictionary<int, string> Doubts,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<int> LeftOutLines,
    int End
)
{
    private const int FewestRows = 2;

    /// <returns>Null where fewer than two rows are as long as the header.</returns>
    public static FlatTable? Of(IReadOnlyList<FlatCell> header, IReadOnlyList<FlatRow> rows)
    {
        var whole = rows.Where(row => row.Cells.Count == header.Count).ToList();
        if (whole.Count < FewestRows)
            return null;
        var step = Step(whole);
        var cells = new List<SourceLine>();
        var shown = new Dictionary<int, List<int>>();
        var (doubts, leftOut) = (new Dictionary<int, string>(), new List<LeftOut>());
        var (next, places) = (1, new List<int>());
        foreach (var row in rows.Prepend(new FlatRow(header, null)))
        {
            if (Columns(row, header.Count, step) is not { } columns)
            {
                leftOut.Add(
                    new(
                        $"表中这一行有 {row.Cells.Count} 格,表头有 {header.Count} 格,不知道缺(多)的是哪一格,没有读入",
                        row.Words,
                        row.Cells[0].Line.Number
                    )
                );
                places.AddRange(row.Cells.Select(cell => cell.At));
                continue;
            }
            if (columns.Count < header.Count)
                doubts[next] = "这一行缺一格,按空行所在的位置对应表头,请核对";
            cells.AddRange(
                row.Cells.Select(
                    (cell, at) =>
                        new SourceLine(
                            cell.Line.Number,
                            cell.Text,
                            new CellOrigin(0, next, columns[at] + 1, Merges: false)
                        )
                )
            );
            shown[next++] = [.. row.Cells.Select(cell => cell.At).Distinct()];
        }
        var grid = new Grid(cells);
        foreach (var (row, lines) in shown)
            grid.Shown[row] = lines;
        return new(grid, doubts, leftOut, places, rows[^1].Cells[^1].At + 1);
    }

    /// <summary>How many lines of the source one cell is below the other.</summary>
    private static int Step(List<FlatRow> whole) =>
        whole
            .SelectMany(row => row.Cells.Zip(row.Cells.Skip(1), (one, next) => next.Line.Number - one.Line.Number))
            .CountBy(step => step)
            .MaxBy(step => step.Value)
            .Key;

    /// <summary>The column of each cell; null where it cannot be told.</summary>
    private static List<int>? Columns(FlatRow row, int count, int step)
    {
        if (row.Cells.Count == count)
            return [.. Enumerable.Range(0, count)];
        var start = row.Cells[0].Line.Number;
        var isWhole = row.NextLine is { } next ? next - start == count * step : LastIs(count - 1);
        var columns = row.Cells.Select(cell => (cell.Line.Number - start) / Math.Max(1, step)).ToList();
        return row.Cells.Count < count && step > 0 && isWhole && columns.Distinct().Count() == columns.Count
            ? columns
            : null;

        bool LastIs(int column) => row.Cells[^1].Line.Number - start == column * step;
    }
}
