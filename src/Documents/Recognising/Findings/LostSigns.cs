using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Findings;

/// <param name="At">Where in the text; the length of what is replaced, and the replacement where it can be told.</param>
internal sealed record Damage(string Text, int At, int Length, string? Replacement)
{
    /// <summary>A figure fell out.</summary>
    public bool IsFigure { get; init; }
}

/// <summary>Damage that shows in a text by itself: quotation marks without their partner, figures or units that fell out.</summary>
internal static class LostSigns
{
    private const int Context = 6;
    private static readonly Regex Slashes = new("[0-9]+//|[^:：/]//", Patterns.Linear);
    private static readonly Regex LostWord = new("不(低|少|高|超|多)[0-9]", Patterns.Linear);
    private static readonly Regex LostFigure = new(
        "(分别[达为]|[率比重额量数度积](仅|高|均|约|只|要|应|须|需|力争|确保)?(达到|达|为|至))[,，、。]|、、|(不低于|不少于|不高于|不超过|提高到|提升到|增长到|下降到|降到|压减|压缩)[,，。;；]|(不低于|不少于|达到|提高到|提升到|增长|下降|压减|压缩|减少|增加|降低|提高|超过|率|比|、)(以上|以下|以内)([,，。;；、]|$)|(高达|仅为|分别为|分别达)[,，、。]|[率比重额量数度分](低于|高于|超过|不足|少于|多于|不低于|不高于|不少于|未达到?|达不到|达到)(的|[,，。;；]|$)",
        Patterns.Linear
    );
    private static readonly Regex Placeholder = new("[\u4e00-\u9fa5]_{1,3}[、,，\u4e00-\u9fa5]", Patterns.Linear);

    // 第12文化节 lost 届. Schools and hospitals are numbered without a counter.
    private static readonly Regex LostCounter = new(
        "第[0-9]{1,3}[^届批期次个名条章款项号位轮年季度产课组篇页部卷集版代段类级场回步天周月日学中实小医人幼高职分大支师军工类、，,。0-9:：.()（） \t-]",
        Patterns.Linear
    );
    private static readonly Regex LostOrdinal = new("(举办|召开|主办|承办|印发)第(届|期|次|批)", Patterns.Linear);
    private static readonly Regex EmptyQuotes = new("“ *”|《 *》", Patterns.Linear);

    public static IEnumerable<Damage> Find(string text) =>
        Quotes(text)
            .Concat(Matches(text, Slashes, "数值后的单位缺失"))
            .Concat(Matches(text, LostWord, "“不低于”一类的词缺字"))
            .Concat(Matches(text, LostFigure, "数字缺失").Select(damage => damage with { IsFigure = true }))
            .Concat(Matches(text, LostOrdinal, "届次或期次的数字缺失"))
            .Concat(Matches(text, Placeholder, "文字缺失,原处为下划线"))
            .Concat(Matches(text, LostCounter, "序数后的量词缺失"))
            .Concat(Matches(text, EmptyQuotes, "引号或书名号内文字缺失"))
            .OrderBy(damage => damage.At);

    private static IEnumerable<Damage> Matches(string text, Regex pattern, string what) =>
        pattern
            .Matches(text)
            .Select(match => new Damage(
                $"{what}:“{Around(text, match.Index, match.Length)}”",
                match.Index,
                match.Length,
                null
            ));

    private static IEnumerable<Damage> Quotes(string text)
    {
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '“')
            {
                if (open >= 0)
                    yield return Quote(text, open, "后引号");
                open = at;
            }
            else if (text[at] == '”')
            {
                if (open < 0)
                    yield return Quote(text, at, "前引号");
                open = -1;
            }
        }
        if (open >= 0)
            yield return Quote(text, open, "后引号");
    }

    private static Damage Quote(string text, int at, string lost) =>
        new($"{lost}缺失:“{Around(text, at, 1)}”", at, 1, null);

    private static string Around(string text, int at, int length)
    {
        var start = Math.Max(0, at - Context);
        return text[start..Math.Min(text.Length, at + length + Context)];
    }
}
