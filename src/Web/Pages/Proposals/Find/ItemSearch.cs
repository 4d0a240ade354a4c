using JointMeeting.Domain.Proposals;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Proposals.Find;

/// <summary>
/// The one box: a number, a short name (its characters in the order they have in the title: 校门停车), pinyin initials, a
/// signer, or a unit by any name it goes by.
/// </summary>
public sealed class ItemSearch(
    ILookup<string, (string Unit, HandlingDuty Duty)> handlers,
    ILookup<string, string> unitNames
)
{
    private const int LongestShortName = 12;

    /// <summary>The lines that answer, the best first: number, then title, short name, initials, signer, unit.</summary>
    public IReadOnlyList<ItemLine> Find(IEnumerable<ItemLine> lines, string asked)
    {
        var q = asked.Trim();
        var units = unitNames.Where(u => u.Any(n => IsUnit(n, q))).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lines
                .Select(l => (Line: l, Rank: Rank(l, q, units)))
                .Where(r => r.Rank > 0)
                .OrderByDescending(r => r.Rank)
                .Select(r => r.Line),
        ];
    }

    private int Rank(ItemLine line, string q, HashSet<string> units) =>
        line.Number == ItemName.Number(q) ? 7
        : line.Title.Contains(q, StringComparison.OrdinalIgnoreCase) ? 6
        : IsShortFor(q, line.Title) ? 5
        : IsInitials(q) && line.Initials.Contains(q, StringComparison.OrdinalIgnoreCase) ? 4
        : IsInitials(q) && IsShortFor(q.ToLowerInvariant(), line.Initials) && q.Length > 3 ? 3
        : line.LeadSigner?.Contains(q, StringComparison.Ordinal) is true ? 2
        : handlers[line.CaseId].Any(h => units.Contains(h.Unit)) ? 1
        : 0;

    private static bool IsInitials(string q) => q.Length > 1 && q.All(char.IsAsciiLetterOrDigit);

    private static bool IsUnit(string name, string q) =>
        name.Contains(q, StringComparison.Ordinal)
        || (IsInitials(q) && PinyinInitials.Of(name).EndsWith(q, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every character in its order; one letter or a whole sentence is no short name.</summary>
    private static bool IsShortFor(string q, string title)
    {
        if (q.Length is < 2 or > LongestShortName)
            return false;
        var at = 0;
        foreach (var sign in title)
            if (at < q.Length && sign == q[at])
                at++;
        return at == q.Length;
    }
}
