namespace JointMeeting.Domain.Texts.Deadlines;

/// <summary>A deadline as a text states it.</summary>
/// <param name="Raw">The words, verbatim.</param>
/// <param name="Date">The last day (Asia/Shanghai), null where there is none or it is not certain.</param>
/// <param name="Repaired">The words with what was lost put back: a proposal until a person confirms it. Null when nothing was lost.</param>
public sealed record StatedDeadline(string Raw, DeadlineKind Kind, DateOnly? Date, string? Repaired);
