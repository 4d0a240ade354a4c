using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Workflows.Plans.Decompose;

/// <summary>A milestone as the drafter types it.</summary>
public sealed record NewMilestone(string Text, string? Raw, DateOnly? Date);

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
);

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
        var notes = (
            await session.Query<CoverageNoteRow>("select * from coverage_note where case_id = @caseId", new { caseId })
        ).ToLookup(n => n.Clause, n => n.Finding);
        var planned = tasks.ToLookup(t => t.Clause);
        return DecisionCoverage.Of(
            clauses.Select(c => new CoveredClause(
                c.Id,
                c.Text,
                c.Mark,
                planned[c.Id].Any() || c.AsText().Units.Any(),
                planned[c.Id].Any(t => t.Deadline is not null) || c.DeadlineRaw is not null,
                planned[c.Id].Any(),
                notes[c.Id].ToHashSet(StringComparer.Ordinal)
            ))
        );
    }

    private static async Task Open(Step step, PlanRow plan, PlannedTask task, int number)
    {
        var opened = await OpenTask.Under(
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
        );
        foreach (var (milestone, index) in task.Milestones.Select((m, i) => (m, i)))
            await step.Session.Insert(
                "milestone",
                new MilestoneRow
                {
                    Id = step.NewId(),
                    Task = opened,
                    Position = index + 1,
                    Text = milestone.Text.Trim(),
                    DeadlineRaw = milestone.Raw,
                    DeadlineDate = milestone.Date,
                }
            );
    }
}

/// <summary>说明不设任务的理由, or let a soft word pass; kept by sentence, asked again once the sentence changes.</summary>
public sealed record NoteCoverage(string Clause, string Finding, string? Reason) : ActionCommand(Actions.NoteCoverage)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (_, clauses) = await step.Session.PlanText(step.CaseId);
        var clause =
            clauses.FirstOrDefault(c => c.Id == Clause)
            ?? throw new Refusal("该条不在最新文稿中，请刷新页面后重新选择。");
        var hard = Finding.StartsWith($"{Gap.NoTask}|", StringComparison.Ordinal);
        if (hard && string.IsNullOrWhiteSpace(Reason))
            throw new Refusal("请说明这一句为什么不设任务。");
        await step.Session.Insert(
            "coverage_note",
            new CoverageNoteRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                Clause = Clause,
                Finding = Finding,
                Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
        step.Say(
            hard
                ? $"第 {clause.Position} 条不设任务：{Reason!.Trim()}"
                : $"第 {clause.Position} 条的提示已核，不作修改",
            new { Finding }
        );
    }
}
