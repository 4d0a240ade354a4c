namespace JointMeeting.Domain.Proposals;

/// <summary>How satisfied a signer is; attitude and result are asked separately.</summary>
public enum Satisfaction
{
    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    Basically,

    /// <summary>不满意.</summary>
    Dissatisfied,
}

/// <summary>How a signer's feedback came in.</summary>
public enum FeedbackMode
{
    /// <summary>征询意见表 on paper, entered twice by two people.</summary>
    Form,

    /// <summary>电话回访 by the congress or CPPCC office.</summary>
    Telephone,

    /// <summary>The signer's own single-use link.</summary>
    Link,
}

/// <summary>One signer's feedback.</summary>
public sealed record FeedbackFact(Satisfaction Attitude, Satisfaction Result, string? Reason);

/// <summary>The rules of evaluating a reply (征询意见).</summary>
public static class FeedbackRules
{
    /// <summary>What people call it.</summary>
    public static string Label(Satisfaction value) =>
        value switch
        {
            Satisfaction.Satisfied => "满意",
            Satisfaction.Basically => "基本满意",
            Satisfaction.Dissatisfied => "不满意",
        };

    /// <summary>What people call it.</summary>
    public static string Label(FeedbackMode mode) =>
        mode switch
        {
            FeedbackMode.Form => "征询意见表",
            FeedbackMode.Telephone => "电话回访",
            FeedbackMode.Link => "代表(委员)本人填写",
        };

    /// <summary>Why the feedback cannot be taken, or null: 不满意 says why.</summary>
    public static string? Refusal(FeedbackFact feedback) =>
        (feedback.Attitude == Satisfaction.Dissatisfied || feedback.Result == Satisfaction.Dissatisfied)
        && string.IsNullOrWhiteSpace(feedback.Reason)
            ? "选择“不满意”须填写理由。"
            : null;

    /// <summary>Two people read the same paper: what they entered must agree (双人录入).</summary>
    public static string? Disagreement(FeedbackFact first, FeedbackFact second) =>
        (first.Attitude, first.Result) == (second.Attitude, second.Result)
            ? null
            : "两次录入不一致,请对照征询意见表原件核对后重新录入。";

    /// <summary>
    /// The result of an item with several signers is its worst: one 不满意 with the result means handling again.
    /// Null without any feedback.
    /// </summary>
    public static Satisfaction? Overall(IEnumerable<Satisfaction> results)
    {
        var all = results.ToList();
        return all.Count == 0 ? null : all.Max();
    }

    /// <summary>A second 不满意 goes up instead of round again (联合会商或评估).</summary>
    public static bool Escalates(int dissatisfiedBefore) => dissatisfiedBefore >= 1;
}
