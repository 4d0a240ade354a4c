using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Plans.Start;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Plans.Finish;

/// <summary>实施完毕: only when every task is struck off.</summary>
public sealed record EndPlan(string Summary) : ActionCommand(Actions.EndPlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Summary))
            throw new Refusal("请填写实施情况总结。");
        await step.Complete("implementing", "ended");
        step.Say($"实施完毕：{Summary.Trim()}");
    }
}

/// <summary>废止方案, with the basis; open tasks are settled first.</summary>
public sealed record RepealPlan(string Why) : ActionCommand(Actions.RepealPlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写废止的依据。");
        await step.Complete("implementing", "repealed");
        step.Say($"废止：{Why.Trim()}");
    }
}

/// <summary>
/// 由修订方案替代: the plan that amends this one is in force, so this one ends with its clauses; its tasks were ended, each
/// naming what goes on in its place (<see cref="EndOfPlan"/>).
/// </summary>
public sealed record ReplacePlan() : ActionCommand(Actions.ReplacePlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (_, title) =
            await EndOfPlan.AmendedBy(step.Session, step.CaseId)
            ?? throw new Refusal("修订稿还没有印发并分解任务，本方案继续有效。");
        await step.Complete("implementing", "replaced");
        step.Say($"由《{title}》替代");
    }
}

/// <summary>
/// 修订方案: a new plan begins with the text of this one, clause by clause linked to it, and this one stays in force until
/// the new one is.
/// </summary>
public sealed record AmendPlan(string Title) : ActionCommand(Actions.AmendPlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Title))
            throw new Refusal("请填写修订后方案的名称。");
        var plan = (await step.Session.Plan(step.CaseId))!;
        var units = (await step.Session.PlanUnits(step.CaseId))
            .Select(u => new PlanUnit(u.Unit, u.Role, u.Grp))
            .ToList();
        var (_, clauses) = await step.Session.PlanText(step.CaseId);
        var written = clauses
            .Select(c => (Row: c, Text: c.AsText()))
            .Select(c => new WrittenClause(
                [c.Row.Id],
                c.Row.Level,
                c.Row.Mark,
                c.Row.Text,
                c.Text.LeadUnits,
                c.Text.ResponsibleUnits,
                c.Text.Deadline,
                false
            ))
            .ToList();
        var title = Title.Trim();
        await StartPlan.Open(
            step,
            plan.Mechanism,
            title,
            units,
            plan.OpinionsSeen,
            step.CaseId,
            child => SaveText.Of(child, PlanFile.Text, new(null, null), written, clauses)
        );
        step.Say($"起草修订稿“{title}”，修订稿印发前本方案继续有效");
    }
}
