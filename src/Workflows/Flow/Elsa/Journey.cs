using Elsa.Workflows;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>What one move brings to Elsa's activities and what they report; never part of the state.</summary>
internal sealed class Journey(Func<string, bool> rule)
{
    /// <summary>How the step that is left ends.</summary>
    public string? Outcome { get; init; }

    /// <summary>Answers a registered rule by name.</summary>
    public Func<string, bool> Rule => rule;

    /// <summary>Steps where the case now waits, in Elsa's order.</summary>
    public List<string> Entered { get; } = [];

    /// <summary>The end it reached.</summary>
    public string? EndedAt { get; set; }

    public static Journey Of(WorkflowExecutionContext context) => (Journey)context.TransientProperties[typeof(Journey)];

    public void Board(WorkflowExecutionContext context) => context.TransientProperties[typeof(Journey)] = this;
}
