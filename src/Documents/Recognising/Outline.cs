using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Levels of headings: 一、 then （一） then 1. (GB/T 9704-2012 7.3.3); in rules, 第一章 and 第一条.</summary>
internal static class Outline
{
    private const string Numeral = "[一二三四五六七八九十]{1,3}";
    private static readonly Regex First = new(
        $"^((?<n>{Numeral})、|第(?<n>{Numeral})(章|部分)[、:：]?)",
        Patterns.Linear
    );
    private static readonly Regex Second = new($"^[(（](?<n>{Numeral})[)）]", Patterns.Linear);
    private static readonly Regex Third = new(
        "^(?<n>[1-9][0-9]{0,2})[.．、](?<t>[^0-9.．].*|[0-9]+[^0-9.．%].*)$",
        Patterns.Linear
    );

    /// <summary>事项1：清淤河道, 任务三：….</summary>
    private static readonly Regex Called = new(
        "^(工作|重点|专项|整治|督办|主要)?(事项|任务|问题|项目|议题|清单|举措|工作|行动)(?<n>[1-9][0-9]?|[一二三四五六七八九十]{1,3})[:：.．、](?<t>.{2,})$",
        Patterns.Linear
    );
    private static readonly Regex Article = new(
        "^第(?<n>[一二三四五六七八九十]{1,3}|[1-9][0-9]?)条[、:：]?(?<t>.{2,})$",
        Patterns.Linear
    );

    public static bool IsFirst(string squeezed) => First.IsMatch(squeezed);

    public static bool IsSecond(string squeezed) => Second.IsMatch(squeezed);

    /// <summary>Without the 一、 or （一） it starts with.</summary>
    public static string WithoutMarker(string text) =>
        Second.Match(text) is { Success: true } marker ? text[marker.Length..].TrimStart()
        : First.Match(text) is { Success: true } first ? text[first.Length..].TrimStart()
        : text;

    /// <summary>The number of 三、 or （三）; 0 where there is none.</summary>
    public static int Ordinal(string text) =>
        (Second.Match(text) is { Success: true } second ? second : First.Match(text)) is { Success: true } marker
            ? Numerals.Count(marker.Groups["n"].Value) ?? 0
            : 0;

    /// <summary>1.统筹…, 第一条 …: the number and what follows; 1.5亿元 is none.</summary>
    public static (int Number, string Text)? Numbered(string spaced)
    {
        if (spaced.Length == 0)
            return null;
        if (Called.Match(spaced) is { Success: true } called && Numerals.Count(called.Groups["n"].Value) is { } at)
            return (at, called.Groups["t"].Value.Trim());
        if (spaced[0] == '第')
            return
                Article.Match(spaced) is { Success: true } article
                && Numerals.Count(article.Groups["n"].Value) is { } number
                ? (number, article.Groups["t"].Value.Trim())
                : null;
        if (!char.IsAsciiDigit(spaced[0]))
            return null;
        var match = Third.Match(spaced);
        return match.Success ? (int.Parse(match.Groups["n"].ValueSpan), match.Groups["t"].Value.Trim()) : null;
    }

    /// <summary>A heading's own words: up to the first full stop.</summary>
    public static string Words(string line)
    {
        var end = line.AsSpan().IndexOfAny('。', '\t');
        return (end < 0 ? line : line[..end]).TrimEnd(':', '：', ' ');
    }
}
