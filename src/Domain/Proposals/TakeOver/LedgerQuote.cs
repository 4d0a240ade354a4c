using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>
/// Words of a ledger as a reason or a history quotes them. Both are read by the units as well, and what signers think of a
/// reply is for a unit only once it is released; words that may carry it are not quoted.
/// </summary>
public static partial class LedgerQuote
{
    private const int Longest = 30;

    /// <summary>Nothing in them looks like what a signer thinks.</summary>
    public static bool MayBeRepeated(string words) => !Opinion().IsMatch(words);

    /// <summary>As much of them as a line holds.</summary>
    public static string Short(string words) =>
        words.Trim() is { Length: > Longest } text ? text[..Longest] + "…" : words.Trim();

    [GeneratedRegex("满意|评价|反馈|意见|认可|赞同|感谢", RegexOptions.CultureInvariant)]
    private static partial Regex Opinion();
}
