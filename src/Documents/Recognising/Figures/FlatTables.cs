using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// Finds tables of figures that lost their borders: a cell a line, or rows of unequal length with tabs between the cells. Each
/// begins with its headings; a row begins with its number, or with a name behind which numbers stand.
/// </summary>
internal static class FlatTables
{
    private const int FewestColumns = 2;
    private const int MostColumns = 10;
    private const int LongestCell = 24;
    private const string NumberHeading = "序号";

    /// <summary>Between two numbered rows so many may have lost their number.</summary>
    private const int MostSkipped = 3;
    private static readonly Regex Ends = new("[。；;]$|^(注|备注|说明)[:：]", Patterns.Linear);

    public static IEnumerable<FlatTable> Find(Sheet sheet)
    {
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (IsStart(sheet, at) && Read(sheet, at) is { } table)
            {
                yield return table;
                at = table.End - 1;
            }
    }

    private static bool IsStart(Sheet sheet, int at)
    {
        if (sheet.IsTaken(at))
            return false;
        var cells = CellsOf(sheet, at);
        var first = cells[0].Squeezed;
        var second =
            cells.Count > 1 ? cells[1].Squeezed
            : at + 1 < sheet.Lines.Count ? sheet.Lines[at + 1].Squeezed
            : "";
        return IsName(first) || (first is NumberHeading && IsName(second));
    }

    private static bool IsName(string squeezed) => QuotaScope.IsHeading(squeezed) || IndicatorGrid.IsName(squeezed);

    private static FlatTable? Read(Sheet sheet, int at)
    {
        if (sheet.Lines[at].Spaced.Contains('\t'))
            return WithTabs(sheet, at);
        var cells = Enumerable.Range(at, sheet.Lines.Count - at).TakeWhile(next => IsCell(sheet, next));
        return ACellALine([.. cells.Select(next => CellsOf(sheet, next)[0])]);
    }

    private static bool IsCell(Sheet sheet, int at) =>
        !sheet.IsTaken(at)
        && sheet.Lines[at] is var line
        && line.Squeezed.Length <= LongestCell
        && !line.Spaced.Contains('\t')
        && !Ends.IsMatch(line.Squeezed)
        && !Sheet.IsAnnexHeading(line)
        && !Sheet.IsFurniture(line)
        && !Signature.IsDateLine(line)
        && !Outline.IsFirst(line.Squeezed)
        && !Outline.IsSecond(line.Squeezed);

    private static List<FlatCell> CellsOf(Sheet sheet, int at) =>
        [.. sheet.Lines[at].Spaced.Split('\t').Select(text => new FlatCell(at, sheet.Lines[at], text.Trim()))];

    private static FlatTable? WithTabs(Sheet sheet, int at)
    {
        var lines = Enumerable
            .Range(at, sheet.Lines.Count - at)
            .TakeWhile(next => !sheet.IsTaken(next) && sheet.Lines[next].Spaced.Contains('\t'))
            .Select(next => CellsOf(sheet, next))
            .ToList();
        return FlatTable.Of(lines[0], [.. lines.Skip(1).Select(cells => new FlatRow(cells, null))]);
    }

    private static FlatTable? ACellALine(List<FlatCell> cells)
    {
        var numbered = cells[0].Squeezed is NumberHeading;
        var titles = numbered
            ? cells.FindIndex(cell => cell.Squeezed is "1")
            : cells.FindIndex(cell => cell.IsNumber) - 1;
        if (titles is < FewestColumns or > MostColumns)
            return null;
        List<FlatCell> body = [.. cells.Skip(titles)];
        var rows = numbered ? NumberedRows(body, titles) : NamedRows(body);
        return rows.Count == 0 ? null : FlatTable.Of([.. cells.Take(titles)], rows);
    }

    /// <summary>From name to name; a name without any number goes along only where a row with numbers follows.</summary>
    private static List<FlatRow> NamedRows(List<FlatCell> cells)
    {
        var rows = new List<FlatRow>();
        for (var at = 0; at < cells.Count; )
        {
            var end = at + 1;
            while (end < cells.Count && cells[end].IsNumber)
                end++;
            var isBare = end == at + 1;
            var goesOn = end + 1 < cells.Count && cells[end + 1].IsNumber;
            if (isBare && !goesOn)
                break;
            rows.Add(new(cells[at..end], end < cells.Count ? cells[end].Line.Number : null));
            at = end;
        }
        return WithoutLastBorder(rows);
    }

    /// <summary>From number to number, in order; what follows the last row's last column is no longer the table.</summary>
    private static List<FlatRow> NumberedRows(List<FlatCell> cells, int columns)
    {
        var starts = new List<int>();
        var last = 0;
        for (var at = 0; at + 1 < cells.Count; at++)
            if (
                (starts.Count == 0 || at - starts[^1] > 1)
                && int.TryParse(cells[at].Squeezed, out var number)
                && number > last
                && number <= last + MostSkipped
                && !cells[at + 1].IsNumber
            )
            {
                starts.Add(at);
                last = number;
            }
        return
        [
            .. starts.Select(
                (start, row) =>
                    row + 1 < starts.Count
                        ? new FlatRow(cells[start..starts[row + 1]], cells[starts[row + 1]].Line.Number)
                        : new FlatRow(cells[start..Math.Min(cells.Count, start + columns)], null)
            ),
        ];
    }

    /// <summary>Behind the last row comes what is no row: it does not tell how long the row was.</summary>
    private static List<FlatRow> WithoutLastBorder(List<FlatRow> rows) =>
        rows.Count == 0 ? rows : [.. rows.SkipLast(1), rows[^1] with { NextLine = null }];
}
