namespace JointMeeting.Web.Kit.Graphs;

/// <summary>
/// How wide letters are, as far as can be known without the browser: Chinese ones are as wide as they are high, others
/// about half of that. Errs on the wide side, so that no box overflows.
/// </summary>
internal static class TextFit
{
    private const string NeverFirst = "，。、；：！？）》”’〕…%";

    /// <summary>The width in pixels.</summary>
    public static double Width(string text, double size) => text.Sum(Ems) * size;

    /// <summary>The text on so many lines of that width at most; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        var lines = Math.Ceiling(Width(text, size) / width);
        // Lines of about one length read better than a last one of a single letter.
        var even = Fill(text, size, Math.Min(width, (Width(text, size) / lines) + size), most);
        return lines <= most && even is [.., var last] && !last.EndsWith('…') ? even : Fill(text, size, width, most);
    }

    private static IReadOnlyList<string> Fill(string text, double size, double width, int most)
    {
        var lines = new List<string>();
        var rest = text;
        while (rest.Length > 0 && lines.Count < most)
        {
            var length = Fitting(rest, size, width);
            if (length < rest.Length && lines.Count == most - 1)
                return [.. lines, rest[..Math.Max(1, Fitting(rest, size, width - size))] + "…"];
            lines.Add(rest[..length].Trim());
            rest = rest[length..];
        }
        return lines;
    }

    private static int Fitting(string text, double size, double width)
    {
        var length = 0;
        var used = 0.0;
        while (length < text.Length && (used += Ems(text[length]) * size) <= width)
            length++;
        if (length == text.Length)
            return length;
        // A mark that may not begin a line goes to the next one with the letter before it.
        while (length > 1 && NeverFirst.Contains(text[length]))
            length--;
        return Math.Max(1, length);
    }

    private static double Ems(char c) =>
        c >= '\u2e80' || NeverFirst.Contains(c) || c is '“' or '‘' ? 1
        : char.IsUpper(c) || c is 'm' or 'w' or '@' ? 0.8
        : 0.6;
}
