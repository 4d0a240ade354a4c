using JointMeeting.Domain.Asks;

namespace JointMeeting.Ledger.Stores;

/// <summary>An ask as a department's desk keeps it, with the text it is about.</summary>
public sealed record DeskAskRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string CaseTitle { get; init; }
    public required string Subject { get; init; }
    public required string Vocabulary { get; init; }

    /// <summary>Last day, Asia/Shanghai.</summary>
    public DateOnly? Due { get; init; }
    public string? Text { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>As the office last said; the office's case is the only truth.</summary>
    public required AskState State { get; init; }
}

/// <summary>An answer given at a desk, on its way to the office or there.</summary>
public sealed record DeskAnswerRow
{
    public required string Id { get; init; }
    public required string AskId { get; init; }
    public required string Value { get; init; }
    public string? Text { get; init; }
    public string? Basis { get; init; }
    public string? PersonName { get; init; }
    public string? PersonPost { get; init; }
    public bool TakesBack { get; init; }
    public required string ByAccount { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why the office did not take it, or null.</summary>
    public string? Refused { get; init; }
}

/// <summary>A suggestion or proposal that was given to the unit (交办).</summary>
public sealed record DeskItemRow
{
    public required string CaseId { get; init; }
    public required string Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>主办, 协办, 分办 or 独办.</summary>
    public required string Duty { get; init; }

    /// <summary>Names, the lead signer first.</summary>
    public required string Signers { get; init; }
    public required DateOnly AssignedOn { get; init; }

    /// <summary>The date a notice fixes for the reply.</summary>
    public DateOnly? FixedOn { get; init; }
}

/// <summary>Something the office told the desk: a reminder, a changed text, an answer not taken.</summary>
public sealed record DeskNoteRow
{
    public required string CaseId { get; init; }
    public required int Seq { get; init; }
    public string? AskId { get; init; }

    /// <summary>Name of the message.</summary>
    public required string Kind { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A message that waits for the one before it.</summary>
public sealed record DeskHeldRow
{
    public required string CaseId { get; init; }
    public required int Seq { get; init; }
    public required int Previous { get; init; }

    /// <summary>Name of the message.</summary>
    public required string Kind { get; init; }
    public required string Payload { get; init; }
}
