using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Plans;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>What a unit said last about a clause, with what the drafter did with it.</summary>
public sealed record OpinionRow
{
    public required string Id { get; init; }
    public required string Ask { get; init; }
    public required string Unit { get; init; }
    public required string Vocabulary { get; init; }
    public string? Clause { get; init; }
    public required PositionValue Value { get; init; }
    public string? Text { get; init; }
    public string? Basis { get; init; }
    public required DateTimeOffset At { get; init; }
    public AdoptionDecision? Decision { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Reads the opinions of a plan.</summary>
public static class OpinionRows
{
    private const string Last = """
        select o.id, k.id as ask, k.unit, k.vocabulary, o.clause, o.value, o.text, o.basis, a.at, d.decision, d.reason
          from clause_opinion o
          join answer a on a.id = o.answer and a.origin <> 'Drafted'
          join ask k on k.id = a.ask_id
          left join adoption d on d.opinion = o.id
               and d.id = (select max(e.id) from adoption e where e.opinion = o.id)
         where a.case_id = @plan
           and not exists (
               select 1 from answer n where n.ask_id = a.ask_id and n.id > a.id and n.origin <> 'Drafted')
         order by k.opened_at, o.id
        """;

    private const string OfVersions = """
        select c.* from clause c join text_version v on v.id = c.version where v.case_id = @plan
        """;

    /// <summary>All that is said last in each request, oldest request first.</summary>
    public static Task<IReadOnlyList<OpinionRow>> Read(Session session, string plan) =>
        session.Query<OpinionRow>(Last, new { plan });

    /// <summary>Every clause of every version, because an opinion is on the clause it was given on.</summary>
    public static async Task<IReadOnlyDictionary<string, ClauseRow>> AllClauses(Session session, string plan) =>
        (await session.Query<ClauseRow>(OfVersions, new { plan })).ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>
    /// Today's clause for each clause of an earlier version; of a split one the first part, of a deleted one none.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> Today(
        Session session,
        string plan,
        IReadOnlyList<ClauseRow> now
    )
    {
        var back = (await session.Links(plan)).ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        var today = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var clause in now)
        {
            var open = new Stack<string>([clause.Id]);
            while (open.TryPop(out var id))
                if (today.TryAdd(id, clause.Id))
                    foreach (var from in back[id])
                        open.Push(from);
        }
        return today;
    }
}
