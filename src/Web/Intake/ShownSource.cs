using JointMeeting.Documents.Reading;

namespace JointMeeting.Web.Intake;

/// <summary>A source as pages show it: a line for a line, and a row of a table as one line, so that rows can be compared.</summary>
internal sealed class ShownSource
{
    private readonly List<string> lines = [];
    private readonly Dictionary<int, int> shown = [];

    public ShownSource(SourceText source)
    {
        (int Table, int Row)? before = null;
        foreach (var line in source.Lines)
        {
            var row = line.Origin is CellOrigin cell ? ((int, int)?)(cell.Table, cell.Row) : null;
            if (row is not null && row == before)
                lines[^1] += $"\t{line.Text.Trim()}";
            else
                lines.Add(line.Text);
            shown.TryAdd(line.Number, lines.Count);
            before = row;
        }
    }

    public string Text => string.Join('\n', lines);

    public int Count => lines.Count;

    /// <summary>The place (from 1) where a line of the source is shown; null where there is none.</summary>
    public int? PlaceOf(int number) => shown.TryGetValue(number, out var place) ? place : null;

    public string this[int place] => lines[place - 1];
}
