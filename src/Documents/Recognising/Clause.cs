namespace JointMeeting.Documents.Recognising;

/// <summary>A numbered clause of the body.</summary>
/// <param name="Section">The nearest heading above it.</param>
/// <param name="Title">Its first sentence.</param>
/// <param name="Text">Without the closing bracket of units.</param>
/// <param name="Doubt">Why the clause as such is not certain (number inferred, number twice), in Chinese.</param>
public sealed record Clause(
    int Number,
    string Section,
    string Title,
    string Text,
    UnitList Units,
    ReadTime? Deadline,
    IReadOnlyList<ReadTime> Milestones,
    int Line,
    string? Doubt
);
