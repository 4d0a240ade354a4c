namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: the unit is asked something.</summary>
/// <param name="Vocabulary">Id of the words it is answered in.</param>
/// <param name="Due">Last day, Asia/Shanghai; null where none is set.</param>
/// <param name="Text">The text it is about, one clause a line.</param>
public sealed record AskOpened(
    string CaseId,
    int Seq,
    int Previous,
    string AskId,
    string CaseTitle,
    string Subject,
    string Vocabulary,
    DateOnly? Due,
    string? Text
) : IOrdered;
