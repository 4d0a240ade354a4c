namespace JointMeeting.Web.Kit.Graphs;

/// <summary>A line of letters in a node, with its class and where its foot stands below the node's top.</summary>
internal sealed record Lettering(string Text, string Class, double Foot);

/// <summary>How large a node is and what is written in it.</summary>
internal sealed record Size(double Width, double Height, IReadOnlyList<Lettering> Letters)
{
    public const double TitleSize = 14;
    public const double NoteSize = 12;
    private const double BoxWidth = 192;
    private const double Padding = 10;
    private const int MostTitleLines = 2;
    private const int MostNoteLines = 2;

    public static Size Of(GraphNode node)
    {
        var most = BoxWidth - (2 * Padding) - (node.Shape is GraphShape.Hexagon ? 2 * Padding : 0);
        var title = TextFit.Wrap(node.Title, TitleSize, most, MostTitleLines);
        var notes = node
            .Notes.SelectMany(n => TextFit.Wrap(n.Text, NoteSize, most, MostNoteLines).Select(line => (line, n.Tone)))
            .ToList();
        var letters = new List<Lettering>();
        var foot = node.Shape is GraphShape.Bar ? 3.0 : 8.0;
        foreach (var line in title)
            letters.Add(new(line, "title", foot += TitleSize + 4));
        foot += notes.Count > 0 ? 2 : 0;
        foreach (var (line, tone) in notes)
            letters.Add(new(line, $"note note-{tone.ToString().ToLowerInvariant()}", foot += NoteSize + 4));
        return new(Wide(node.Shape, letters), foot + (node.Shape is GraphShape.Bar ? 7 : 12), letters);
    }

    private static double Wide(GraphShape shape, IEnumerable<Lettering> letters)
    {
        if (shape is GraphShape.Box)
            return BoxWidth;
        var widest = letters.Max(l => TextFit.Width(l.Text, l.Class == "title" ? TitleSize : NoteSize));
        var least = shape is GraphShape.Bar ? 96 : 64;
        return Math.Max(least, widest + (2 * Padding) + (shape is GraphShape.Bar ? 0 : 2 * Padding));
    }
}
