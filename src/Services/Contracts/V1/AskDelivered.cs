namespace JointMeeting.Services.Contracts.V1;

/// <summary>Desk to office: the desk has the ask (送达).</summary>
public sealed record AskDelivered(string CaseId, int Seq, int Previous, string AskId) : IOrdered;
