using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>Where a task's lead comes from.</summary>
public enum LeadBasis
{
    /// <summary>The table or the expression names the lead (牵头).</summary>
    Stated,

    /// <summary>Only 责任单位 is given: the first listed, by convention.</summary>
    Convention,
}

/// <summary>A row of the task table.</summary>
/// <param name="Clause">Number of the body clause whose wording it takes up, null where none is like it.</param>
/// <param name="ClauseIndex">Its position among the clauses; numbers may repeat.</param>
/// <param name="LinkDoubt">Why the link is not certain, in Chinese.</param>
/// <param name="Lead">Empty when the row names no unit.</param>
/// <param name="Doubt">Why the row's cells are not certain, in Chinese.</param>
public sealed record TaskRow(
    int Number,
    string Section,
    string Text,
    UnitList Units,
    IReadOnlyList<string> Lead,
    LeadBasis? Basis,
    ReadTime? Deadline,
    IReadOnlyList<ReadTime> Milestones,
    int Line,
    string? Doubt
)
{
    /// <summary>Further cells of the row: measures, aims, results.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public int? Clause { get; init; }

    public int? ClauseIndex { get; init; }

    public string? LinkDoubt { get; init; }

    /// <summary>How far it has come, in a ledger.</summary>
    public RowStanding? Standing { get; init; }
}
