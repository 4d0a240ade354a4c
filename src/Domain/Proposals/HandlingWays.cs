using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Proposals;

/// <summary>Who of the answering unit signs its reply (签发人), DOMAIN 3.4.</summary>
public enum ReplySigner
{
    /// <summary>负责人: any head of the unit (上海、青岛).</summary>
    Head,

    /// <summary>主要负责人: its principal head (浙江、重庆、河南、山东).</summary>
    PrincipalHead,
}

/// <summary>
/// 改办后的起算日: from which day the reply of a unit that takes over after an agreed return is counted, where its period
/// counts from the assignment.
/// </summary>
public enum AfterReturn
{
    /// <summary>
    /// 重新交办日. The law counts 自交办之日起 (代表法 Art. 51), and what follows an agreed return is an assignment of its own
    /// (重新交办, in 重庆 and 河南 with its own ten workdays, DOMAIN 3.2 and 3.3): nobody answers for days it did not have.
    /// </summary>
    Reassigned,

    /// <summary>原交办日: the signer has waited since then. No text of DOMAIN 3.3 says so; a locality may.</summary>
    FirstAssigned,
}

/// <summary>What a rule set says about the course of handling, beside its deadlines.</summary>
/// <param name="Feedback">How feedback may come in; null for every way.</param>
/// <param name="ConfirmUpgrade">转类 needs the signer's own confirmation, beside evidence and the second notice.</param>
/// <param name="Signer">Who signs replies; it is remembered with each item.</param>
/// <param name="PrincipalDelegates">
/// 授权代签: where the principal head signs, the head who acts for him (代) may too. Without such a rule nobody can.
/// </param>
/// <param name="AfterReturn">Where the clock of a unit that takes over begins.</param>
public sealed record HandlingWays(
    IReadOnlyList<FeedbackMode>? Feedback = null,
    bool ConfirmUpgrade = false,
    ReplySigner Signer = ReplySigner.Head,
    bool PrincipalDelegates = false,
    AfterReturn AfterReturn = AfterReturn.Reassigned
)
{
    /// <summary>Nothing special.</summary>
    public static readonly HandlingWays Usual = new();

    /// <summary>Those of a rule set.</summary>
    public static HandlingWays Of(RuleSet rules) => rules.Ways ?? Usual;

    /// <summary>What localities and pages call who signs.</summary>
    public static string Label(ReplySigner signer) =>
        signer switch
        {
            ReplySigner.Head => "负责人",
            ReplySigner.PrincipalHead => ReplyRisk.PrincipalHead,
        };

    /// <summary>Why feedback may not come in that way here, or null.</summary>
    public string? Refusal(FeedbackMode mode) =>
        Feedback is null || Feedback.Contains(mode)
            ? null
            : $"本地规则集规定反馈只能以“{string.Join("、", Feedback.Select(FeedbackRules.Label))}”方式进行，请改用该方式。";
}
