namespace JointMeeting.Services.Contracts.V1;

/// <summary>Office to desk: a suggestion or proposal is given to the unit (交办), with what it is about; again when
/// that was amended (更正登记).</summary>
/// <param name="Kind">建议, 提案, 议案转建议 or 审议意见.</param>
/// <param name="Number">Its number in that session.</param>
/// <param name="Duty">主办, 协办 (会办), 分办 or 独办.</param>
/// <param name="Signers">Names of the signers, the lead signer first; no contact data.</param>
/// <param name="FixedOn">The date a notice fixes for the reply; null where only the rule does.</param>
public sealed record ItemAssigned(
    string CaseId,
    int Seq,
    int Previous,
    string Kind,
    string SessionName,
    string Number,
    string Title,
    string Text,
    string Duty,
    IReadOnlyList<string> Signers,
    DateOnly AssignedOn,
    DateOnly? FixedOn
) : IOrdered;
