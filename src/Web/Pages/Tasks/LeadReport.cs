using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>
/// What a lead unit was asked to report on a task, with the clock of it: the one place where the valid day (有效期限) of
/// a task is read, for its light and for its figures.
/// </summary>
public sealed record LeadReport
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }
    public required AskState State { get; init; }
    public string? ReplacedBy { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>The clock, where an extension was approved; null otherwise.</summary>
    public string? Extended { get; init; }

    /// <summary>The reports of the tasks for which the condition on <c>task t</c> and <c>cases c</c> holds, oldest first.</summary>
    public static async Task<ILookup<string, LeadReport>> Read(Session session, string condition, object? values)
    {
        var reports = await session.Query<LeadReport>(
            $"""
            select a.id, a.case_id, a.unit, a.state, a.replaced_by, a.settled_at, k.due,
                   case when exists (select 1 from clock_change g where g.clock = k.id and g.kind = 'extend') then k.replay end as extended
              from task t join cases c on c.id = t.case_id join ask a on a.case_id = t.case_id
              left join clock k on k.owner = a.id and k.owner_kind = 'ask'
             where a.vocabulary = 'report' and a.within is null and a.delegated_from is null and ({condition})
             order by a.id
            """,
            values
        );
        return reports.ToLookup(r => r.CaseId, StringComparer.Ordinal);
    }

    /// <summary>The last one of that unit, or of the unit that was asked in its place (改派, 承接); null before it is asked.</summary>
    public static LeadReport? LastOf(IEnumerable<LeadReport> ofTask, string unit)
    {
        var all = ofTask.ToList();
        var last = all.FindLast(r => r.Unit == unit);
        while (last is { State: AskState.Replaced, ReplacedBy: { } next })
            last = all.Find(r => r.Id == next);
        return last;
    }

    /// <summary>The day that holds for the task as a whole.</summary>
    public static DateOnly? DayOf(DateOnly? stated, IEnumerable<LeadReport> ofTask, IEnumerable<string> leads)
    {
        var all = ofTask.ToList();
        return ValidDay.Of(
            stated,
            [
                .. leads
                    .Select(unit => LastOf(all, unit))
                    .OfType<LeadReport>()
                    .Select(r => new LeadDay(r.Due, r.State == AskState.Answered)),
            ]
        );
    }
}
