using System.Text;
using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>
/// Rows of a CSV file or of cells pasted from a spreadsheet (RFC 4180 with comma, semicolon or tab). Rows may differ in
/// length; a quoted cell may hold line breaks and doubled quotation marks.
/// </summary>
internal static class Delimited
{
    private const int MostColumns = 200;

    /// <summary>Null where the text is no table.</summary>
    public static IReadOnlyList<SourceLine>? Lines(string text)
    {
        var delimiter = DelimiterOf(text);
        if (delimiter is null)
            return null;
        var lines = new List<SourceLine>();
        foreach (var (row, cells) in Rows(text, delimiter.Value).Index())
        foreach (var (column, cell) in cells.Take(MostColumns).Index())
            if (!string.IsNullOrWhiteSpace(cell))
                lines.AddRange(
                    cell.Trim()
                        .Split('\n')
                        .Select(part => new SourceLine(
                            row + 1,
                            part.Trim(),
                            new CellOrigin(1, row + 1, column + 1, Merges: false)
                        ))
                );
        return lines;
    }

    /// <summary>The mark that the first lines have most of.</summary>
    private static char? DelimiterOf(string text)
    {
        var head = string.Join('\n', text.Split('\n').Take(12));
        var best = new[] { '\t', ',', ';' }.MaxBy(mark => head.Count(sign => sign == mark));
        return head.Contains(best) ? best : null;
    }

    private static List<List<string>> Rows(string text, char delimiter)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (sign == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (quoted || (sign != delimiter && sign is not ('\n' or '\r')))
                cell.Append(sign);
            else if (sign != '\r')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (sign == '\n')
                    rows.Add([]);
            }
        }
        rows[^1].Add(cell.ToString());
        return rows;
    }
}
