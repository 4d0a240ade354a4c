namespace JointMeeting.Domain.Texts.Coverage;

/// <summary>
/// Words that ask for a fair-competition review (公平竞争审查条例 Arts. 13–18). The flag asks for a review; it does not
/// judge.
/// </summary>
public static class FairCompetition
{
    /// <summary>The words looked for.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "税收优惠",
        "财政奖励",
        "补贴",
        "特定经营者",
        "本地企业",
        "指定",
        "组合式激励",
        "优先采购",
    ];

    /// <summary>The words that a text contains.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Words.Where(w => text.Contains(w, StringComparison.Ordinal))];
}
