using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Ledger.Stores;

/// <summary>A case (事项) as stored.</summary>
public sealed record CaseRow
{
    public required string Id { get; init; }
    public required CaseKind Kind { get; init; }
    public required string Title { get; init; }
    public string? Parent { get; init; }

    /// <summary>The parent cannot close before this one.</summary>
    public bool BlocksParent { get; init; }

    /// <summary>The unit whose clerks run it.</summary>
    public string? OfficeUnit { get; init; }
    public required string Definition { get; init; }
    public required int Version { get; init; }

    /// <summary>Which flow made <see cref="FlowState"/>.</summary>
    public required string Flow { get; init; }
    public byte[]? FlowState { get; init; }
    public int RowVersion { get; init; }
    public int AuditSeq { get; init; }
    public required string AuditHead { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>暂停: since when it stands still, and why; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; init; }
    public string? PausedWhy { get; init; }

    /// <summary>Id of the end it reached.</summary>
    public string? Outcome { get; init; }
}

/// <summary>How a case came to a step.</summary>
public enum EnteredBy
{
    /// <summary>By the flow.</summary>
    Next,

    /// <summary>退回.</summary>
    Return,

    /// <summary>跳回 to where a return came from.</summary>
    Jump,

    /// <summary>撤回: whoever made the last move took it back.</summary>
    TakenBack,

    /// <summary>重新征求: the same step begins anew, because what was asked changed (改期).</summary>
    Anew,
}

/// <summary>One stay of a case at a step.</summary>
public sealed record VisitRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Node { get; init; }

    /// <summary>From 1 per step: the second visit is a new round.</summary>
    public required int Round { get; init; }
    public required EnteredBy EnteredBy { get; init; }

    /// <summary>Where a return came from, for jumping back.</summary>
    public string? ComeBackTo { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Account whose action ended the stay: it may take that move back (撤回) while nobody has gone on.</summary>
    public string? LeftBy { get; init; }
    public string? Outcome { get; init; }

    /// <summary>未启用，跳过: the step is switched off, so nobody was asked and the case went on at once.</summary>
    public bool Skipped { get; init; }
}

/// <summary>One request to one unit (请办).</summary>
public sealed record AskRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string VisitId { get; init; }
    public required string Unit { get; init; }

    /// <summary>Where a certain person must answer.</summary>
    public string? Seat { get; init; }

    /// <summary>The unit's ask whose inner chain it is a station of; null for what is asked of the unit itself.</summary>
    public string? Within { get; init; }

    /// <summary>Account that must act at this station of a unit's own chain.</summary>
    public string? Holder { get; init; }

    /// <summary>Group of the round: a later one is asked when those before have settled.</summary>
    public int Grp { get; init; }
    public required string Vocabulary { get; init; }
    public required AskState State { get; init; }

    /// <summary>The text it is about.</summary>
    public string? TextVersion { get; init; }
    public required string Subject { get; init; }

    /// <summary>委托: the ask that comes back to its own unit when this one is answered.</summary>
    public string? DelegatedFrom { get; init; }

    /// <summary>改派: the ask that took its place.</summary>
    public string? ReplacedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>送达: when the unit's desk had it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>签收: when a person of the unit first opened it.</summary>
    public DateTimeOffset? SeenAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Last day, Asia/Shanghai.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>An answer; inserted, never changed. The last one of an ask counts.</summary>
public sealed record AnswerRow
{
    public required string Id { get; init; }
    public required string AskId { get; init; }
    public required string CaseId { get; init; }
    public required string Value { get; init; }
    public string? Text { get; init; }
    public string? Basis { get; init; }

    /// <summary>代会人.</summary>
    public string? PersonName { get; init; }
    public string? PersonPost { get; init; }
    public required string ByAccount { get; init; }
    public required string ByName { get; init; }

    /// <summary>代: the unit it was entered for.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>代: name of the person in whose place a stand-in answered.</summary>
    public string? DeputyFor { get; init; }
    public required DateTimeOffset At { get; init; }
    public required AnswerOrigin Origin { get; init; }

    /// <summary>带回研究: not yet the unit's word.</summary>
    public bool Provisional { get; init; }
    public string? RecordedWho { get; init; }
    public string? RecordedChannel { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
}
