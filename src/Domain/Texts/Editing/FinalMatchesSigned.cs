namespace JointMeeting.Domain.Texts.Editing;

/// <summary>A clause whose countersigned text the final file does not contain as it was signed.</summary>
/// <param name="Place">Its place among the countersigned clauses, from 1.</param>
/// <param name="Signed">The text that was signed.</param>
public sealed record NotInFinal(int Place, string Signed);

/// <summary>
/// Compares the text of the sealed final file with what was countersigned: every clause must stand there, in order.
/// Line breaks, spaces, page numbers and clause numbers are the printer's; every other sign counts
/// (党政机关公文处理工作条例 Art. 22: what was signed is what is issued).
/// </summary>
public static class FinalMatchesSigned
{
    /// <summary>The clauses that the file does not contain; none where it matches.</summary>
    public static IReadOnlyList<NotInFinal> Differences(IReadOnlyList<string> signed, string final)
    {
        var file = Plain(final);
        var missing = new List<NotInFinal>();
        var from = 0;
        foreach (var (text, index) in signed.Select((t, i) => (t, i)))
        {
            var wanted = Plain(text);
            var at = file.IndexOf(wanted, from, StringComparison.Ordinal);
            if (at < 0)
                missing.Add(new(index + 1, text));
            else
                from = at + wanted.Length;
        }
        return missing;
    }

    /// <summary>Without white space and the lines that are only a page number (— 3 —).</summary>
    private static string Plain(string text) =>
        string.Concat(
            Nfc.Of(text)
                .Split('\n')
                .Where(line => !IsPageNumber(line))
                .SelectMany(line => line)
                .Where(c => !char.IsWhiteSpace(c))
        );

    private static bool IsPageNumber(string line)
    {
        var signs = line.Where(c => !char.IsWhiteSpace(c)).ToList();
        return signs.Count > 2
            && signs[0] is '—' or '－' or '-'
            && signs[^1] is '—' or '－' or '-'
            && signs[1..^1].All(char.IsAsciiDigit);
    }
}
