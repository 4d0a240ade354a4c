using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>
/// What a reply leaves nothing to rule on: more time once it went up, a return once it was sent. The request ends with it
/// and does not stay with the office for ever; after a 退回修改 or in a redo it can be made again.
/// </summary>
internal static class Moot
{
    /// <summary>Ends the open requests in that vocabulary; returns what the trail says of it.</summary>
    public static async Task<string> EndRequests(Step step, Vocabulary vocabulary)
    {
        var open = step.File.AsksOf(vocabulary).Where(a => a.State == AskState.Open).ToList();
        await Settling.Withdraw(step, open);
        foreach (var ask in open)
        {
            await step.Session.Execute("update return_request set ruling = 'moot' where ask = @Id", new { ask.Id });
            await step.Session.Execute("update extension_request set ruling = 'moot' where ask = @Id", new { ask.Id });
        }
        return open.Count == 0 ? "" : $"；尚未作出的{vocabulary.Label}不再需要，申请随之终止";
    }
}
