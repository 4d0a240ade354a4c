using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Supervision;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Plans.Decompose;

/// <summary>One task a clause becomes.</summary>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Text">动词短语: what is to be done.</param>
/// <param name="LeadBasis">stated, or convention (first listed).</param>
public sealed record PlannedTask(
    string Clause,
    string Text,
    IReadOnlyList<string> Lead,
    string LeadBasis,
    IReadOnlyList<string> Responsible,
    StatedDeadline? Deadline,
    IReadOnlyList<NewMilestone> Milestones
)
{
    /// <summary>Targets that only the body states, one by one.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}

/// <summary>
/// 分解下达任务: each clause that binds somebody becomes a task, or a reason says why not; each milestone has its date,
/// and none of them closes the task.
/// </summary>
public sealed record DecomposePlan(IReadOnlyList<PlannedTask> Tasks) : ActionCommand(Actions.DecomposePlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (_, clauses) = await step.Session.PlanText(step.CaseId);
        if (Tasks.FirstOrDefault(t => clauses.All(c => c.Id != t.Clause)) is { } stray)
            throw new Refusal($"任务“{stray.Text}”对应的条文不在最新文稿中，请刷新页面后重新分解。");
        await Units.RefuseUnknown(step, Tasks.SelectMany(t => t.Lead.Concat(t.Responsible)));
        if (
            Tasks
                .SelectMany(t => t.Milestones)
                .FirstOrDefault(m => m.Date is null || string.IsNullOrWhiteSpace(m.Text)) is
            { } open
        )
            throw new Refusal($"节点“{open.Text}”须写明成果和日期。");
        var missing = (await Coverage(step.Session, step.CaseId, clauses, Tasks))
            .Where(f => f.Gap == Gap.NoTask)
            .ToList();
        if (missing.Count > 0)
            throw new Refusal(
                $"还有 {missing.Count} 处议定内容没有任务，也没有说明理由，例如：{missing[0].Sentence} 请设任务或说明理由。"
            );
        var plan = (await step.Session.Plan(step.CaseId))!;
        foreach (var (task, index) in Tasks.Select((t, i) => (t, i)))
            await Open(step, plan, task, index + 1);
        await step.Complete("issued", "decomposed");
        step.Say($"分解下达 {Tasks.Count} 项任务");
    }

    /// <summary>What is missing before the plan may go into force.</summary>
    public static async Task<IReadOnlyList<CoverageFinding>> Coverage(
        Session session,
        string caseId,
        IReadOnlyList<ClauseRow> clauses,
        IReadOnlyList<PlannedTask> tasks
    )
    {
        var noted = await NoteCoverage.Noted(session, caseId);
        var planned = tasks.ToLookup(t => t.Clause);
        return DecisionCoverage.Of(
            clauses.Select(c => new CoveredClause(
                c.Id,
                c.Text,
                c.Mark,
                planned[c.Id].Any() || c.AsText().Units.Any(),
                planned[c.Id].Any(t => t.Deadline is not null) || c.DeadlineRaw is not null,
                planned[c.Id].Any(),
                noted
            ))
        );
    }

    private static Task<string> Open(Step step, PlanRow plan, PlannedTask task, int number) =>
        OpenTask.Under(
            step,
            new NewTask(
                $"{number}",
                task.Text.Trim(),
                task.Lead,
                task.LeadBasis,
                task.Responsible,
                task.Deadline,
                false,
                plan.Mechanism,
                task.Clause
            )
            {
                Milestones = task.Milestones,
                Targets = task.Targets,
            }
        );
}
