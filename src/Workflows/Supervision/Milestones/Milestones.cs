using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Supervision.Milestones;

/// <summary>A milestone as the drafter types it.</summary>
public sealed record NewMilestone(string Text, string? Raw, DateOnly? Date)
{
    /// <summary>Its day was past before this system knew of it: it is kept, and nobody is chased for it.</summary>
    public bool PastAtImport { get; init; }
}

/// <summary>A milestone (节点) of a task as stored; reaching it does not close the task.</summary>
public sealed record MilestoneRow
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required int Position { get; init; }
    public required string Text { get; init; }
    public string? DeadlineRaw { get; init; }
    public DateOnly? DeadlineDate { get; init; }

    /// <summary>When a unit said that it was reached, or null.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
    public string? ReachedBy { get; init; }
    public string? ReachedNote { get; init; }
}

/// <summary>
/// Opens milestones with a task, and reminds of them: each has a clock by the rule of the task, whose reminders and slips
/// go to the lead units until somebody says it is reached or the task is over.
/// </summary>
internal static class TaskMilestones
{
    /// <summary>Rule by whose reminders a milestone is told; its day is the one stated.</summary>
    private const string Rule = "task";

    /// <summary>Writes them under the task that the step opens.</summary>
    public static async Task Open(Step step, IReadOnlyList<NewMilestone> milestones)
    {
        foreach (var (milestone, index) in milestones.Select((m, i) => (m, i)))
        {
            var row = new MilestoneRow
            {
                Id = step.NewId(),
                Task = step.CaseId,
                Position = index + 1,
                Text = milestone.Text.Trim(),
                DeadlineRaw = milestone.Raw,
                DeadlineDate = milestone.Date,
            };
            await step.Session.Insert("milestone", row);
            if (milestone is { Date: { } day, PastAtImport: false })
                await Deadlines.Start(step, Rule, row.Id, day, Deadlines.OfMilestone);
        }
    }

    /// <summary>Says a milestone's reminder; false where the timer is of none.</summary>
    public static async Task<bool> Remind(Step step, TimerRow timer)
    {
        if (timer.AskId is not { } id || await Named(step, id) is not { } row)
            return false;
        if (row.ReachedAt is not null || step.File.Row.ClosedAt is not null || step.File.Row.PausedAt is not null)
        {
            step.Say($"节点“{row.Text}”的提醒已不需要，未作处理");
            return true;
        }
        var due = (await Deadlines.Of(step, row.Id))!.Due;
        var text = Words(timer.Kind, row.Text, due);
        step.Say(text, new { milestone = row.Id, kind = timer.Kind.ToString() });
        var task = await step.Session.One<TaskRow>("select * from task where case_id = @CaseId", new { step.CaseId });
        foreach (var unit in Rows.Split(task!.LeadUnits))
        {
            var ask = step.File.Asks.LastOrDefault(a => a.Unit == unit && a.State == AskState.Open)?.Id ?? row.Id;
            step.Send(unit, nameof(AskReminded), new AskReminded(step.CaseId, ask, timer.Kind.ToString(), text));
        }
        return true;
    }

    /// <summary>The milestone of that id; null where there is none.</summary>
    public static Task<MilestoneRow?> Named(Step step, string id) =>
        step.Session.One<MilestoneRow>("select * from milestone where id = @id", new { id });

    private static string Words(TimerKind kind, string what, DateOnly due) =>
        kind switch
        {
            TimerKind.Remind => $"提醒：节点“{what}”应于 {due:yyyy-MM-dd} 前完成",
            TimerKind.LookBack => $"回头看：请报送节点“{what}”的进展",
            TimerKind.Expire => $"节点“{what}”到期未完成（应于 {due:yyyy-MM-dd} 前）",
            TimerKind.Chase => $"催办单：节点“{what}”应于 {due:yyyy-MM-dd} 前完成，已逾期",
            TimerKind.Escalate => $"督办单：节点“{what}”应于 {due:yyyy-MM-dd} 前完成，催办后仍未完成",
        };
}

/// <summary>节点完成: a unit of the task says so, with what is there to show for it; the task itself stays open.</summary>
public sealed record ReachMilestone(string Milestone, string Note) : ActionCommand(Actions.ReachMilestone)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Note))
            throw new Refusal("请写明节点的成果，例如文件名称、数量或地点。");
        var row =
            await step.Session.One<MilestoneRow>(
                "select * from milestone where id = @Milestone and task = @CaseId",
                new { Milestone, step.CaseId }
            ) ?? throw new Refusal("该节点不属于本任务，请刷新页面后重新选择。");
        if (row.ReachedAt is not null)
            throw new Refusal("该节点已经登记完成，不需要重复登记。");
        await step.Session.Execute(
            "update milestone set reached_at = @at, reached_by = @Name, reached_note = @note where id = @Id",
            new
            {
                row.Id,
                step.Actor.Name,
                at = Moment.Text(step.Now),
                note = Note.Trim(),
            }
        );
        await ClockTimers.Clear(step, row.Id);
        step.OnBehalfOf = step.Actor.Unit;
        step.Say($"节点“{row.Text}”完成：{Note.Trim()}", new { milestone = row.Id });
    }
}
