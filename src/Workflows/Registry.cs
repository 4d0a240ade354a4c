using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows;

/// <summary>Someone a round asks.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Seat">Where a certain person must answer.</param>
/// <param name="Group">In a grouped round, after which others: a greater group is asked later.</param>
public sealed record Asked(string Unit, string? Seat = null, int Group = 0)
{
    /// <summary>The day this one is to be done by, where it differs from unit to unit; null to take the case's.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>What is counted from a start event: units of one case may have come to it on different days.</summary>
/// <param name="Rule">Id of the deadline rule.</param>
/// <param name="Unit">The unit that is asked; null where nobody is, as for a milestone.</param>
public sealed record Counted(string Rule, string? Unit);

/// <summary>
/// What definitions refer to by name: whom a round asks, what a decision asks, when a clock starts, which text a round
/// is about, and what follows when a step is entered. Each area registers its own.
/// </summary>
public sealed class Registry
{
    /// <summary>Whom a round asks.</summary>
    public Dictionary<string, Func<Step, Task<IReadOnlyList<Asked>>>> Who { get; } = new(StringComparer.Ordinal);

    /// <summary>What a decision asks.</summary>
    public Dictionary<string, Func<Step, Task<bool>>> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The day of a start event, or null where this case has none; others start on the day of asking.</summary>
    public Dictionary<StartEvent, Func<Step, Counted, Task<DateOnly?>>> StartDays { get; } = [];

    /// <summary>Deadlines that a case states itself, by rule id.</summary>
    public Dictionary<string, Func<Step, Task<DateOnly?>>> FixedDays { get; } = new(StringComparer.Ordinal);

    /// <summary>What happened to a deadline before its clock was started, such as time it stood still; by rule id.</summary>
    public Dictionary<string, Func<Step, Task<IReadOnlyList<ClockEvent>>>> Happened { get; } =
        new(StringComparer.Ordinal);

    /// <summary>
    /// What a unit is asked next, by vocabulary of what it is asked now: a deadline rule. Where the day it counts from has
    /// come already, its clock runs while the unit has not been asked yet.
    /// </summary>
    public Dictionary<string, string> Ahead { get; } = new(StringComparer.Ordinal);

    /// <summary>The rule set that a case's deadlines come from, by lifecycle; others run under the meeting's.</summary>
    public Dictionary<string, Func<Step, Task<RuleSet>>> RuleSets { get; } = new(StringComparer.Ordinal);

    /// <summary>What a unit's answer changes beside its request, by vocabulary.</summary>
    public Dictionary<string, Func<Step, AnswerRow, Task>> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>The text a vocabulary that binds text is about, by kind of case.</summary>
    public Dictionary<string, string> TextKinds { get; } = new(StringComparer.Ordinal);
}
