using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Workflows.Supervision;

/// <summary>A task (督办事项) as stored.</summary>
public sealed record TaskRow
{
    public required string CaseId { get; init; }
    public required string Mechanism { get; init; }

    /// <summary>The meeting or mechanism it comes from.</summary>
    public required string SourceCase { get; init; }

    /// <summary>The clause of the minutes, or null for a row of a notice.</summary>
    public string? SourceClause { get; init; }
    public required string Number { get; init; }
    public required string Text { get; init; }
    public required string LeadUnits { get; init; }

    /// <summary>stated or convention (first listed).</summary>
    public required string LeadBasis { get; init; }
    public required string ResponsibleUnits { get; init; }
    public string? DeadlineRaw { get; init; }
    public DeadlineKind? DeadlineKind { get; init; }
    public DateOnly? DeadlineDate { get; init; }

    /// <summary>The repaired wording a person confirmed.</summary>
    public string? DeadlineRepaired { get; init; }
    public bool PastAtImport { get; init; }
}

/// <summary>What a task is opened with.</summary>
public sealed record NewTask(
    string Number,
    string Text,
    IReadOnlyList<string> Lead,
    string LeadBasis,
    IReadOnlyList<string> Responsible,
    StatedDeadline? Deadline,
    bool PastAtImport,
    string Mechanism,
    string? SourceClause
)
{
    /// <summary>What a running ledger says of it; null where it does not come from one.</summary>
    public LedgerWord? TakenOver { get; init; }

    /// <summary>节点, each with its day.</summary>
    public IReadOnlyList<NewMilestone> Milestones { get; init; } = [];

    /// <summary>Targets (目标) that only the body of the document states.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}

/// <summary>A target that only the body of a document states, linked to the task it is for.</summary>
public sealed record TaskTargetRow
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required int Position { get; init; }
    public required string Text { get; init; }
}

/// <summary>
/// 台账转入: what a ledger says of a task at its as-of date. It is kept as the ledger's word beside the task, not as an
/// answer: no unit gave it in this system.
/// </summary>
/// <param name="Ledger">The imported ledger's case.</param>
/// <param name="Status">As a person confirmed it.</param>
/// <param name="RowKey">What the row is known by when the ledger comes again.</param>
public sealed record LedgerWord(
    string Ledger,
    DateOnly AsOf,
    LedgerStatus? Status,
    string? StatusRaw,
    string? Progress,
    string? More,
    string RowKey
);

/// <summary>The ledger's word as stored.</summary>
public sealed record TakenOverRow
{
    public required string Task { get; init; }

    /// <summary>The imported ledger's case.</summary>
    public required string Ledger { get; init; }
    public required string Mechanism { get; init; }
    public required DateOnly AsOf { get; init; }
    public required string Number { get; init; }
    public LedgerStatus? Status { get; init; }
    public string? StatusRaw { get; init; }
    public string? Progress { get; init; }
    public string? More { get; init; }
    public required string RowKey { get; init; }
}

/// <summary>What a later edition of a ledger says of a task that is there already.</summary>
public sealed record LedgerProgressRow
{
    public required string Task { get; init; }

    /// <summary>The imported ledger's case.</summary>
    public required string Ledger { get; init; }
    public required DateOnly AsOf { get; init; }
    public LedgerStatus? Status { get; init; }
    public string? StatusRaw { get; init; }
    public string? Progress { get; init; }
    public string? More { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>Opens a task under a meeting or a mechanism; a meeting cannot close before its tasks.</summary>
public static class OpenTask
{
    private const int TitleLength = 40;

    /// <summary>Opens it in the step's transaction; returns its case id.</summary>
    /// <exception cref="Refusal">It names no lead unit.</exception>
    public static Task<string> Under(Step parent, NewTask task)
    {
        if (task.Lead.Count == 0)
            throw new Refusal($"任务 {task.Number} 没有牵头单位，不能下达。请补充牵头单位。");
        var title = task.Text.Length <= TitleLength ? task.Text : task.Text[..TitleLength] + "…";
        return parent.Open(
            CaseKind.Task,
            title,
            // The imported ledger itself is done with once its rows are tasks.
            blocksParent: task.TakenOver?.Ledger != parent.CaseId,
            async step =>
            {
                await step.Session.Insert("task", Row(step, parent.CaseId, task));
                if (task.TakenOver is { } word)
                    await step.Session.Insert("taken_over", Row(step, task, word));
                await TaskMilestones.Open(step, task.Milestones);
                foreach (var (target, index) in task.Targets.Select((t, i) => (t, i)))
                    await step.Session.Insert("task_target", Row(step, target, index + 1));
                step.File.Concerned.UnionWith(task.Lead.Concat(task.Responsible));
                step.Say(Sentence(task), Details(task));
            }
        );
    }

    private static string Sentence(NewTask task) =>
        task.TakenOver is { } word
            ? $"台账转入任务 {task.Number}（截至{word.AsOf:yyyy年M月d日}，台账载明“{word.StatusRaw ?? "未写状态"}”），{(task.PastAtImport ? "列为历史待核" : "下达签收")}"
        : task.PastAtImport ? $"导入任务 {task.Number}，时限已过，列为历史待核"
        : $"下达任务 {task.Number}";

    private static object Details(NewTask task) =>
        task.TakenOver is { } word
            ? new
            {
                task.Text,
                task.Deadline,
                word.AsOf,
                status = word.Status?.ToString(),
                word.StatusRaw,
                word.Progress,
                word.More,
            }
            : new { task.Text, task.Deadline };

    private static TaskTargetRow Row(Step step, string target, int position) =>
        new()
        {
            Id = step.NewId(),
            Task = step.CaseId,
            Position = position,
            Text = target,
        };

    private static TakenOverRow Row(Step step, NewTask task, LedgerWord word) =>
        new()
        {
            Task = step.CaseId,
            Ledger = word.Ledger,
            Mechanism = task.Mechanism,
            AsOf = word.AsOf,
            Number = task.Number,
            Status = word.Status,
            StatusRaw = word.StatusRaw,
            Progress = word.Progress,
            More = word.More,
            RowKey = word.RowKey,
        };

    private static TaskRow Row(Step step, string source, NewTask task) =>
        new()
        {
            CaseId = step.CaseId,
            Mechanism = task.Mechanism,
            SourceCase = source,
            SourceClause = task.SourceClause,
            Number = task.Number,
            Text = task.Text,
            LeadUnits = Rows.Join(task.Lead),
            LeadBasis = task.LeadBasis,
            ResponsibleUnits = Rows.Join(task.Responsible),
            DeadlineRaw = task.Deadline?.Raw,
            DeadlineKind = task.Deadline?.Kind,
            DeadlineDate = task.Deadline?.Date,
            DeadlineRepaired = task.Deadline?.Repaired,
            PastAtImport = task.PastAtImport,
        };
}
