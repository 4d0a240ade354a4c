using JointMeeting.Domain.Texts;

namespace JointMeeting.Ledger.Stores;

/// <summary>Reads texts with their clauses.</summary>
public static class Texts
{
    /// <summary>The newest version of that kind, or null.</summary>
    public static Task<TextVersionRow?> Latest(this Session session, string caseId, string kind) =>
        session.One<TextVersionRow>(
            """
            select * from text_version where case_id = @caseId and kind = @kind
               and number = (select max(number) from text_version where case_id = @caseId and kind = @kind)
            """,
            new { caseId, kind }
        );

    /// <summary>The clauses of a version, in order.</summary>
    public static Task<IReadOnlyList<ClauseRow>> Clauses(this Session session, string version) =>
        session.Query<ClauseRow>("select * from clause where version = @version order by position", new { version });

    /// <summary>All links between clauses of a case's texts.</summary>
    public static async Task<IReadOnlyList<ClauseLink>> Links(this Session session, string caseId)
    {
        var rows = await session.Query<ClauseLinkRow>(
            """
            select l.* from clause_link l join clause c on c.id = l.to_clause
              join text_version v on v.id = c.version where v.case_id = @caseId
            """,
            new { caseId }
        );
        return
        [
            .. rows.Select(l => new ClauseLink(
                l.FromClause,
                l.ToClause,
                l.Kind,
                l.Substantive,
                l.ChallengedAt is not null
            )),
        ];
    }

    /// <summary>What each answer of a case saw.</summary>
    public static async Task<ILookup<string, SignedClause>> Signed(this Session session, string caseId)
    {
        var rows = await session.Query<(string Answer, string Clause, string Hash, bool Covered, ClauseMark Mark)>(
            """
            select s.answer, s.clause, s.hash, s.covered, c.mark from signed s
              join answer a on a.id = s.answer join clause c on c.id = s.clause where a.case_id = @caseId
            """,
            new { caseId }
        );
        return rows.ToLookup(r => r.Answer, r => new SignedClause(r.Clause, r.Hash, r.Covered, r.Mark));
    }
}
