using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>A time expression anywhere in a text, with the days it covers.</summary>
/// <param name="Start">First day, null where it is open or not known.</param>
/// <param name="End">Last day, null where it is open or not known.</param>
/// <param name="Period">yearly, quarterly …, of what recurs; unspecified for 定期; null otherwise.</param>
/// <param name="InName">It stands in a title or in brackets: no deadline, whatever its form.</param>
/// <param name="Line">Where it stands first.</param>
/// <param name="Count">How often it stands in the document in this sense.</param>
/// <param name="Doubt">Why the reading is not certain, in Chinese.</param>
public sealed record StatedTime(
    string Raw,
    DeadlineKind Kind,
    DateOnly? Start,
    DateOnly? End,
    string? Period,
    bool InName,
    int Line,
    int Count,
    string? Doubt
);
