using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Feedback;

/// <summary>
/// 公布反馈结果: from now on the handling unit sees it. 不满意 sends the item back into handling in this very step: the
/// old reply is kept, the clock of the redo starts; the second time it goes up instead.
/// </summary>
public sealed record ReleaseFeedback(CaseKind Kind) : ActionCommand(ProposalActions.ReleaseFeedback.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var reply = await FeedbackBook.Reply(step);
        var ask = step.File.Asks.Last(a => a.Vocabulary == ItemVocabulary.Feedback.Id && a.State == AskState.Open);
        var all = await step.Session.Query<FeedbackRow>("select * from feedback where reply = @Id", new { reply.Id });
        const string copies = "select count(*) from reply_copy where reply = @Id";
        var asked = (int)await step.Session.Scalar<long>(copies, new { reply.Id });
        RefuseWhileSomeAreMissing(step, asked, ask.Due, all);
        var counted = all.Where(f => f.Counts).ToList();
        await step.Session.Execute(
            "update feedback set released_on = @on where reply = @Id",
            new { reply.Id, on = Moment.Text(step.Today) }
        );
        var overall = FeedbackRules.Overall(counted.Select(f => f.Result));
        if (overall == Satisfaction.Dissatisfied)
            await HandleAgain(step, ask, counted);
        else
            await Settling.Take(step, ask, new AnswerDraft(Value(overall)), null);
        step.Say(
            Sentence(counted, asked - all.Count) + WhatFollows(overall, step.Item().RedoRound),
            counted.Select(f => new
            {
                f.Signer,
                f.Attitude,
                f.Result,
            })
        );
    }

    private static async Task HandleAgain(Step step, Ledger.Stores.AskRow ask, IReadOnlyList<FeedbackRow> counted)
    {
        var item = step.Item();
        await step.Change(item with { RedoRound = item.RedoRound + 1, RedoOn = step.Today });
        var reasons = counted.Where(f => f.Result == Satisfaction.Dissatisfied).Select(f => f.Reason);
        await Settling.Take(step, ask, new AnswerDraft("dissatisfied", string.Join("；", reasons)), null);
        await step.Complete("replied", "dissatisfied");
    }

    private static void RefuseWhileSomeAreMissing(Step step, int asked, DateOnly? due, IReadOnlyList<FeedbackRow> all)
    {
        if (all.Any(f => !f.Counts))
            throw new Refusal("有征询意见表还没有第二人复核录入，不能公布。");
        if (all.Count < asked && !(due < step.Today))
            throw new Refusal(
                $"还有 {asked - all.Count} 位提出人没有反馈，期限为 {due:yyyy-MM-dd}；收齐或到期后再公布。"
            );
    }

    private static string Value(Satisfaction? overall) =>
        overall switch
        {
            Satisfaction.Satisfied => "satisfied",
            Satisfaction.Basically => "basically",
            Satisfaction.Dissatisfied => "dissatisfied",
            null => "none",
        };

    /// <summary>Each result for itself; who said nothing is counted apart, and is not satisfied.</summary>
    private static string Sentence(IReadOnlyList<FeedbackRow> counted, int missing)
    {
        var results = counted
            .GroupBy(f => f.Result)
            .OrderBy(g => g.Key)
            .Select(g => $"{FeedbackRules.Label(g.Key)} {g.Count()} 份");
        IEnumerable<string> silent = missing > 0 ? [$"逾期未反馈 {missing} 位"] : [];
        return $"公布对办理结果的反馈：{string.Join("，", results.Concat(silent))}";
    }

    private static string WhatFollows(Satisfaction? overall, int round) =>
        overall != Satisfaction.Dissatisfied ? ""
        : FeedbackRules.Escalates(round - 1) ? "；再次不满意，升级处理"
        : "；重新办理";
}

/// <summary>升级处理 of a second 不满意: once more, or closed with what the joint study or assessment came to.</summary>
public sealed record DecideEscalation(CaseKind Kind, bool Redo, string Outcome)
    : ActionCommand(ProposalActions.DecideEscalation.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Outcome))
            throw new Refusal("请填写会商（评估）情况和结论。");
        if (Redo)
            await step.Change(step.Item() with { RedoOn = step.Today });
        await step.Complete("escalated", Redo ? "redo" : "closed");
        step.Say($"升级处理：{Outcome.Trim()}；{(Redo ? "再次办理" : "不再重新办理")}");
    }
}
