using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
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
        await Clocks.Stop(step, Why.Trim());
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
        await Clocks.GoOn(step, Why.Trim());
        step.File.Row = step.File.Row with { PausedAt = null, PausedWhy = null };
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

/// <summary>
/// The clocks of a case that still count. One that stands still already, for a reason of its own such as a return
/// without a ruling (退回待裁定), is neither stopped with the case nor set going with it: it ends when its reason does.
/// </summary>
internal static class Clocks
{
    public static async Task Stop(Step step, string why)
    {
        var pause = new Paused(step.Today, step.Actor.Name, why);
        foreach (var (clock, kept) in await Running(step))
            if (Refusal(step, kept, pause) != ReasonCode.AlreadyPaused)
                await Deadlines.Change(step, clock, pause, why);
    }

    public static async Task GoOn(Step step, string why)
    {
        var resumption = new Resumed(step.Today, step.Actor.Name, why);
        foreach (var (clock, kept) in await Running(step))
            if (Refusal(step, kept, resumption) is null && WasStoppedWithTheCase(step, kept))
                await Deadlines.Change(step, clock, resumption, why);
    }

    /// <summary>What stopped it last was the pause of the case.</summary>
    private static bool WasStoppedWithTheCase(Step step, Explanation kept) =>
        step.File.Row is { PausedAt: { } at, PausedWhy: { } why }
        && kept.Events.OfType<Paused>().Last() is var last
        && (last.On, last.Why) == (Moment.DayInChina(at), why);

    private static ReasonCode? Refusal(Step step, Explanation kept, ClockEvent change) =>
        ClockChange.Refusal(kept.Events, change, kept.Rule, step.Calendar)?.Code;

    private static async Task<IReadOnlyList<(ClockRow Clock, Explanation Kept)>> Running(Step step) =>
        [.. (await RunningClocks.Of(step)).Select(c => (c, Explanation.Parse(c.Replay)))];
}
