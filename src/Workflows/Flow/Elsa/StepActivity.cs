using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>
/// 环节 as Elsa sees it: one activity that waits. The inputs are there so that a designer shows and keeps them; what
/// they mean is the kernel's, so Elsa evaluates none.
/// </summary>
[Activity(Namespace = "JointMeeting", Type = "Step", Category = "联席会议", DisplayName = "环节")]
public sealed class StepActivity : Activity
{
    /// <summary>What people call it.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string> Title { get; set; } = null!;

    /// <summary>The state of the domain it stands for.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string> State { get; set; } = null!;

    /// <summary>How it may end: its ports.</summary>
    [Input(AutoEvaluate = false, UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>> Outcomes { get; set; } = null!;

    /// <summary>Id of the vocabulary of the round it opens.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Ask { get; set; }

    /// <summary>Registered name of who is asked.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Who { get; set; }

    /// <summary>Id of the deadline rule.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Deadline { get; set; }

    /// <summary>When the round passes.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Policy { get; set; }

    /// <summary><c>auto</c> or <c>byOffice</c>.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Completes { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Deemed { get; set; }

    /// <summary>Where a sent-back answer returns the case.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? ReturnsTo { get; set; }

    /// <summary><c>parallel</c>, <c>sequential</c> or <c>grouped</c>.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Order { get; set; }

    /// <summary>Where the office may return the case to: steps, <c>previous</c> or <c>any</c>.</summary>
    [Input(AutoEvaluate = false)]
    public Input<ICollection<string>>? MayReturnTo { get; set; }

    /// <summary>The question, in a line.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Subject { get; set; }

    /// <summary>The outcome that stands where the step is switched off.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Optional { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string>? Off { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        Journey.Of(context.WorkflowExecutionContext).Entered.Add(Id);
        context.CreateBookmark(new CreateBookmarkArgs { Callback = Leave });
    }

    /// <summary>Elsa keeps this method's name in the state of a waiting case: renaming it strands them.</summary>
    private ValueTask Leave(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(Journey.Of(context.WorkflowExecutionContext).Outcome!);
}

/// <summary>结束 as Elsa sees it: the flowchart is over.</summary>
[Activity(Namespace = "JointMeeting", Type = "End", Category = "联席会议", DisplayName = "结束")]
public sealed class EndActivity : Activity, ITerminalNode
{
    /// <summary>What people call it.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string> Title { get; set; } = null!;

    /// <summary>The state of the domain it stands for.</summary>
    [Input(AutoEvaluate = false)]
    public Input<string> State { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Journey.Of(context.WorkflowExecutionContext).EndedAt = Id;
        return context.CompleteActivityAsync();
    }
}
