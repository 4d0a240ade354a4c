using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Plans.Disagree;

/// <summary>
/// 登记分歧: opens a case of its own that blocks the plan. Each level has one request to each side or to whoever decides,
/// with its clock: units, principal heads, office, deputy secretary-general, convenor.
/// </summary>
/// <param name="Unit">The unit that differs from the lead unit.</param>
/// <param name="Clause">The clause it is about; null for the whole text.</param>
/// <param name="Question">What they differ on.</param>
/// <param name="Proposal">倾向性意见 of the lead unit.</param>
public sealed record OpenDisagreement(string Unit, string? Clause, string Question, string Proposal)
    : ActionCommand(Actions.OpenDisagreement)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Question) || string.IsNullOrWhiteSpace(Proposal))
            throw new Refusal("请写明分歧焦点和牵头单位的倾向性意见。");
        var plan = (await step.Session.Plan(step.CaseId))!;
        if (Unit == plan.LeadUnit)
            throw new Refusal("分歧的另一方不能是牵头单位本身，请选择提出不同意见的单位。");
        if (step.File.Asks.All(a => a.Unit != Unit))
            throw new Refusal("该单位没有被征求过意见，不能登记分歧。");
        var (_, clauses) = await step.Session.PlanText(step.CaseId);
        var clause = Clause is null ? null : clauses.FirstOrDefault(c => c.Id == Clause);
        if (Clause is not null && clause is null)
            throw new Refusal("该条不在最新文稿中，请刷新页面后重新选择。");
        var about = clause is null ? "" : $"第 {clause.Position} 条：";
        var name = await step.UnitName(Unit);
        await step.Open(
            CaseKind.Disagreement,
            $"{about}{Question.Trim()}",
            blocksParent: true,
            async child =>
            {
                await child.Session.Insert("disagreement", Row(child.CaseId, step.CaseId, plan.LeadUnit));
                child.Say($"登记与{name}的分歧：{Question.Trim()}", new { Clause, Proposal });
            }
        );
        step.Say($"登记与{name}的分歧（{about}{Question.Trim()}），解决前不能签发、编号、印发");
    }

    private DisagreementRow Row(string id, string plan, string lead) =>
        new()
        {
            CaseId = id,
            Plan = plan,
            Unit = Unit,
            LeadUnit = lead,
            Clause = Clause,
            Question = Question.Trim(),
            Proposal = Proposal.Trim(),
        };
}

/// <summary>报上一级协调: not before this level's day has passed, or one side maintains its opinion.</summary>
public sealed record Escalate(string Why) : ActionCommand(Actions.Escalate)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写本级协调的情况。");
        var visit = step.File.OpenVisits.Single();
        var node = step.File.Lifecycle.Step(visit.Node);
        var round = step.File.Round(visit.Id, node.Ask!.Vocabulary);
        var stuck = round.Any(a => step.File.EffectOf(a) == AnswerEffect.Objects);
        if (!stuck && round.Any(a => a.State == AskState.Open && a.Due >= step.Today))
            throw new Refusal("本级协调期限未到，双方也没有表示不能一致，不能报上一级。请先协商。");
        await step.Complete(visit.Node, "escalated");
        step.Say($"{node.Title}未能一致，报上一级：{Why.Trim()}");
    }
}

/// <summary>登记协商一致, at a level where the office or a leader brought the sides together.</summary>
public sealed record RecordAgreement(string Text) : ActionCommand(Actions.RecordAgreement)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new Refusal("请填写协商一致的内容。");
        var node = step.File.OpenVisits.Single().Node;
        await step.Complete(node, "agreed");
        step.Say($"协商一致：{Text.Trim()}");
    }
}

/// <summary>登记条文已删除: the clause is no longer in the newest text.</summary>
public sealed record RecordRemoval() : ActionCommand(Actions.RecordRemoval)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var row = (
            await step.Session.One<DisagreementRow>(
                "select * from disagreement where case_id = @CaseId",
                new { step.CaseId }
            )
        )!;
        if (row.Clause is null)
            throw new Refusal("分歧针对全文，不能以删除条文解决。");
        var (_, clauses) = await step.Session.PlanText(row.Plan);
        var here = clauses.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var next = (await step.Session.Links(row.Plan)).ToLookup(l => l.From, l => l.To);
        if (Descendants(row.Clause, next).Any(here.Contains))
            throw new Refusal("该条仍在最新文稿中。请先退回修改文稿、删除该条并保存，再登记。");
        await step.Complete(step.File.OpenVisits.Single().Node, "removed");
        step.Say("分歧条文已从文稿中删除");
    }

    private static IEnumerable<string> Descendants(string clause, ILookup<string, string> next) =>
        next[clause].SelectMany(c => Descendants(c, next)).Prepend(clause);
}
