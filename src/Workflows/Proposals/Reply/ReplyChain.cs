using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>How far up the reply of an item is looked at, from what the case knows now.</summary>
public static class ReplyChain
{
    /// <summary>The tier with its reasons.</summary>
    public static async Task<(ReplyTier Tier, IReadOnlyList<string> Why)> Of(
        Session session,
        CaseFile file,
        DateOnly today
    )
    {
        var item = file.Item!;
        return ReplyRisk.Of(
            new ReplyFacts(
                item.IsKey,
                item.RedoRound > 0,
                item.ClassReason is not null,
                item.ClassCode is { } code ? ClassScheme.Named(item.Scheme).Find(code) : null,
                await WasRuledOn(session, item.CaseId),
                LateCoHandlers.On(file, today).Any()
            )
        );
    }

    /// <summary>There was a disagreement that somebody above the units had to rule on.</summary>
    private static async Task<bool> WasRuledOn(Session session, string item) =>
        await session.Scalar<long>(
            "select count(*) from disagreement d join cases c on c.id = d.case_id where d.plan = @item and c.outcome = 'ruledBySuperior'",
            new { item }
        ) > 0;
}
