using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow;

namespace JointMeeting.Workflows.Versions;

/// <summary>
/// 更换流程引擎: a running case goes on with another flow, or with its own after an upgrade of Elsa. The state is made anew
/// from the open stays; nothing else differs.
/// </summary>
/// <param name="Flow">Name of the flow it goes on with, one that this program carries.</param>
public sealed record SwitchFlow(string Flow) : ActionCommand(Actions.SwitchFlow)
{
    /// <inheritdoc />
    public override Task Apply(Step step)
    {
        var row = step.File.Row with { Flow = Flow };
        var waiting = step.File.OpenVisits.Select(v => v.Node).ToList();
        var before = step.File.Row.Flow;
        step.File.Row = row with { FlowState = Rebuild.State(step.Steps.FlowOf(row), step.File.Lifecycle, waiting) };
        step.Say(
            before == Flow
                ? $"按在办环节重建流程状态（流程引擎“{Flow}”）"
                : $"更换流程引擎：“{before}”改为“{Flow}”，在办环节不变",
            new
            {
                from = before,
                to = Flow,
                waiting,
            }
        );
        return Task.CompletedTask;
    }
}
