using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Proposals;

/// <summary>What a rule set says about the course of handling, beside its deadlines.</summary>
/// <param name="Feedback">How feedback may come in; null for every way.</param>
/// <param name="ConfirmUpgrade">转类 needs the signer's own confirmation, beside evidence and the second notice.</param>
public sealed record HandlingWays(IReadOnlyList<FeedbackMode>? Feedback = null, bool ConfirmUpgrade = false)
{
    /// <summary>Nothing special.</summary>
    public static readonly HandlingWays Usual = new();

    /// <summary>Those of a rule set.</summary>
    public static HandlingWays Of(RuleSet rules) => rules.Ways ?? Usual;

    /// <summary>Why feedback may not come in that way here, or null.</summary>
    public string? Refusal(FeedbackMode mode) =>
        Feedback is null || Feedback.Contains(mode)
            ? null
            : $"本地规则集规定反馈只能以“{string.Join("、", Feedback.Select(FeedbackRules.Label))}”方式进行，请改用该方式。";
}
