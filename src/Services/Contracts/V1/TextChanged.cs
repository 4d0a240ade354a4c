namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: the text changed and the unit's signature stands (沿用); for information.</summary>
/// <param name="Version">Number of the new text.</param>
public sealed record TextChanged(string CaseId, int Seq, int Previous, string CaseTitle, string Subject, int Version)
    : IOrdered;
