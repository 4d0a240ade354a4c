namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: the ask has another last day.</summary>
/// <param name="Due">Last day, Asia/Shanghai; null while the clock stands still.</param>
/// <param name="Text">How the day comes about, zh-CN.</param>
public sealed record DueChanged(string CaseId, int Seq, int Previous, string AskId, DateOnly? Due, string Text)
    : IOrdered;
