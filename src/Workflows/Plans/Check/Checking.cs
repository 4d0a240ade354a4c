using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Plans.Check;

/// <summary>统稿完成: every opinion has its decision; the plan goes to its checks.</summary>
public sealed record FinishDraft() : ActionCommand(Actions.FinishDraft)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (text, _) = await step.Session.PlanText(step.CaseId);
        var open = await Consult.SendAdoption.Undecided(step.Session, step.CaseId);
        if (open > 0)
            throw new Refusal($"还有 {open} 条意见没有登记采纳情况，请登记后再统稿。");
        await step.Complete("revising", "finished");
        step.Say($"统稿完成，第 {text.Number} 稿送审查");
    }
}

/// <summary>
/// 登记审查结果, or why the check is not needed. The last check sends the plan to the countersign. Public comment:
/// 重大行政决策程序暂行条例 Arts. 15–16; legality: 国办发〔2018〕115号; fair competition: 公平竞争审查条例 Arts. 13–18.
/// </summary>
/// <param name="Needed">False: the check is not needed, with the reason.</param>
/// <param name="Text">The result, or the reason.</param>
public sealed record RecordCheck(bool Needed, string Text, IReadOnlyList<Upload>? Files = null)
    : ActionCommand(Actions.RecordCheck)
{
    /// <summary>From when to when the public could comment; for 公开征求意见 only.</summary>
    public CommentPeriod? Period { get; init; }

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new Refusal(Needed ? "请填写审查（征求意见）结果。" : "请填写不需要本环节的理由。");
        var node = step.File.OpenVisits.Single().Node;
        var period = Needed && node == "publicComment" ? CommentPeriod.Checked(Period, step.Today) + "；" : "";
        var outcome =
            !Needed ? "notNeeded"
            : node == "publicComment" ? "done"
            : "passed";
        var row = new PlanCheckRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Kind = node,
            Outcome = outcome,
            Text = period + Text.Trim(),
            ByName = step.Actor.Name,
            At = step.Now,
        };
        await step.Session.Insert("plan_check", row);
        var files = await Attachments.Keep(step, row.Id, Files);
        var title = step.File.Lifecycle.Step(node).Title;
        await step.Complete(node, outcome);
        step.Say(Needed ? $"{title}：{row.Text}" : $"{title}不需要：{row.Text}", new { files });
    }
}

/// <summary>
/// 公开征求意见期限: at least the days of the rule set (重大行政决策程序暂行条例 Art. 15: 30), both ends counted; shorter
/// only in urgency, with the reason said.
/// </summary>
public sealed record CommentPeriod(DateOnly? From, DateOnly? To, string? WhyShorter)
{
    /// <summary>The period in words.</summary>
    /// <exception cref="Refusal">A day is missing, it is not over, or too short without a reason.</exception>
    public static string Checked(CommentPeriod? period, DateOnly today)
    {
        if (period is not { From: { } from, To: { } to } || to < from)
            throw new Refusal("请填写公开征求意见的起止日期。");
        if (to > today)
            throw new Refusal($"公开征求意见到 {to:yyyy-MM-dd} 才结束，请期满后登记结果。");
        var least = RuleSet.Consult.Rule("publicComment", today)!.Period!.Amount;
        var days = to.DayNumber - from.DayNumber + 1;
        var why = string.IsNullOrWhiteSpace(period.WhyShorter) ? null : period.WhyShorter.Trim();
        if (days < least && why is null)
            throw new Refusal($"公开征求意见只有 {days} 天，一般不少于 {least} 天。情况紧急等需要缩短的，请写明原因。");
        return $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}，{days} 天{(days < least ? $"（缩短原因：{why}）" : "")}";
    }
}
