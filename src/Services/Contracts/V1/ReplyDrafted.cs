namespace JointMeeting.Services.Contracts.V1;

/// <summary>One part of a reply (逐条答复).</summary>
/// <param name="ClassCode">Its class; null for an introduction or a closing.</param>
/// <param name="PromisedBy">The day a promise is to be kept by.</param>
public sealed record ReplyDraftPart(string Text, string? ClassCode, DateOnly? PromisedBy);

/// <summary>Desk to office: the unit's reply, which goes up (送审) as it is.</summary>
/// <param name="AnswerId">Made by the desk, in time order: a later reply has a greater id.</param>
/// <param name="Unit">The unit whose desk it is.</param>
/// <param name="Account">Who drafted it; the office checks the rights of that account.</param>
/// <param name="ClassCode">The class of the whole; null for the one that follows from the parts.</param>
/// <param name="Reason">Why it differs from that one.</param>
/// <param name="GivenAt">When, by the desk's clock.</param>
public sealed record ReplyDrafted(
    string CaseId,
    int Seq,
    int Previous,
    string AskId,
    string AnswerId,
    string Unit,
    string Account,
    IReadOnlyList<ReplyDraftPart> Parts,
    string? ClassCode,
    string? Reason,
    DateTimeOffset GivenAt
) : IOrdered;
