using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows;

/// <summary>
/// One thing a person does to a case. The rights come from the table of actions; the work is the task's own folder.
/// </summary>
public abstract record Command
{
    /// <summary>Stable name in the trail.</summary>
    public abstract string Name { get; }

    /// <summary>May it be done?</summary>
    public abstract Permission May(Rights rights);

    /// <summary>
    /// Of a command that opens its case: writes what the lifecycle decides by at its start, before it starts.
    /// </summary>
    /// <exception cref="Domain.Refusal">A rule of the job is not met; nothing changes.</exception>
    public virtual Task Prepare(Step step) => Task.CompletedTask;

    /// <summary>Does it, inside the step's transaction.</summary>
    /// <exception cref="Domain.Refusal">A rule of the job is not met; nothing changes.</exception>
    public abstract Task Apply(Step step);
}

/// <summary>A command that stands for one action of the table.</summary>
public abstract record ActionCommand(CaseAction Action) : Command
{
    /// <inheritdoc />
    public sealed override string Name => Action.Id;

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.To(Action);
}

/// <summary>Which case a command acts on.</summary>
public abstract record Target
{
    /// <summary>A case that is there.</summary>
    public sealed record Existing(string Id) : Target;

    /// <summary>A case that the command opens.</summary>
    public sealed record New(CaseKind Kind, string Title) : Target;

    private Target() { }
}

/// <summary>What a step did.</summary>
/// <param name="CaseId">The case acted on.</param>
/// <param name="Repeated">The same form had been handed in before; nothing was done again.</param>
/// <param name="Opened">Cases it opened, in order.</param>
public sealed record Done(string CaseId, bool Repeated, IReadOnlyList<string> Opened);
