using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>An item of this or an earlier year and who answered it.</summary>
public sealed record EarlierRuling(string CaseId, string Title, string Host);

/// <summary>Who was given what on the same matter before; a proposal explains itself by it.</summary>
public sealed class EarlierRulings
{
    private readonly List<(EarlierRuling Ruling, TextLikeness Likeness)> _all;

    private EarlierRulings(IEnumerable<EarlierRuling> rulings) =>
        _all = [.. rulings.Select(r => (r, TextLikeness.Of(r.Title)))];

    /// <summary>Reads them.</summary>
    public static async Task<EarlierRulings> Read(Session session) =>
        new(
            (
                await session.Query<(string, string, string)>(
                    """
                    select i.case_id, i.title, h.unit from item i
                      join item_handler h on h.case_id = i.case_id and h.duty in ('Host', 'Sole')
                    """
                )
            ).Select(r => new EarlierRuling(r.Item1, r.Item2, r.Item3))
        );

    /// <summary>The ruling on the most similar title, or null where none is similar.</summary>
    public EarlierRuling? Like(string title) => Similar(title, null, 1) is [var best] ? best.Ruling : null;

    /// <summary>The most similar ones, best first.</summary>
    public IReadOnlyList<(EarlierRuling Ruling, double Share)> Similar(string title, string? except, int most)
    {
        var asked = TextLikeness.Of(title);
        return
        [
            .. _all.Where(r => r.Ruling.CaseId != except)
                .Select(r => (r.Ruling, Share: asked.To(r.Likeness)))
                .Where(r => r.Share >= TextLikeness.Similar)
                .OrderByDescending(r => r.Share)
                .Take(most),
        ];
    }
}
