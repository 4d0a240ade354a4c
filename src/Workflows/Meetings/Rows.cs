using JointMeeting.Domain.Bodies;

namespace JointMeeting.Workflows.Meetings;

/// <summary>A meeting (会议) as stored. It has an issue number (期号) per mechanism and year, never a document number.</summary>
public sealed record MeetingRow
{
    public required string CaseId { get; init; }
    public required string Mechanism { get; init; }
    public required MeetingKind Kind { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Place { get; init; }

    /// <summary>One topic a line.</summary>
    public required string Agenda { get; init; }

    /// <summary>Why the notice went out later than the rule asks.</summary>
    public string? NoticeText { get; init; }
    public int? IssueYear { get; init; }
    public int? IssueNumber { get; init; }
    public DateTimeOffset? IssuedAt { get; init; }
}

/// <summary>Who was there (签到).</summary>
public sealed record AttendanceRow
{
    public required string Meeting { get; init; }
    public required string Unit { get; init; }
    public required string PersonName { get; init; }
    public required string PersonPost { get; init; }

    /// <summary>代会.</summary>
    public required bool StandIn { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>现场, 代签 and the like.</summary>
    public required string Method { get; init; }
}
