using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a time is counted from, and how far: 办结 and 3日 for 办结后3日内.</summary>
/// <param name="Event">Null where the text does not say from what.</param>
/// <param name="Amount">Null where it only says before, during or after it.</param>
public sealed record RelativeTime(string? Event, int? Amount, string? Unit)
{
    internal string? Offset => Amount is null ? null : $"{Amount}{Unit}";

    internal ReadTime Of(string raw, string? repaired) =>
        ReadTime.Of(
            raw,
            DeadlineKind.Relative,
            null,
            repaired,
            Event is null ? "没有写明从何时起算"
                : Amount is null ? $"没有写明日期,要看“{Event}”在何时"
                : null
        ) with
        {
            After = this,
        };
}

/// <summary>Times counted from an event (会后5个工作日内, 自印发之日起30日内), or known only by one (汛期前, 学期末).</summary>
internal static class RelativeTimes
{
    private const string Amount =
        "(?<n>[0-9]{1,3}|[一二三四五六七八九十两]{1,3})个?(?<u>工作日|自然日|日|天|周|月|年|小时)";

    /// <summary>Words for one anywhere in a text, for patterns that search.</summary>
    public const string Words =
        "(自|从)[^,，。;；:：自从将]{1,16}起[^,，。;；]{0,4}([0-9]{1,3}|[一二三四五六七八九十两]{1,3})个?(工作日|自然日|日|天|周|月|年)(之?内|以内)?"
        + "|(收到|接到)[^,，。;；:：]{1,16}?后?[^,，。;；]{0,2}([0-9]{1,3}|[一二三四五六七八九十两]{1,3})个?(工作日|自然日|日|天|周|月)(之?内|以内)"
        + "|[\u4e00-\u9fa5]{1,10}?(之日起|后)的?([0-9]{1,3}|[一二三四五六七八九十两]{1,3})个?(工作日|自然日|日|天|周|月)(之?内|以内)";

    private static readonly Regex Lead = new("^(并|于|在|应当?|须|需|请|要|将|同时)+", Patterns.Linear);
    private static readonly Regex From = new(
        $"(自|从)?(?<e>[^,，。;；:：自从]{{1,20}}?)(之日|之时|当日)?(起|后|之后|以后)的?(的)?[^,，。;；]{{0,2}}?{Amount}(之?内|以内)?",
        Patterns.Linear
    );

    /// <summary>各单位自印发之日起: who is to act stands in front of it.</summary>
    private static readonly Regex FromADay = new("(自|从)[^自从]{1,14}(之日|之时)起", Patterns.Linear);
    private static readonly Regex AheadOf = new(
        $"(?<e>[^,，。;；:：]{{1,20}}?)(之前|以前|前|提前){Amount}",
        Patterns.Linear
    );
    private static readonly Regex Alone = new($"^{Amount}(之?内|以内)", Patterns.Linear);

    /// <summary>汛期前, 学期末, 高考期间: an event of the year that has no date of its own.</summary>
    private static readonly Regex Season = new(
        "^((在|于|到|至)?(?<e>[^,，。;；:：0-9]{0,10}?(((19|20)[0-9]{2}年)?[^,，。;；:：0-9]{0,6}?(两会|汛期|主汛期|雨季|旱季|冬季|入冬|入汛|供暖期?|采暖[季期]|春耕|秋收|农忙|暑假|寒假|暑期|开学|学期|学年|高考|中考|会议?召开|会议?|换届|假期|赛事|活动|比赛|测温期|旺季|淡季|防火期|禁渔期|休渔期|[春夏秋冬]季(学期)?|节日?|验收|投产|评估|考核)(来临|开始|到来|结束|开幕)?))(之前|以前|前|后|之后|期间|末|结束时|结束前))(完成.*|出台.*|实施.*|印发.*|落实.*|到位.*|[,，。;；].*)?$",
        Patterns.Linear
    );

    /// <summary>Anything else that ends like a time and has no date.</summary>
    private static readonly Regex AnyEvent = new(
        "^(在|于|到)?(?<e>[^,，。;；:：0-9]{1,16})(之前|以前|前|后|之后|期间|期内|时)$",
        Patterns.Linear
    );

    /// <param name="isDated">The text names a month or a day of its own: then a bare season says nothing more.</param>
    public static RelativeTime? Read(string text, bool isDated)
    {
        text = text.Replace("半年", "6个月").Replace("半个月", "15日").Replace("一个月", "1个月");
        if (!isDated && From.Match(text) is { Success: true } from)
            return Of(from);
        if (!isDated && AheadOf.Match(text) is { Success: true } ahead)
            return Of(ahead);
        if (Alone.Match(text) is { Success: true } alone)
            return Of(alone);
        return !isDated && Season.Match(text) is { Success: true } season
            ? new(season.Groups["e"].Value, null, null)
            : null;
    }

    /// <summary>并于完成后5日内 found in a sentence: the words that lead to it belong to the sentence.</summary>
    public static string WithoutLead(string raw)
    {
        if (FromADay.Match(raw) is { Success: true, Index: > 0 } from)
            raw = raw[from.Index..];
        var end = raw.TakeWhile(sign => sign is not '后' && !char.IsAsciiDigit(sign)).Count();
        var at = end == 0 ? -1 : Math.Max(raw.LastIndexOf('于', end - 1), raw.LastIndexOf('在', end - 1));
        return Lead.Replace(at > 0 && end - at > 1 ? raw[(at + 1)..] : raw, "");
    }

    /// <summary>What no other grammar reads, but ends like a time.</summary>
    public static RelativeTime? Bare(string text) =>
        AnyEvent.Match(text) is { Success: true } any ? new(any.Groups["e"].Value, null, null) : null;

    private static RelativeTime Of(Match match) =>
        new(
            match.Groups["e"].Length > 0 ? match.Groups["e"].Value : null,
            Numerals.Count(match.Groups["n"].Value.Replace('两', '二')),
            match.Groups["u"].Value switch
            {
                "月" => "个月",
                "工作日" => "个工作日",
                "自然日" or "天" => "日",
                var unit => unit,
            }
        );
}
