namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A stretch of a text between commas and stops, outside brackets.</summary>
/// <param name="Open">The same stretch with titles and quotations blanked.</param>
/// <param name="Starts">The first of its sentence, or of a part of it behind a semicolon.</param>
internal sealed record Segment(string Text, string Open, bool Starts)
{
    /// <summary>The first of its sentence: what stood before a full stop is done with.</summary>
    public bool IsFirst { get; init; }

    public IReadOnlyList<Figure> Figures { get; } = FigureScan.Find(Open);
}

/// <summary>Cuts a text into segments; a comma inside a number (1,180) is no border.</summary>
internal static class Segments
{
    public static IReadOnlyList<Segment> Of(string text)
    {
        var open = FigureScan.Open(text);
        var segments = new List<Segment>();
        var (start, depth, starts, first) = (0, 0, true, true);
        for (var at = 0; at <= open.Length; at++)
        {
            var sign = at == open.Length ? '。' : open[at];
            depth = Math.Max(
                0,
                sign is '(' or '（' ? depth + 1
                    : sign is ')' or '）' ? depth - 1
                    : depth
            );
            var ends = sign is '。' or ';' or '；' or '\n';
            if (!ends && (depth > 0 || sign is not (',' or '，' or ':' or '：') || IsInNumber(open, at)))
                continue;
            if (text[start..at].Trim() is { Length: > 0 } piece)
            {
                var offset = start + text[start..at].IndexOf(piece[0]);
                segments.Add(new(piece, open.Substring(offset, piece.Length), starts) { IsFirst = first });
            }
            (starts, first) = (ends, sign is '。' or '\n');
            (start, depth) = (at + 1, ends ? 0 : depth);
        }
        return segments;
    }

    private static bool IsInNumber(string text, int at) =>
        at > 0
        && at + 3 < text.Length
        && char.IsAsciiDigit(text[at - 1])
        && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
