namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: 提醒, 催办 or overdue.</summary>
/// <param name="Kind">Name of the timer's kind.</param>
/// <param name="Text">What people read, zh-CN.</param>
public sealed record AskReminded(string CaseId, int Seq, int Previous, string AskId, string Kind, string Text)
    : IOrdered;
