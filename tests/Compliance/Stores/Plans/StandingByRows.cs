using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;

namespace JointMeeting.Compliance.Stores.Plans;

/// <summary>
/// A verifier that has only the rows <c>signed</c>, <c>clause</c> and <c>clause_link</c>, and the definition written down
/// anew: does the unit's last signature stand on the newest text?
/// </summary>
internal static class StandingByRows
{
    public static async Task<bool> StandsByRows(this World world, string plan, string unit)
    {
        const string signed = """
            select s.clause, s.hash, s.covered from signed s where s.answer = (
                select max(a.id) from answer a join ask k on k.id = a.ask_id
                 where k.case_id = @plan and k.unit = @unit and k.vocabulary = 'countersign' and a.origin = 'Explicit')
            """;
        var id = world.Unit(unit);
        var newest = (await world.PlanClauses(plan)).Select(c => c.Id).ToHashSet();
        var clauses = await world.Rows<ClauseRow>("select * from clause");
        var links = await world.Rows<ClauseLinkRow>("select * from clause_link");
        return ReferenceStanding.Stands(
            id,
            [
                .. (await world.Rows<(string, string, bool)>(signed, new { plan, unit = id })).Select(
                    s => new SignedFact(s.Item1, s.Item2, s.Item3)
                ),
            ],
            [
                .. clauses.Select(c => new ClauseOfVersion(
                    c.Id,
                    newest.Contains(c.Id),
                    c.Hash,
                    $"{c.Mark}",
                    c.AsText().Units.ToHashSet()
                )),
            ],
            [
                .. links.Select(l => new LinkFact(
                    l.FromClause,
                    l.ToClause,
                    $"{l.Kind}",
                    l.Substantive,
                    l.ChallengedAt is not null
                )),
            ]
        );
    }
}
