using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House.Abolish;

namespace JointMeeting.Workflows.Rounds;

/// <summary>
/// A unit that is asked the same again within the same period, because its answer was sent back (退回修改, 退回补充), goes
/// on under what was approved for that period: an extension (延期) is the period's, not the request's, and so is the time
/// it stood still. A period is the same while its rule and the day it started on are; one that only ends on a stated day,
/// while that day is. Who carries on for a unit that ended (承接) goes on under what was approved for it.
/// </summary>
internal static class SamePeriod
{
    /// <summary>The clock of that period so far; null where it begins anew.</summary>
    public static async Task<Explanation?> Before(
        Step step,
        DeadlineRule rule,
        DateOnly? start,
        DateOnly? stated,
        string ask
    )
    {
        // What counts from the day of asking is never the same period.
        if (start is null && (rule.Period is not null || stated is null))
            return null;
        // A milestone has a clock and asks nobody.
        if (step.File.Asks.FirstOrDefault(a => a.Id == ask)?.Unit is not { } unit)
            return null;
        var before = step.File.Asks.Where(a => a.Id != ask).ToLookup(a => a.Unit, a => a.Id);
        if (before.Count == 0)
            return null;
        var clocks = await step.Session.Query<ClockRow>(
            "select * from clock where case_id = @CaseId and rule = @Id order by id",
            new { step.CaseId, rule.Id }
        );
        var same = clocks.Where(c => start is null ? c.FixedOn == stated : c.StartedOn == start).ToList();
        if (same.Count == 0)
            return null;
        var successors = await Successors.On(step.Session, step.Today);
        return
            successors
                .Behind(unit)
                .Select(u => same.FindLast(c => before[u].Contains(c.Owner)))
                .FirstOrDefault(c => c is not null)
                is { } last
            && Explanation.Parse(last.Replay) is var kept
            && kept.Rule == rule
            ? kept
            : null;
    }
}
