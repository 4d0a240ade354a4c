using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Notices.SetAside;

/// <summary>搁置: the imported document becomes no work; it stays readable with all that was recognised.</summary>
public sealed record SetAsideNotice() : ActionCommand(Actions.SetAside)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await step.Complete("review", "setAside");
        step.Say("搁置，不转为工作");
    }
}
