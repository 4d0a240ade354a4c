using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>An item of this or an earlier year, and who answers it where it was assigned.</summary>
public sealed record EarlierRuling(string CaseId, string Name, string Title, string? Host);

/// <summary>What asks for the same in this and earlier years, and who was given it; a proposal explains itself by it.</summary>
public sealed class EarlierRulings
{
    private readonly SimilarTexts<EarlierRuling> _all;

    private EarlierRulings(IEnumerable<EarlierRuling> rulings) => _all = new(rulings.Select(r => (r, r.Title)));

    /// <summary>Those that the reader may open; what one may not open one does not see by its title.</summary>
    public static async Task<EarlierRulings> Read(Session session, Person me)
    {
        var readable = await ReadableItems.By(session, me);
        return new((await All(session)).Where(r => readable.Contains(r.CaseId)));
    }

    /// <summary>All there are, whoever looks: for what is shown in its published form.</summary>
    public static async Task<EarlierRulings> ReadAll(Session session) => new(await All(session));

    private static async Task<IEnumerable<EarlierRuling>> All(Session session) =>
        (
            await session.Query<(string Id, string Session, string Number, string Title, string? Host)>(
                """
                select i.case_id, i.session_name, i.number, i.title,
                       (select min(h.unit) from item_handler h where h.case_id = i.case_id and h.duty in ('Host', 'Sole'))
                  from item i where i.part = ''
                """
            )
        ).Select(r => new EarlierRuling(r.Id, $"{r.Session} {r.Number} 号", r.Title, r.Host));

    /// <summary>The ruling on the most similar title that was given to somebody, or null.</summary>
    public EarlierHost? Like(string title) =>
        _all.To(title, 5).Select(s => s.What).FirstOrDefault(r => r.Host is not null) is { } ruling
            ? new(ruling.Title, ruling.Host!)
            : null;

    /// <summary>The most similar ones, best first.</summary>
    public IReadOnlyList<(EarlierRuling Ruling, double Share)> Similar(string title, string? except, int most) =>
        [.. _all.To(title, most + 1).Where(r => r.What.CaseId != except).Take(most)];
}
