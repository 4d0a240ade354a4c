using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow;

namespace JointMeeting.Workflows.Versions;

/// <summary>
/// 迁移到新版流程: a running case goes on with another version of its lifecycle. Stays, asks, deadlines and inboxes remain
/// exactly as they are; only what comes next differs.
/// </summary>
/// <param name="Version">The version it goes on with.</param>
public sealed record MoveToVersion(int Version) : ActionCommand(Actions.MoveVersion)
{
    /// <inheritdoc />
    public override Task Apply(Step step)
    {
        var row = step.File.Row;
        if (row.Version == Version)
            throw new Refusal($"该事项已按第 {Version} 版流程办理，无需迁移。");
        var to =
            step.Steps.Lifecycles.All.FirstOrDefault(l => l.Id == row.Definition && l.Version == Version)
            ?? throw new Refusal($"“{step.File.Lifecycle.Name}”没有第 {Version} 版流程，请重新选择。");
        if (Migration.Preview(step.File, to).FirstOrDefault(c => c.WhyNot is not null) is { } not)
            throw new Refusal($"不能迁移到第 {Version} 版流程：环节“{not.Title}”{not.WhyNot}。");
        var waiting = step.File.OpenVisits.Select(v => v.Node).ToList();
        step.File.Row = row with { Version = Version, FlowState = Rebuild.State(step.Steps.FlowOf(row), to, waiting) };
        step.Say(
            $"迁移到新版流程：第 {row.Version} 版改为第 {Version} 版，在办环节不变",
            new
            {
                from = row.Version,
                to = Version,
                waiting,
            }
        );
        return Task.CompletedTask;
    }
}
