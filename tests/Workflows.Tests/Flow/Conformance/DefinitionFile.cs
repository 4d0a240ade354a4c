using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

/// <summary>Gives a lifecycle made in memory its file, so that a flow with a reader of its own can read it.</summary>
internal static class DefinitionFile
{
    public static Lifecycle Of(Lifecycle lifecycle)
    {
        var draft = new Draft();
        foreach (var node in lifecycle.Nodes.Values)
            _ = node switch
            {
                Node.Step step => draft.Step(step.Id, [.. step.Outcomes]),
                Node.Fork fork => draft.Fork(fork.Id, [.. fork.Branches]),
                Node.Join join => draft.Join(join.Id),
                Node.Decision decision => draft.Decision(decision.Id, decision.Rule),
                Node.End end => draft.End(end.Id),
                _ => throw new InvalidOperationException(),
            };
        draft.Edges([.. lifecycle.Edges.Select(e => $"{e.From} {e.Port} {e.To}")]);
        return lifecycle with { Source = draft.Json };
    }
}
