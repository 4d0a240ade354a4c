using JointMeeting.Domain.Bodies;

namespace JointMeeting.Workflows.Mechanisms;

/// <summary>A mechanism (联席会议) as stored.</summary>
public sealed record MechanismRow
{
    public required string CaseId { get; init; }
    public required string Name { get; init; }
    public required string OfficeUnit { get; init; }
    public required SubstitutionMode Substitution { get; init; }
    public required string FoundedBy { get; init; }
    public string? DocumentNumber { get; init; }
    public string? NoticeCase { get; init; }
}

/// <summary>A seat (席位): belongs to a unit and a role; substitution never changes how many there are.</summary>
public sealed record SeatRow
{
    public required string Id { get; init; }
    public required string Mechanism { get; init; }
    public required string Unit { get; init; }
    public required MechanismRole Role { get; init; }
    public required int Position { get; init; }
}

/// <summary>Whether a tenure counts.</summary>
public enum TenureState
{
    /// <summary>在任, or was.</summary>
    InForce,

    /// <summary>待同意: proposed, waits for the convenor or the meeting.</summary>
    Proposed,
}

/// <summary>A person's time on a seat; old minutes keep the old name.</summary>
public sealed record TenureRow
{
    public required string Id { get; init; }
    public required string Seat { get; init; }
    public required string PersonName { get; init; }
    public required string Post { get; init; }
    public string? Phone { get; init; }
    public required DateOnly FromDay { get; init; }
    public DateOnly? ToDay { get; init; }
    public required string Basis { get; init; }
    public required TenureState State { get; init; }
}
