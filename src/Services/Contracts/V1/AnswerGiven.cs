namespace JointMeeting.Services.Contracts.V1;

/// <summary>Desk to office: a person of the unit answered.</summary>
/// <param name="AnswerId">Made by the desk, in time order: a later answer has a greater id.</param>
/// <param name="Unit">The unit whose desk it is.</param>
/// <param name="Account">Who answered; the office checks the rights of that account.</param>
/// <param name="PersonName">代会人.</param>
/// <param name="PersonPost">职务 of the stand-in.</param>
/// <param name="TakesBack">带回研究.</param>
/// <param name="GivenAt">When, by the desk's clock.</param>
public sealed record AnswerGiven(
    string CaseId,
    int Seq,
    int Previous,
    string AskId,
    string AnswerId,
    string Unit,
    string Account,
    string Value,
    string? Text,
    string? Basis,
    string? PersonName,
    string? PersonPost,
    bool TakesBack,
    DateTimeOffset GivenAt
) : IOrdered;
