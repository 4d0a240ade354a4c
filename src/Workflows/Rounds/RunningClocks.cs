using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>The clocks of a case that still count: of requests that wait, and of milestones nobody has reached.</summary>
internal static class RunningClocks
{
    public static Task<IReadOnlyList<ClockRow>> Of(Step step) =>
        step.Session.Query<ClockRow>(
            """
            select k.* from clock k
             where k.case_id = @CaseId
               and (exists (select 1 from ask a where a.id = k.owner and a.state in ('Open', 'Delegated'))
                    or exists (select 1 from milestone m where m.id = k.owner and m.reached_at is null))
             order by k.id
            """,
            new { step.CaseId }
        );
}
