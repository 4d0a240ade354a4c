namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: the answer was not taken.</summary>
/// <param name="Why">What people read, zh-CN.</param>
public sealed record AnswerRefused(string CaseId, int Seq, int Previous, string AskId, string AnswerId, string Why)
    : IOrdered;
