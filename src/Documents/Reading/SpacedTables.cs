using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Reading;

/// <summary>
/// Tables whose columns are only set apart by wide gaps: rows one below the other with as many cells each, and a number in all
/// but the first. Rosters are set so too, but have no numbers.
/// </summary>
internal static class SpacedTables
{
    private const int FewestCells = 3;
    private const int FewestRows = 3;
    private static readonly Regex Gap = new("\u3000{2,}|[ \u00a0\u3000]{3,}", Patterns.Linear);
    private static readonly Regex Number = new("^[0-9０-９]+([.,][0-9]+)?[%％]?$", Patterns.Linear);

    /// <summary>The same lines, with a tab for each gap inside such a table.</summary>
    public static string[] WithTabs(string[] texts)
    {
        var lines = texts.ToArray();
        for (var at = 0; at < lines.Length; )
        {
            var cells = Cells(lines[at]);
            var end = at + 1;
            while (end < lines.Length && cells.Length >= FewestCells && IsRow(lines[end], cells.Length))
                end++;
            if (end - at >= FewestRows)
                for (var row = at; row < end; row++)
                    lines[row] = string.Join('\t', Cells(lines[row]));
            at = end;
        }
        return lines;
    }

    private static bool IsRow(string line, int cells) =>
        !line.Contains('\t') && Cells(line) is var row && row.Length == cells && row.Any(Number.IsMatch);

    private static string[] Cells(string line) =>
        line.Length is 0 or > 300 || line.Contains('\t') ? [] : Gap.Split(line.Trim());
}
