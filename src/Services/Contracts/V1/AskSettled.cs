namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: the ask was answered, deemed, withdrawn or replaced.</summary>
/// <param name="State">Name of the ask's state.</param>
public sealed record AskSettled(string CaseId, int Seq, int Previous, string AskId, string State) : IOrdered;
