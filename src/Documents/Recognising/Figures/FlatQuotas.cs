using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// Tables of quotas that lost their borders on the way, a cell a line: a heading for the sub-units, headings for the
/// columns, then again and again a name and as many numbers.
/// </summary>
internal static class FlatQuotas
{
    private const int MostColumns = 10;
    private const int LongestCell = 24;
    private const int FewestRows = 2;

    public static IEnumerable<Grid> Find(Sheet sheet)
    {
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (!sheet.IsTaken(at) && QuotaGrid.IsScope(sheet.Lines[at].Squeezed) && Of(sheet, at) is { } found)
            {
                yield return found.Grid;
                at = found.End - 1;
            }
    }

    private static (Grid Grid, int End)? Of(Sheet sheet, int at)
    {
        for (var columns = 2; columns <= MostColumns; columns++)
        {
            var rows = 0;
            while (IsRow(sheet, at + (columns * (rows + 1)), columns))
                rows++;
            if (
                rows >= FewestRows
                && Enumerable.Range(at, columns).All(head => IsCell(sheet, head) && !IsNumber(sheet, head))
            )
                return (Table(sheet, at, columns, rows + 1), at + (columns * (rows + 1)));
        }
        return null;
    }

    /// <summary>A name and numbers; the last of them may be missing from none.</summary>
    private static bool IsRow(Sheet sheet, int at, int columns) =>
        at + columns <= sheet.Lines.Count
        && IsCell(sheet, at)
        && !IsNumber(sheet, at)
        && Enumerable.Range(at + 1, columns - 1).All(cell => IsCell(sheet, cell) && IsNumber(sheet, cell));

    private static bool IsCell(Sheet sheet, int at) =>
        at < sheet.Lines.Count && !sheet.IsTaken(at) && sheet.Lines[at].Squeezed.Length <= LongestCell;

    private static bool IsNumber(Sheet sheet, int at) =>
        QuotaGrid.IsNumber(sheet.Lines[at].Squeezed) || sheet.Lines[at].Squeezed is "—" or "-" or "/";

    private static Grid Table(Sheet sheet, int at, int columns, int rows)
    {
        var cells = Enumerable
            .Range(0, columns * rows)
            .Select(cell => new SourceLine(
                sheet.Lines[at + cell].Number,
                sheet.Lines[at + cell].Spaced,
                new CellOrigin(0, (cell / columns) + 1, (cell % columns) + 1, Merges: false)
            ))
            .ToList();
        var grid = new Grid(cells);
        for (var row = 0; row < rows; row++)
            grid.Shown[row + 1] = [.. Enumerable.Range(at + (row * columns), columns)];
        return grid;
    }
}
