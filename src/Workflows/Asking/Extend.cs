using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Asking;

/// <summary>延期: lengthens a request's deadline as its rule allows; the original date is kept and shown beside the new one.</summary>
/// <param name="ApprovedBy">Who approved it, as the rule asks (批准人).</param>
public sealed record ExtendDeadline(string AskId, Period By, string ApprovedBy, string Why)
    : ActionCommand(Actions.Extend)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        if (string.IsNullOrWhiteSpace(ApprovedBy))
            throw new Refusal("请填写批准延期的人。");
        var (ask, clock) = await AskClocks.Running(step, AskId);
        var extension = new Extended(step.NewId(), By, ApprovedBy.Trim(), Why.Trim());
        var due = await Deadlines.Change(step, clock, extension, Why.Trim());
        step.Say(
            $"{await step.UnitName(ask.Unit)}{Vocabulary.Named(ask.Vocabulary).Label}延期 {By.Text}，由 {clock.Due:yyyy-MM-dd} 至 {due:yyyy-MM-dd}（{ApprovedBy.Trim()}批准）：{Why.Trim()}",
            new { ask = ask.Id, extension = extension.Id }
        );
    }
}

/// <summary>撤销延期: as if it had not been approved.</summary>
public sealed record RevokeExtension(string AskId, string ExtensionId, string Why)
    : ActionCommand(Actions.RevokeExtension)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        var (ask, clock) = await AskClocks.Running(step, AskId);
        var due = await Deadlines.Change(
            step,
            clock,
            new Revoked(ExtensionId, step.Actor.Name, Why.Trim()),
            Why.Trim()
        );
        step.Say(
            $"撤销{await step.UnitName(ask.Unit)}{Vocabulary.Named(ask.Vocabulary).Label}的延期，期限 {due:yyyy-MM-dd}：{Why.Trim()}",
            new { ask = ask.Id, extension = ExtensionId }
        );
    }
}

/// <summary>The clock of a request that still waits for its unit.</summary>
internal static class AskClocks
{
    /// <exception cref="Refusal">It is answered, or has no deadline.</exception>
    public static async Task<(AskRow Ask, ClockRow Clock)> Running(Step step, string askId)
    {
        var ask = step.File.Asks.FirstOrDefault(a => a.Id == askId) ?? throw new Refusal("该请办不存在，请刷新页面。");
        if (ask.State is not (AskState.Open or AskState.Delegated))
            throw new Refusal("该请办已经办理，期限不再变动。");
        return (ask, await Deadlines.Of(step, askId) ?? throw new Refusal("该请办没有期限，无需延期。"));
    }
}
