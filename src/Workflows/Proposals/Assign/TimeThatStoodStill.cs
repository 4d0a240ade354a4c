using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>
/// What stood still before the reply's clock was started is given back to it: a case that was paused (暂停) while it
/// waited to be signed for, a return (退回申请) without a ruling. The clocks that ran then have kept it.
/// </summary>
internal static class TimeThatStoodStill
{
    /// <summary>
    /// Of the unit that answers now; of those before it too where the period counts from the first assignment.
    /// </summary>
    public static async Task<IReadOnlyList<ClockEvent>> Before(Step step)
    {
        var everybody = step.Item().Ways().AfterReturn == AfterReturn.FirstAssigned;
        var hosts = step.File.Handlers.Where(h => Assignment.MayReply(h.Duty)).Select(h => h.Unit).ToHashSet();
        var ran = step
            .File.Asks.Where(a => a.Vocabulary == ItemVocabulary.Accept.Id || a.Vocabulary == ItemVocabulary.Handle.Id)
            .Where(a => everybody || hosts.Contains(a.Unit))
            .Select(a => a.Id)
            .ToHashSet(StringComparer.Ordinal);
        var clocks = await step.Session.Query<ClockRow>(
            "select * from clock where case_id = @CaseId order by id",
            new { step.CaseId }
        );
        return
        [
            .. clocks
                .Where(c => ran.Contains(c.Owner))
                .SelectMany(c => Explanation.Parse(c.Replay).Events)
                .Where(e => e is Paused or Resumed)
                .Distinct(),
        ];
    }
}
