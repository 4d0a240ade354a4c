namespace JointMeeting.Domain.Bodies;

/// <summary>How many member units a meeting has, and whether somebody should think twice.</summary>
/// <param name="Needed">The smallest number that gives no warning.</param>
/// <param name="Warning">What to tell the office; null when enough are there. It never blocks.</param>
public sealed record Quorum(int Units, int Present, int Needed, string? Warning)
{
    /// <summary>
    /// No national rule on a quorum (法定人数) exists: below two thirds of the member units present or represented,
    /// the office is warned. A unit counts once, whoever and however many came for it; guests do not count.
    /// </summary>
    public static Quorum Of(
        IEnumerable<Guid> memberUnits,
        IEnumerable<Guid> unitsPresentOrRepresented,
        int numerator = 2,
        int denominator = 3
    )
    {
        var members = memberUnits.ToHashSet();
        var present = unitsPresentOrRepresented.Where(members.Contains).Distinct().Count();
        var needed = ((members.Count * numerator) + denominator - 1) / denominator;
        var warning =
            present < needed
                ? $"到会(含代会)成员单位{present}个,不足{members.Count}个成员单位的{Numeral(denominator)}分之{Numeral(numerator)}({needed}个);会议可以照常举行,请召集人酌定。"
                : null;
        return new(members.Count, present, needed, warning);
    }

    private static string Numeral(int n) => n is >= 0 and <= 10 ? $"{"零一二三四五六七八九十"[n]}" : $"{n}";
}
