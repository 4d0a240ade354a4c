using System.Collections;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Signals;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>
/// A jump inside an open branch. Elsa has no such operation: the target is scheduled as a child of the running
/// flowchart, and what waits in the branch is cancelled with its callbacks and tokens, so that the fork's join still
/// waits for this branch and for the others.
/// </summary>
internal static class InPlaceJump
{
    private const string Tokens = "Flowchart.Tokens";

    public static async Task Make(WorkflowExecutionContext context, MoveRules.Leaving leaving, string target)
    {
        var flowchart = context.ActivityExecutionContexts.Single(c => c.Activity is Flowchart);
        var left = flowchart.Children.Where(c => c.Activity is StepActivity && leaving.Covers(c.Activity.Id)).ToList();
        // First the target: a flowchart without pending work ends when the last child is cancelled.
        foreach (var child in left)
            context.PopCompletionCallback(flowchart, child.ActivityNode);
        var activity = ((Flowchart)flowchart.Activity).Activities.Single(a => a.Id == target);
        await flowchart.SendSignalAsync(new ScheduleChildActivity(activity));
        foreach (var child in left)
        {
            await child.CancelActivityAsync();
            context.RemoveActivityExecutionContext(child);
        }
        RemoveTokens(flowchart, leaving);
    }

    /// <summary>Also arrivals at joins inside the branch, which no cancelled step takes with it.</summary>
    private static void RemoveTokens(ActivityExecutionContext flowchart, MoveRules.Leaving leaving)
    {
        if (!flowchart.Properties.TryGetValue(Tokens, out var value))
            return;
        var tokens = (IList)value;
        for (var i = tokens.Count - 1; i >= 0; i--)
            if (leaving.Covers(Target(tokens[i]!)))
                tokens.RemoveAt(i);
    }

    /// <summary>Elsa's token type is not public.</summary>
    private static string Target(object token) =>
        token.GetType().GetProperty("ToActivityId")?.GetValue(token) as string
        ?? throw new InvalidOperationException($"{token.GetType()} of this version of Elsa names no target.");
}
