using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>The days a matched expression covers, and so its kind.</summary>
internal static class TimeSpans
{
    private static readonly Regex Reaches = new(
        "建成|完成|实现|达到|达标|建立|创建|形成|出台|投入使用|投用|启用|竣工|交付|印发|挂牌",
        Patterns.Linear
    );
    private static readonly Regex Carried = new("持续|长期|常态", Patterns.Linear);
    private static readonly Regex NameOfPlan = new("^(规划|中期|首届|的|开局|收官|关键)", Patterns.Linear);

    public static StatedTime? Day(string raw, string iso) =>
        DateOnly.TryParse(iso, out var day) ? TimeScan.Of(raw, DeadlineKind.Point, day, day) : null;

    public static StatedTime Year(string raw, int year, string? doubt) =>
        TimeScan.Of(raw, DeadlineKind.During, new(year, 1, 1), new(year, 12, 31), null, doubt);

    public static StatedTime? Range(Match match)
    {
        var first = int.Parse(match.Groups["y1"].ValueSpan);
        var last = match.Groups["y2"].Success ? int.Parse(match.Groups["y2"].ValueSpan) : first;
        if (last < first)
            return null;
        var from = Number(match, "m1") ?? 1;
        var to = Number(match, "m2") ?? 12;
        return match.Groups["school"].Success
            ? TimeScan.Of(match.Value, DeadlineKind.Range, new(first, 9, 1), new(last, 8, 31))
            : TimeScan.Of(match.Value, DeadlineKind.Range, new(first, from, 1), EndOfMonth(last, to));
    }

    /// <param name="compares">达到2022年的7倍: 到 belongs to 达到.</param>
    public static StatedTime? Date(Match match, string rest, bool compares)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan);
        var (month, day, part) = (Number(match, "m"), Number(match, "d"), match.Groups["part"].Value);
        if (match.Groups["since"].Success)
            return TimeScan.Of(match.Value, DeadlineKind.Range, new(year, month ?? 1, day ?? 1), null);
        return Within(match, year, month, day, part, rest, match.Groups["until"].Success && !compares);
    }

    public static StatedTime? WithoutYear(Match match, int? year, string rest)
    {
        var found = year is { } known
            ? Within(match, known, Number(match, "m"), Number(match, "d"), match.Groups["part"].Value, rest, false)
            : TimeScan.Of(match.Value, DeadlineKind.Ambiguous);
        return found is null
            ? null
            : found with
            {
                Doubt = year is null ? "没有写明年份,无法确定日期" : "没有写明年份,按文件年份推定",
            };
    }

    /// <summary>今年 is the document's year where that is known; without it nothing is certain.</summary>
    public static StatedTime Relative(Match match, int? year)
    {
        var raw = match.Value;
        int? shift =
            raw.Contains("今年") || raw.Contains("本年") || raw is "全年" or "年内" ? 0
            : raw.Contains("明年") ? 1
            : raw.Contains("后年") ? 2
            : raw.Contains("去年") || raw.Contains("上年") ? -1
            : raw.Contains("前年") ? -2
            : null;
        if (shift is null)
            return TimeScan.Of(raw, DeadlineKind.Relative);
        if (year is null)
            return TimeScan.Of(raw, DeadlineKind.Ambiguous, null, null, null, "文件没有写明年份,无法确定指哪一年");
        var of = year.Value + shift.Value;
        const string Doubt = "按文件年份推定";
        if (raw.EndsWith('起') || raw.EndsWith("开始"))
            return TimeScan.Of(raw, DeadlineKind.Range, new(of, 1, 1), null, null, Doubt);
        return Within(match, of, null, null, match.Groups["part"].Value, "", false)! with { Doubt = Doubt };
    }

    public static StatedTime? Plan(Match match, string rest)
    {
        if (FiveYearPlans.EndOf(match.Groups["p"].Value) is not { } end)
            return null;
        var span = match.Groups["span"].Value;
        var kind =
            span is "" or "中期" && NameOfPlan.IsMatch(match.Value.EndsWith("规划") ? "规划" : span + rest)
                ? DeadlineKind.Label
            : Carried.IsMatch(rest) ? DeadlineKind.OngoingUntil
            : Reaches.IsMatch(rest) ? DeadlineKind.By
            : DeadlineKind.During;
        return TimeScan.Of(match.Value, kind, new(end - 4, 1, 1), FiveYearPlans.LastDay(end));
    }

    private static StatedTime? Within(Match match, int year, int? month, int? day, string part, string rest, bool until)
    {
        if (Days(year, month, day, part) is not { } days)
            return TimeScan.Of(match.Value, DeadlineKind.Ambiguous, null, null, null, "日期不存在,请核对原文");
        var bounded = part.EndsWith('前') || part.AsSpan().IndexOfAny("底末内") >= 0;
        var kind =
            bounded ? DeadlineKind.By
            : day is not null ? DeadlineKind.Point
            : until || (Reaches.IsMatch(rest) && !rest.StartsWith('的')) ? DeadlineKind.By
            : DeadlineKind.During;
        var lostDay = day is not null && char.IsAsciiDigit(match.Value[^1]) && !match.Value.Contains('.');
        return TimeScan.Of(
            match.Value,
            kind,
            kind is DeadlineKind.By ? null : days.Start,
            days.End,
            null,
            lostDay ? "“日”字缺失,请核对" : null
        );
    }

    private static (DateOnly Start, DateOnly End)? Days(int year, int? month, int? day, string part)
    {
        if (day is not null)
            return month is { } m && day <= DateTime.DaysInMonth(year, m)
                ? (new(year, m, day.Value), new(year, m, day.Value))
                : null;
        if (month is { } of)
        {
            var (from, to) =
                part.StartsWith("上旬") || part.StartsWith('初') ? (1, 10)
                : part.StartsWith("中旬") ? (11, 20)
                : part.StartsWith("下旬") ? (21, DateTime.DaysInMonth(year, of))
                : (1, DateTime.DaysInMonth(year, of));
            return (new(year, of, from), new(year, of, to));
        }
        var (first, last) =
            part.Contains("上半年") ? (1, 6)
            : part.Contains("下半年") ? (7, 12)
            : part.IndexOfAny(['一', '1']) >= 0 && part.Contains('季') ? (1, 3)
            : part.IndexOfAny(['二', '2']) >= 0 && part.Contains('季') ? (4, 6)
            : part.IndexOfAny(['三', '3']) >= 0 && part.Contains('季') ? (7, 9)
            : part.Contains('季') ? (10, 12)
            : (1, 12);
        return (new(year, first, 1), EndOfMonth(year, last));
    }

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan) : null;
}
