using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Feedback;

/// <summary>
/// 登记反馈 by the congress or CPPCC office: a paper form counts once two people have entered the same; a telephone
/// call counts at once. The trail says that feedback came in, never which: the handling unit reads the trail.
/// </summary>
/// <param name="Signer">Id of the signer.</param>
public sealed record EnterFeedback(CaseKind Kind, string Signer, FeedbackMode Mode, FeedbackFact Fact)
    : ActionCommand(ProposalActions.EnterFeedback.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        FeedbackBook.RefuseMode(step, Mode);
        var known = await FeedbackBook.Of(step, Signer);
        if (known is null)
        {
            await FeedbackBook.Write(step, Signer, Mode, Fact);
            step.Say(
                Mode == FeedbackMode.Form ? "登记征询意见表（待第二人复核录入）" : "登记电话回访结果 1 份（尚未公布）"
            );
            return;
        }
        if (known.Counts)
            throw new Refusal("该提出人的反馈已经登记，不需要再登记。登记有误的，公布前请在本页“更正一份反馈”。");
        if (Mode != known.Mode)
            throw new Refusal(
                $"该提出人的{FeedbackRules.Label(known.Mode)}已由{known.ByName}录入一次，请由另一人按同一份表复核录入，不能改用{FeedbackRules.Label(Mode)}。"
            );
        if (known.ByAccount == step.Actor.Id)
            throw new Refusal("征询意见表须由另一人复核录入，您已录入过第一次。");
        if (FeedbackRules.Disagreement(known.AsFact(), Fact) is { } differs)
        {
            await step.Session.Execute("delete from feedback where id = @Id", new { known.Id });
            step.Say($"两次录入不一致，已作废（{known.ByName}、{step.Actor.Name}），请核对原件重新录入：{differs}");
            return;
        }
        await step.Session.Execute(
            "update feedback set second_by = @by, second_name = @Name where id = @Id",
            new
            {
                known.Id,
                step.Actor.Name,
                by = step.Actor.Id,
            }
        );
        step.Say("征询意见表复核一致（尚未公布）");
    }
}

/// <summary>The feedback of a reply, kept apart until it is released.</summary>
internal static class FeedbackBook
{
    public static async Task<FeedbackRow?> Of(Step step, string signer)
    {
        var reply = await Reply(step);
        return await step.Session.One<FeedbackRow>(
            "select * from feedback where reply = @Id and signer = @signer",
            new { reply.Id, signer }
        );
    }

    public static async Task Write(Step step, string signer, FeedbackMode mode, FeedbackFact fact)
    {
        if (FeedbackRules.Refusal(fact) is { } why)
            throw new Refusal(why);
        var reply = await Reply(step);
        const string copies = "select count(*) from reply_copy where reply = @Id and signer = @signer";
        if (await step.Session.Scalar<long>(copies, new { reply.Id, signer }) == 0)
            throw new Refusal("该提出人没有收到这份答复，请从送达名单中选择。");
        await step.Session.Insert(
            "feedback",
            new FeedbackRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                Reply = reply.Id,
                Signer = signer,
                Mode = mode,
                Attitude = fact.Attitude,
                Result = fact.Result,
                Reason = fact.Reason?.Trim(),
                ByAccount = step.Actor.Id,
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
    }

    /// <exception cref="Refusal">The office cannot enter feedback that comes in this way.</exception>
    public static void RefuseMode(Step step, FeedbackMode mode)
    {
        if (mode == FeedbackMode.Link)
            throw new Refusal("通过链接的反馈由提出人本人填写，不能代为登记。");
        if (Ways(step).Refusal(mode) is { } why)
            throw new Refusal(why);
    }

    /// <summary>As it is kept.</summary>
    public static FeedbackFact Trimmed(FeedbackFact fact) => fact with { Reason = fact.Reason?.Trim() };

    /// <summary>How feedback may come in under the item's rule set.</summary>
    public static HandlingWays Ways(Step step) => HandlingWays.Of(step.Item().Rules(step.Today));

    public static async Task<ReplyRow> Reply(Step step) =>
        await step.Session.LastReply(step.CaseId) ?? throw new Refusal("还没有发出答复，不能登记反馈。");
}
