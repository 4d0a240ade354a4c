using JointMeeting.Domain;
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
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new Refusal(Needed ? "请填写审查（征求意见）结果。" : "请填写不需要本环节的理由。");
        var node = step.File.OpenVisits.Single().Node;
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
            Text = Text.Trim(),
            ByName = step.Actor.Name,
            At = step.Now,
        };
        await step.Session.Insert("plan_check", row);
        var files = await Attachments.Keep(step, row.Id, Files);
        var title = step.File.Lifecycle.Step(node).Title;
        await step.Complete(node, outcome);
        step.Say(Needed ? $"{title}：{Text.Trim()}" : $"{title}不需要：{Text.Trim()}", new { files });
    }
}
