namespace JointMeeting.Documents.Recognising;

/// <summary>A numbered clause of the body.</summary>
/// <param name="Label">Its number as written: 1., (一), 一、 or 第3条.</param>
/// <param name="Section">The nearest heading above it.</param>
/// <param name="Title">Its first sentence, or the part of it that is a title where the full stop behind it was lost.</param>
/// <param name="Text">Without the closing bracket of units.</param>
/// <param name="Doubt">Why the clause as such is not certain (number inferred, number twice), in Chinese.</param>
public sealed record Clause(
    int Number,
    string Label,
    string Section,
    string Title,
    string Text,
    UnitList Units,
    ReadTime? Deadline,
    IReadOnlyList<ReadTime> Milestones,
    int Line,
    string? Doubt
)
{
    /// <summary>The full stop behind the title was lost: the title is a proposal.</summary>
    public bool TitleRunsOn { get; init; }
}

/// <summary>A line of the document outside its clauses and tables.</summary>
internal sealed record Passage(string Section, string Text, int Line);

/// <summary>The running text of a notice: its clauses, and what stands outside them in the same part.</summary>
/// <param name="LeftOut">Numbered text that became no clause.</param>
internal sealed record Body(
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<LeftOut> LeftOut
);
