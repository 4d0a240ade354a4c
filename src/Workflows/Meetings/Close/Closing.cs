using JointMeeting.Domain;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Meetings.Close;

/// <summary>会议办结: only when every task it opened is struck off.</summary>
public sealed record CloseMeeting() : ActionCommand(Actions.CloseMeeting)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await step.Complete("supervising", "done");
        step.Say("会议办结，议定事项已全部销号");
    }
}

/// <summary>取消会议, with the reason; units that were asked are told.</summary>
public sealed record CancelMeeting(string Why) : ActionCommand(Actions.CancelMeeting)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写取消会议的理由。");
        await step.Complete(step.File.OpenVisits.Single().Node, "cancelled");
        step.Say($"取消会议：{Why.Trim()}");
    }
}
