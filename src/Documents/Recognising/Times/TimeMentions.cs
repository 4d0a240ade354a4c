using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// Times inside a running text: the milestones of a clause or task. Years in titles (《…》), in brackets and
/// in names are labels and left out.
/// </summary>
public static class TimeMentions
{
    private const string Year = "(19|20)[0-9]{2}年";
    private const string Limit =
        "(年?底|年?末|年?内|上半年|下半年|[一二三四1-4]季度|上旬|中旬|下旬)(末|底)?(之前|以前|前)?|之前|以前|前";
    private static readonly Regex Mention = new(
        "(?<plan>[“\"]?[一二]?十[一二三四五六七八九]?五[”\"]?(规划)?(期间|时期|末))"
            + $"|(?<date>{Year}[0-9]{{1,2}}月[0-9]{{1,2}}(之前|以前|前))"
            + "|(?<short>[0-9]{1,2}月[0-9]{1,2}(之前|以前|前))"
            + $"|(?<date>(到|至)?{Year}([0-9]{{1,2}}月([0-9]{{1,2}}日)?)?({Limit}))"
            + $"|(?<date>{Year}[0-9]{{1,2}}月([0-9]{{1,2}}日)?)"
            + $"|(?<date>(到|至){Year})"
            + "|(?<date>(19|20)[0-9]{2}(1[0-2]|[1-9])月(底|末)?(之前|以前|前)?)"
            + $"|(?<event>{RelativeTimes.Words})"
            + $"|(?<holiday>((19|20)[0-9]{{2}}年|今年|明年)?[“\"]?({Holidays.Words})[”\"]?(国际)?(劳动)?节?(假期|长假|放假)?(之前|以前|前))"
            + "|(?<short>(今年|明年)?(上半年|下半年|第?[一二三四]季度)(末|底)?(之前|以前|前)?)"
            + "|(?<again>每(个)?(年|季度|半年|月|周|学期|学年)(((末|首)月)?([0-9]{1,2}月)?([0-9]{1,2}(日|号))?(之前|以前|前)([、和及]([0-9]{1,2}月)?[0-9]{1,2}(日|号)(之前|以前|前))*)?|次月[0-9]{1,2}(日|号)(之前|以前|前)|定期|分季度)"
            + "|(?<short>(今年|明年)?[0-9]{1,2}月([0-9]{1,2}日|底|末|上旬|中旬|下旬)(之前|以前|前)?|(今年|明年)?年底(之前|以前|前)|年内|(本月|下月)(底|末)(之前|以前|前)?)",
        Patterns.Linear
    );
    private static readonly Regex Title = new("《[^《》]{0,80}》|[(（][^()（）]{0,20}[)）]", Patterns.Linear);
    private static readonly Regex Reaches = new("建成|完成|实现|达到|达标|建立|创建|形成|出台", Patterns.Linear);
    private static readonly Regex Carried = new("持续|长期|常态", Patterns.Linear);

    public static IReadOnlyList<ReadTime> Find(string text, DateOnly? issued)
    {
        var open = Title.Replace(Folding.Spaced(text), match => new string(' ', match.Length));
        var found = new List<ReadTime>();
        foreach (Match match in Mention.Matches(open))
            if (
                !IsSpanOfYears(open, match)
                && (match.Index == 0 || !char.IsAsciiDigit(match.Value[0]) || !char.IsAsciiDigit(open[match.Index - 1]))
            )
                if (Read(match, Sentence(open, match.Index + match.Length), issued) is { } time)
                    found.Add(time);
        return found;
    }

    /// <summary>三年内 is a span; 年内 alone is this year.</summary>
    private static bool IsSpanOfYears(string text, Match match) =>
        match.Value is "年内"
        && match.Index > 0
        && text[match.Index - 1] is var before
        && (char.IsAsciiDigit(before) || "〇一二三四五六七八九十两几多半今当本".Contains(before));

    private static ReadTime? Read(Match match, string rest, DateOnly? issued)
    {
        if (match.Groups["again"].Success)
            return ReadTime.Of(match.Value, DeadlineKind.Recurring, null, null, null);
        var raw = match.Groups["event"].Success ? RelativeTimes.WithoutLead(match.Value) : match.Value;
        if (TimeExpression.Read(raw, issued) is not { } time)
            return null;
        // 上半年 in a text written after it tells what was.
        if (match.Groups["short"].Success && time.Value.Kind is DeadlineKind.Ambiguous && !match.Value.EndsWith('前'))
            return IsPeriod(match.Value) ? null : time;
        return time.Value.Kind switch
        {
            DeadlineKind.By or DeadlineKind.OngoingUntil when match.Groups["plan"].Success => WithKind(
                time,
                PlanKind(rest)
            ),
            DeadlineKind.During when Reaches.IsMatch(Segment(rest)) => WithKind(time, DeadlineKind.By),
            _ => time,
        };
    }

    private static bool IsPeriod(string raw) => raw.EndsWith("半年") || raw.EndsWith("季度");

    private static DeadlineKind PlanKind(string rest) =>
        Reaches.IsMatch(rest) ? DeadlineKind.By
        : Carried.IsMatch(rest) ? DeadlineKind.OngoingUntil
        : DeadlineKind.During;

    private static ReadTime WithKind(ReadTime time, DeadlineKind kind) =>
        time with
        {
            Value = time.Value with { Kind = kind },
        };

    /// <summary>Up to the next comma: what a date without 前 or 底 is the time of.</summary>
    private static string Segment(string rest)
    {
        var end = rest.AsSpan().IndexOfAny(',', '，');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>What follows, up to the end of the sentence.</summary>
    private static string Sentence(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny("。；;");
        return text.Substring(from, Math.Min(80, end < 0 ? text.Length - from : end));
    }
}
