namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: a copy for information (传阅); it asks for nothing.</summary>
/// <param name="Text">What the office says with it, zh-CN.</param>
public sealed record CopySent(string CaseId, int Seq, int Previous, string CaseTitle, string Text) : IOrdered;
