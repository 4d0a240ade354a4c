namespace JointMeeting.Ledger.Stores;

/// <summary>A running clock as stored.</summary>
public sealed record ClockRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }

    /// <summary>ask, milestone, or next: the ask its owner waits at before the one that the clock is of.</summary>
    public required string OwnerKind { get; init; }
    public required string Owner { get; init; }

    /// <summary>Id of the rule it runs under.</summary>
    public required string Rule { get; init; }

    /// <summary>Start event's day; not counted itself.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>A date fixed by a notice, which may come before the rule's.</summary>
    public DateOnly? FixedOn { get; init; }

    /// <summary>The day it is due after rolling forward.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day before rolling forward; people plan against this one.</summary>
    public required DateOnly Unrolled { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Explanation { get; init; }

    /// <summary>What a program replays: rule, events and calendar version (<c>Domain.Clocks.Explanation</c> as JSON).</summary>
    public required string Replay { get; init; }
}

/// <summary>What changed a clock after it was started; inserted, never changed.</summary>
public sealed record ClockChangeRow
{
    public required string Id { get; init; }
    public required string Clock { get; init; }
    public required string CaseId { get; init; }

    /// <summary>pause, resume, extend, revoke or recount.</summary>
    public required string Kind { get; init; }

    /// <summary>How long an extension is, or which one was revoked.</summary>
    public string? Detail { get; init; }
    public required string ByAccount { get; init; }
    public required string ByName { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a timer does when it is due.</summary>
public enum TimerKind
{
    /// <summary>提醒 the unit.</summary>
    Remind,

    /// <summary>催办单, to the head of the unit that is late.</summary>
    Chase,

    /// <summary>督办单, to the head of the unit and the office's director.</summary>
    Escalate,

    /// <summary>回头看, at the end of each quarter until it is settled.</summary>
    LookBack,

    /// <summary>到期: deems the ask where the definition allows it, else marks it overdue.</summary>
    Expire,
}

/// <summary>Something that is to happen at a time.</summary>
public sealed record TimerRow
{
    public required string Id { get; init; }
    public required string Clock { get; init; }
    public required string CaseId { get; init; }
    public string? AskId { get; init; }
    public required TimerKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
}
