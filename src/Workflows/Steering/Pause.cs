using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Steering;

/// <summary>暂停: every clock of the case stands still with its reason, and nothing is done until it is resumed.</summary>
public sealed record PauseCase(string Why) : ActionCommand(Actions.Pause)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        step.File.Row = step.File.Row with { PausedAt = step.Now, PausedWhy = Why.Trim() };
        foreach (var clock in await RunningClocks.Of(step))
            await Deadlines.Change(step, clock, new Paused(step.Today, step.Actor.Name, Why.Trim()), Why.Trim());
        step.Say($"暂停：{Why.Trim()}");
    }
}

/// <summary>恢复: the clocks go on; the time that stood still is given back.</summary>
public sealed record ResumeCase(string Why) : ActionCommand(Actions.Resume)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        step.File.Row = step.File.Row with { PausedAt = null, PausedWhy = null };
        foreach (var clock in await RunningClocks.Of(step))
            await Deadlines.Change(step, clock, new Resumed(step.Today, step.Actor.Name, Why.Trim()), Why.Trim());
        step.Say($"恢复办理：{Why.Trim()}");
    }
}

/// <summary>终止 a task: it is over without having been done; what hung on it ends with it.</summary>
public sealed record CancelTask(string Why) : ActionCommand(Actions.CancelTask)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        await Travel.Cancel(step);
        step.Say($"终止：{Why.Trim()}");
    }
}
