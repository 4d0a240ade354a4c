using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Ledger.Stores;

/// <summary>One version of a text. Locked once somebody was asked about it; then a change makes the next version.</summary>
public sealed record TextVersionRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Kind { get; init; }

    /// <summary>From 1 per case and kind.</summary>
    public required int Number { get; init; }
    public required string MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? LockedAt { get; init; }
}

/// <summary>One clause of a version.</summary>
public sealed record ClauseRow
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required int Position { get; init; }
    public required int Level { get; init; }
    public required ClauseMark Mark { get; init; }
    public required string Text { get; init; }
    public required string LeadUnits { get; init; }
    public required string ResponsibleUnits { get; init; }
    public string? DeadlineRaw { get; init; }
    public DeadlineKind? DeadlineKind { get; init; }
    public DateOnly? DeadlineDate { get; init; }
    public required string Hash { get; init; }

    /// <summary>What opinions and signatures bind to.</summary>
    public ClauseText AsText() =>
        new(
            Text,
            Rows.Split(LeadUnits),
            Rows.Split(ResponsibleUnits),
            DeadlineRaw is null || DeadlineKind is null
                ? null
                : new(DeadlineRaw, DeadlineKind.Value, DeadlineDate, null)
        );
}

/// <summary>How a clause became one of the next version.</summary>
public sealed record ClauseLinkRow
{
    public required string FromClause { get; init; }
    public required string ToClause { get; init; }
    public required LinkKind Kind { get; init; }
    public required bool Substantive { get; init; }
    public DateTimeOffset? ChallengedAt { get; init; }
}

/// <summary>What an answer saw, clause by clause.</summary>
public sealed record SignedRow
{
    public required string Answer { get; init; }
    public required string Clause { get; init; }
    public required string Hash { get; init; }
    public required bool Covered { get; init; }
}

/// <summary>What an answer says about one clause, or about the text as a whole (条款意见); inserted, never changed.</summary>
public sealed record ClauseOpinionRow
{
    public required string Id { get; init; }
    public required string Answer { get; init; }

    /// <summary>Null for the text as a whole.</summary>
    public string? Clause { get; init; }
    public required PositionValue Value { get; init; }
    public string? Text { get; init; }
    public string? Basis { get; init; }
}
