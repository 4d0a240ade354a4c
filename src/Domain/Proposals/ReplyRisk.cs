using JointMeeting.Domain.Rights;

namespace JointMeeting.Domain.Proposals;

/// <summary>How far up a reply is looked at before it leaves (按风险分级审核).</summary>
public enum ReplyTier
{
    /// <summary>一般件: the unit's own chain, then a head of the unit signs.</summary>
    Ordinary,

    /// <summary>较高风险: the government office looks at it before it is signed.</summary>
    Reviewed,

    /// <summary>重大: the government office looks at it and the unit's principal head (主要负责人) signs.</summary>
    Principal,
}

/// <summary>What a reply is judged by.</summary>
/// <param name="IsKey">重点件.</param>
/// <param name="IsRedo">It answers again after 不满意.</param>
/// <param name="Overridden">Its class departs from the one that follows from its parts.</param>
/// <param name="Class">Its class; null before it is chosen.</param>
/// <param name="HadDisagreement">The handling units disagreed, and somebody above them ruled.</param>
/// <param name="LateCoHandler">协办单位逾期未反馈.</param>
public sealed record ReplyFacts(
    bool IsKey,
    bool IsRedo,
    bool Overridden,
    ReplyClass? Class,
    bool HadDisagreement = false,
    bool LateCoHandler = false
);

/// <summary>
/// The chain a reply goes through, by its risk, and who signs it. 上海、青岛 let a 负责人 sign, 浙江、重庆、河南、山东 ask
/// for the 主要负责人 (DOMAIN 3.4); a key item and a reply given again are the principal head's everywhere.
/// </summary>
public static class ReplyRisk
{
    /// <summary>主要负责人, as localities and pages write it.</summary>
    public const string PrincipalHead = "主要负责人";

    /// <summary>The tier with its reasons, in words; no reason for an ordinary one.</summary>
    public static (ReplyTier Tier, IReadOnlyList<string> Why) Of(ReplyFacts facts)
    {
        var principal = Reasons([(facts.IsKey, "重点件"), (facts.IsRedo, "不满意后再次答复")]);
        var reviewed = Reasons([
            (facts.Overridden, "总体类别与逐项推算不同"),
            (facts.Class is { Solved: false, FollowUp: false }, $"{facts.Class?.Code} 类，既未解决也未列入计划"),
            (facts.HadDisagreement, "承办单位有过分歧"),
            (facts.LateCoHandler, "协办单位逾期未反馈"),
        ]);
        var tier =
            principal.Count > 0 ? ReplyTier.Principal
            : reviewed.Count > 0 ? ReplyTier.Reviewed
            : ReplyTier.Ordinary;
        return (tier, [.. principal, .. reviewed]);
    }

    /// <summary>Who signs: the principal head where the locality or the tier asks for it, else a head.</summary>
    public static string SignedBy(string localLevel, ReplyTier tier) =>
        tier == ReplyTier.Principal ? PrincipalHead : localLevel;

    /// <summary>
    /// Whose signature an item's reply needs. A head who acts for the principal one (代) counts only where the rules let
    /// the principal head delegate (授权代签).
    /// </summary>
    public static SigningHead Signing(string localLevel, bool isKey, bool isRedo, HandlingWays ways) =>
        SignedBy(localLevel, isKey || isRedo ? ReplyTier.Principal : ReplyTier.Ordinary) != PrincipalHead
            ? SigningHead.Any
        : ways.PrincipalDelegates ? SigningHead.PrincipalOrStandIn
        : SigningHead.Principal;

    /// <summary>The chain in words.</summary>
    public static string Chain(string localLevel, ReplyTier tier) =>
        tier == ReplyTier.Ordinary
            ? $"本单位审核 → {SignedBy(localLevel, tier)}签发"
            : $"本单位审核 → 政府办公室审核 → {SignedBy(localLevel, tier)}签发";

    private static List<string> Reasons(IEnumerable<(bool Holds, string Words)> all) =>
        [.. all.Where(r => r.Holds).Select(r => r.Words)];
}
