namespace JointMeeting.Documents.Recognising;

public enum FactKind
{
    Title,
    DocumentNumber,
    Issuer,
    IssueDate,
    Recipient,
    Citation,
    RosterName,
    Substitution,
    Person,
    Clause,
    ClauseUnits,
    ClauseDeadline,
    TaskText,
    TaskUnits,
    TaskLead,
    TaskClause,
    TaskDeadline,
    TaskStatus,
    Milestone,
    CalendarEntry,
    Duty,
    Target,
    Indicator,
}

/// <summary>One fact of a notice for a person to accept, correct or reject.</summary>
/// <param name="Path">Where it stands in the JSON, such as tasks[3].deadline.</param>
/// <param name="Value">What is proposed, as shown to a person.</param>
/// <param name="Doubts">Why a person must look, in Chinese; empty when it is beyond doubt.</param>
public sealed record ProposedFact(FactKind Kind, string Path, string Value, int Line, IReadOnlyList<string> Doubts)
{
    /// <summary>Read as written, neither repaired, inferred nor contradicted: may be applied without a person.</summary>
    public bool IsBeyondDoubt => Doubts.Count == 0;
}
