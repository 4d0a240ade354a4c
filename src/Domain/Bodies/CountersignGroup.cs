namespace JointMeeting.Domain.Bodies;

/// <summary>
/// 会签次序 of a grouped round: ordinary units at once, then the units that guard money, posts and law, because they
/// judge what the others agreed on. A default of this program; no rule fixes it.
/// </summary>
public static class CountersignGroup
{
    /// <summary>Ordinary units.</summary>
    public const int Ordinary = 0;

    /// <summary>财政, 编制, 司法.</summary>
    public const int Guardian = 1;

    /// <summary>The lead unit's principal head.</summary>
    public const int LeadHead = 2;

    private static readonly string[] Guardians = ["财政", "编制", "编办", "司法"];

    /// <summary>The group that a unit's name suggests.</summary>
    public static int Of(string unitName) =>
        Guardians.Any(word => unitName.Contains(word, StringComparison.Ordinal)) ? Guardian : Ordinary;
}
