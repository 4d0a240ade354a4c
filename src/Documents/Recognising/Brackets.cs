namespace JointMeeting.Documents.Recognising;

/// <summary>Brackets and quotation marks, half- and full-width alike.</summary>
internal static class Brackets
{
    private const string Opening = "(（[〔【《“‘";
    private const string Closing = ")）]〕】》”’";

    /// <summary>The bracket group a text ends with, a full stop after it allowed; null when it ends otherwise.</summary>
    public static (int Start, string Inner)? AtEnd(string text)
    {
        var end = text.Length - 1;
        while (end >= 0 && (Folding.IsBlank(text[end]) || text[end] is '。' or ';' or '；' or '.'))
            end--;
        if (end < 0 || text[end] is not (')' or '）' or '〕' or '】' or ']'))
            return null;
        for (int at = end, depth = 0; at >= 0; at--)
        {
            depth +=
                text[at] is ')' or '）' or '〕' or '】' or ']' ? 1
                : text[at] is '(' or '（' or '〔' or '【' or '[' ? -1
                : 0;
            if (depth == 0)
                return (at, text[(at + 1)..end]);
        }
        return null;
    }

    /// <summary>The pieces between separators that stand outside brackets, with the separator before each ('\0' for the first).</summary>
    public static IEnumerable<(char Before, string Piece)> SplitOutside(string text, Func<char, bool> separates)
    {
        var (start, depth, before) = (0, 0, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            if (Opening.Contains(text[at]))
                depth++;
            else if (Closing.Contains(text[at]))
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && separates(text[at]))
            {
                yield return (before, text[start..at]);
                (start, before) = (at + 1, text[at]);
            }
        }
        yield return (before, text[start..]);
    }
}
