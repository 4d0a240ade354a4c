using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>
/// A unit that is asked the same again within the same period, because its answer was sent back (退回修改), goes on
/// under what was approved for that period: an extension (延期) is the period's, not the request's, and so is the time
/// it stood still. A period is the same while its rule and the day it started on are.
/// </summary>
internal static class SamePeriod
{
    /// <summary>What happened to the period so far, its start left out; nothing where it begins anew.</summary>
    public static async Task<IReadOnlyList<ClockEvent>> Goes(Step step, DeadlineRule rule, DateOnly start, string ask)
    {
        // A milestone has a clock and asks nobody.
        if (step.File.Asks.FirstOrDefault(a => a.Id == ask)?.Unit is not { } unit)
            return [];
        var before = step
            .File.Asks.Where(a => a.Unit == unit && a.Id != ask)
            .Select(a => a.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (before.Count == 0)
            return [];
        var clocks = await step.Session.Query<ClockRow>(
            "select * from clock where case_id = @CaseId and rule = @Id order by id",
            new { step.CaseId, rule.Id }
        );
        if (clocks.LastOrDefault(c => c.StartedOn == start && before.Contains(c.Owner)) is not { } last)
            return [];
        var kept = Explanation.Parse(last.Replay);
        return kept.Rule == rule ? PeriodGoesOn.Of(kept.Events, step.NewId) : [];
    }
}
