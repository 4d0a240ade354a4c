using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Reading;

/// <summary>
/// Tables in pasted text: WPS, Excel and web pages put a tab between the cells of a row, CSV files a comma. Only blocks in which every
/// row has the same number of cells are tables; in any other the tabs stay where they are, for they may be mere layout.
/// </summary>
internal static class PastedTables
{
    private const int LinesOfQuotedCell = 30;
    private const int MostColumns = 200;
    private static readonly Regex SectionRow = new(
        "^\\s*([一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[^。]{1,60}$",
        Patterns.Linear
    );

    private sealed record Row(int Line, string Text, IReadOnlyList<string> Cells, int Lines)
    {
        public bool IsBlank { get; } = string.IsNullOrWhiteSpace(Text);

        public bool HasTabs => Cells.Count > 1;
    }

    public static List<SourceLine> Lines(string[] texts, char between = '\t')
    {
        var rows = Rows(texts, between);
        var lines = new List<SourceLine>(rows.Count);
        var table = 0;
        for (var at = 0; at < rows.Count; )
        {
            var end = rows[at].HasTabs ? EndOfBlock(rows, at) : at;
            if (end - at > 1 && IsTable(rows, at, end))
            {
                AddTable(lines, ++table, rows.GetRange(at, end - at));
                at = end;
            }
            else
                for (end = Math.Max(end, at + 1); at < end; at++)
                    AddPlain(lines, rows[at]);
        }
        return lines;
    }

    /// <summary>Behind the last row with tabs; blank lines and headings of sections may stand between rows.</summary>
    private static int EndOfBlock(List<Row> rows, int start)
    {
        var (end, headings) = (start, 0);
        for (var at = start; at < rows.Count; at++)
            if (rows[at].HasTabs)
                (end, headings) = (at, 0);
            else if (!rows[at].IsBlank && (headings++ > 0 || !SectionRow.IsMatch(rows[at].Text)))
                break;
        return end + 1;
    }

    private static bool IsTable(List<Row> rows, int start, int end)
    {
        var wide = rows.GetRange(start, end - start).Where(row => row.HasTabs).ToList();
        return wide.Count > 1
            && wide[0].Cells.Count <= MostColumns
            && wide.All(row => row.Cells.Count == wide[0].Cells.Count);
    }

    private static void AddTable(List<SourceLine> lines, int table, List<Row> rows)
    {
        for (var (at, number) = (0, 1); at < rows.Count; at++)
        {
            var row = rows[at];
            if (row.IsBlank && !row.HasTabs)
            {
                AddPlain(lines, row);
                continue;
            }
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var origin = new CellOrigin(table, number, column + 1, Merges: false);
                if (row.Cells[column].Trim() is { Length: > 0 } cell)
                    lines.AddRange(cell.Split('\n').Select(text => new SourceLine(row.Line, text, origin)));
            }
            number++;
            if (lines.Count > SourceBuilder.MostLines)
                throw SourceBuilder.TooMuch();
        }
    }

    private static void AddPlain(List<SourceLine> lines, Row row)
    {
        foreach (var (at, text) in row.Text.Split('\n').Index())
            lines.Add(new(row.Line + at, text, new TextLineOrigin(row.Line + at)));
    }

    private static List<Row> Rows(string[] texts, char between)
    {
        var rows = new List<Row>(texts.Length);
        for (var at = 0; at < texts.Length; at += rows[^1].Lines)
            rows.Add(Quoted(texts, at, between) ?? new(at + 1, texts[at], OnOneLine(texts[at], between), 1));
        return rows;
    }

    private static IReadOnlyList<string> OnOneLine(string text, char between) =>
        text.Contains(between) ? Cells(text, between) ?? (IReadOnlyList<string>)text.Split(between) : [text];

    /// <summary>A spreadsheet quotes a cell that has line breaks in it, and doubles the quotation marks inside.</summary>
    private static Row? Quoted(string[] texts, int at, char between)
    {
        if (!OpensQuote(texts[at], between))
            return null;
        var text = texts[at];
        for (var next = at + 1; next < texts.Length && next - at < LinesOfQuotedCell; next++)
        {
            text += "\n" + texts[next];
            if (Cells(text, between) is { Count: > 1 } cells)
                return new(at + 1, text, cells, next - at + 1);
        }
        return null;
    }

    private static bool OpensQuote(string line, char between) =>
        (line.StartsWith('"') || line.Contains($"{between}\"")) && Cells(line, between) is null;

    /// <summary>The cells of a row, null while a quotation is open.</summary>
    private static List<string>? Cells(string row, char between)
    {
        var cells = new List<string>();
        for (var at = 0; at <= row.Length; )
        {
            var quoted = at < row.Length && row[at] == '"';
            var end =
                quoted ? EndOfQuote(row, at + 1, between)
                : row.IndexOf(between, at) is >= 0 and var border ? border
                : row.Length;
            if (end < 0)
                return null;
            cells.Add(quoted ? row[(at + 1)..(end - 1)].Replace("\"\"", "\"") : row[at..end]);
            at = end + 1;
        }
        return cells;
    }

    /// <summary>Behind the closing mark, which the next cell or the end of the row follows; -1 when there is none.</summary>
    private static int EndOfQuote(string row, int from, char between)
    {
        for (var at = from; at < row.Length; at++)
            if (row[at] == '"' && at + 1 < row.Length && row[at + 1] == '"')
                at++;
            else if (row[at] == '"' && (at + 1 == row.Length || row[at + 1] == between))
                return at + 1;
        return -1;
    }
}
