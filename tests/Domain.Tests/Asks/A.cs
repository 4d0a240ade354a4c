using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Tests.Asks;

/// <summary>Short words for the tests of rounds.</summary>
internal static class A
{
    public static AskStanding Open(string unit) => new(unit, AskState.Open, null);

    public static AskStanding Waiting(string unit) => new(unit, AskState.Waiting, null);

    public static AskStanding Deemed(string unit) => new(unit, AskState.Deemed, null);

    public static AskStanding Consent(string unit) => new(unit, AskState.Answered, AnswerEffect.Consents);

    public static AskStanding Neutral(string unit) => new(unit, AskState.Answered, AnswerEffect.Neutral);

    public static AskStanding Objection(string unit) => new(unit, AskState.Answered, AnswerEffect.Objects);

    public static AskStanding SentBack(string unit) => new(unit, AskState.Answered, AnswerEffect.SendsBack);
}
