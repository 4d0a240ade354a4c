namespace JointMeeting.Domain.Proposals;

/// <summary>How alike two Chinese texts are, by the pairs of neighbouring characters they share. No word list is needed.</summary>
public sealed class TextLikeness
{
    /// <summary>From here on two items are shown to each other as similar.</summary>
    public const double Similar = 0.35;

    private static readonly string[] Empty =
    [
        "关于",
        "进一步",
        "加强",
        "推进",
        "的建议",
        "的提案",
        "我市",
        "我县",
        "我区",
    ];
    private readonly HashSet<int> _pairs;

    private TextLikeness(HashSet<int> pairs) => _pairs = pairs;

    /// <summary>The pairs of neighbouring characters.</summary>
    internal IReadOnlySet<int> Pairs => _pairs;

    /// <summary>Prepares a text; what every title has is left out.</summary>
    public static TextLikeness Of(string text)
    {
        foreach (var word in Empty)
            text = text.Replace(word, " ", StringComparison.Ordinal);
        var pairs = new HashSet<int>();
        var before = '\0';
        foreach (var sign in text)
        {
            if (before != '\0' && char.IsLetterOrDigit(sign))
                pairs.Add((before << 16) | sign);
            before = char.IsLetterOrDigit(sign) ? sign : '\0';
        }
        return new TextLikeness(pairs);
    }

    /// <summary>From 0 (nothing shared) to 1; the same in both directions.</summary>
    public double To(TextLikeness other)
    {
        if (_pairs.Count == 0 || other._pairs.Count == 0)
            return 0;
        var (few, many) = _pairs.Count <= other._pairs.Count ? (_pairs, other._pairs) : (other._pairs, _pairs);
        return 2.0 * few.Count(many.Contains) / (few.Count + many.Count);
    }
}
