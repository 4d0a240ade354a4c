namespace JointMeeting.Workflows.House.StandIns;

/// <summary>Why somebody acts in another's place.</summary>
public enum StandInKind
{
    /// <summary>外出代办: for a time; what the stand-in signs is marked 代.</summary>
    Absence,

    /// <summary>工作移交: the other has left; the successor acts in his own right.</summary>
    HandOver,
}

/// <summary>Which of somebody's work it is about.</summary>
public enum StandInScope
{
    /// <summary>全部.</summary>
    All,

    /// <summary>One joint meeting (联席会议): its meetings and tasks.</summary>
    Mechanism,

    /// <summary>One kind of request (请办事项).</summary>
    Vocabulary,
}

/// <summary>
/// Who acts in whose place. It is looked up when it matters, so that an absence, its end or a new stand-in takes effect
/// at once, also on requests that are open already.
/// </summary>
public sealed record StandInRow
{
    public required string Id { get; init; }

    /// <summary>Account that is away or has left.</summary>
    public required string Account { get; init; }
    public required string Substitute { get; init; }
    public required StandInKind Kind { get; init; }
    public required StandInScope ScopeKind { get; init; }

    /// <summary>The mechanism or the vocabulary; null for all.</summary>
    public string? Scope { get; init; }
    public required DateOnly FromDay { get; init; }

    /// <summary>Last day; null where no end is known.</summary>
    public DateOnly? ToDay { get; init; }
    public required string Why { get; init; }
    public required string MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}
