using System.Buffers;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>Every time expression of a document, each with its kind; years that are names, ordinals and habits included.</summary>
internal static class TimeScan
{
    private const string Y = "(19|20)[0-9]{2}";
    private const string M = "(1[0-2]|0?[1-9])";
    private const string D = "(3[01]|[12][0-9]|0?[1-9])";
    private const string N = "([0-9]{1,3}|[一二三四五六七八九十两]{1,3})";
    private const string To = "(-|—|–|－|~|～|至|到)+";
    private const string Before = "(之前|以前|前)";
    private const string Part = "(年底|年末|年内|年初|底|末|内|初|上半年|下半年|第?[一二三四1-4]季度|上旬|中旬|下旬)";

    private static readonly Regex Time = new(
        $"(?<iso>{Y}-{M}-{D}( ?[0-9]{{1,2}}:[0-9]{{2}}(:[0-9]{{2}})?)?)"
            + $"|(?<range>(?<y1>{Y})(年((?<m1>{M})月({D}日)?)?)?{To}((?<y2>{Y})年?((?<m2>{M})月({D}日)?)?(?<school>学年度?)?(分?年度)?|(?<m2>{M})月(底|末|({D}日))?))"
            + $"|(?<damaged>{Y}(1[0-2]|[1-9])月(底|末|初|上旬|中旬|下旬)?{Before}?|{Y}年{M}月{D}{Before})"
            + $"|(?<date>(?<from>从|自)?(?<until>到|至|截至)?(?<y>{Y})年((?<m>{M})月((?<d>{D})(日|号)?)?)?(?<part>{Part}?(底|末)?{Before}?)(?<name>度)?(?<since>以来|起)?)"
            + $"|(?<cohort>{Y}(届|级))"
            + $"|(?<bare>{Y})"
            + "|(?<plan>[“\"]?(?<p>[一二]?十[一二三四五六七八九]?)五[”\"]?(规划)?(?<span>期间|时期|末|初|中期)?)"
            + $"|(?<event>(自|从)[^,，。;；自从]{{1,16}}起[^,，。;；]{{0,4}}{N}个?(工作日|日|天|月|周|年)(之?内)?|(会后|会议结束后|印发后|收到[^,，。;；]{{0,10}}后)[^,，。;；]{{0,2}}{N}个?(工作日|日|天|月|周|年)(之?内)?|{N}个(工作日|月)(之?内))"
            + $"|(?<again>每(个)?(?<u>年|半年|季度|季|月|周|日|天|学期|学年)((末|首)月|{M}月)?({D}(日|号)|底|初|末)?(中|内)?{Before}?|分(?<u>季度)|按(?<u>季度?|月|年)|逐(?<u>年|月)|年(?<u>年)|(?<u>年|季|月|周)报|不定期|定期|按时间周期|(?<u>学年)度?|(?<u>年)(度|终))"
            + "|(?<ongoing>(持续|长期|常态化)(推进|实施|开展|坚持|抓好|加强|深化|做好|提升|优化|完善|巩固|跟踪|落实)?)"
            + "|(?<soft>立即|尽快|及时|适时|按期|如期|逐步|抓紧|提早|尽早)"
            + $"|(?<relative>(从|自)?(今年|本年|明年|后年|去年|前年|上年)(开始|起)?(?<part>{Part}?{Before}?)|近{N}年|今后|历年|全年|年内|年初|年底{Before}?|年末{Before}?|岁末|新学期|新学年|春季|秋季|学期末|开学{Before}|两会(前|后|期间)|(({Holidays.Words})节?|节){Before})"
            + $"|(?<short>(?<m>{M})月((?<d>{D})(日|号))?(?<part>(底|末|初|上旬|中旬|下旬)?{Before}?)|(?<part>(上半年|下半年|第?[一二三四]季度)(末|底)?{Before}?))"
            + $"|(?<label>第{N}年|{N}年(行动)?计划|(十[一二三四五六七八九]|二十)届[一二三四五六七]中(、[一二三四五六七]中)*全会|[0-2]?[0-9]:[0-5][0-9])"
            + $"|(?<fixed>(?<m>{M})[.·](?<d>{D}))",
        Patterns.Linear
    );
    private static readonly SearchValues<char> Marks = SearchValues.Create("，,。；;、\t");
    private static readonly Regex Names = new("《[^《》]{0,80}》|[(（][^()（）]{0,20}[)）]", Patterns.Linear);

    public static IReadOnlyList<StatedTime> Find(Sheet sheet, int? year) =>
        [
            .. sheet
                .Lines.SelectMany(line => InLine(line, year))
                .GroupBy(time => (time.Raw, time.Kind, time.Start, time.End, time.InName))
                .Select(same => same.First() with { Count = same.Count() }),
        ];

    private static IEnumerable<StatedTime> InLine(Line line, int? year)
    {
        var text = Numerals.DatesToDigits(line.Spaced);
        var names = Names.Matches(text);
        foreach (Match match in Time.Matches(text))
        {
            var inName = names.Any(name => name.Index <= match.Index && match.Index < name.Index + name.Length);
            var rest = inName ? "" : Rest(text, match.Index + match.Length);
            if (TimeBorders.StandsAlone(text, match) && Read(text, match, rest, year) is { } read)
                yield return read with
                {
                    InName = inName,
                    Line = line.Number,
                };
        }
    }

    private static StatedTime? Read(string text, Match match, string rest, int? year)
    {
        var raw = match.Value;
        if (match.Groups["iso"].Success)
            return TimeSpans.Day(raw, raw.Split(' ')[0]);
        if (match.Groups["range"].Success)
            return TimeSpans.Range(match);
        if (match.Groups["damaged"].Success)
            return TimeExpression.Read(raw, null) is { Value: { Repaired: { } repaired } read }
                ? Of(raw, DeadlineKind.By, null, read.Date, null, $"时间文字有缺损,建议读作“{repaired}”")
                : null;
        if (match.Groups["date"].Success)
            return TimeSpans.Date(match, rest, match.Index > 0 && text[match.Index - 1] is '达');
        if (match.Groups["bare"].Success)
            return TimeBorders.IsYearWithoutSign(text, match)
                ? TimeSpans.Year(raw, int.Parse(raw), "“年”字缺失,请核对")
                : null;
        if (match.Groups["plan"].Success)
            return TimeSpans.Plan(match, rest);
        if (match.Groups["event"].Success)
            return Of(raw, DeadlineKind.Relative);
        if (match.Groups["again"].Success)
            return Of(raw, DeadlineKind.Recurring, null, null, TimePeriods.Word(match.Groups["u"].Value));
        if (match.Groups["ongoing"].Success)
            return Of(raw, DeadlineKind.Ongoing);
        if (match.Groups["soft"].Success)
            return Of(raw, DeadlineKind.Soft);
        if (match.Groups["relative"].Success)
            return TimeSpans.Relative(match, year);
        if (match.Groups["short"].Success)
            return TimeSpans.WithoutYear(match, year, rest);
        if (match.Groups["fixed"].Success)
            return TimeBorders.NamesADay(text, match) ? TimeSpans.WithoutYear(match, year, rest) : null;
        return Of(raw, DeadlineKind.Label);
    }

    internal static StatedTime Of(
        string raw,
        DeadlineKind kind,
        DateOnly? start = null,
        DateOnly? end = null,
        string? period = null,
        string? doubt = null
    ) => new(raw, kind, start, end, period, false, 0, 1, doubt);

    /// <summary>What follows, up to the next mark.</summary>
    private static string Rest(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny(Marks);
        return text.Substring(from, Math.Min(40, end < 0 ? text.Length - from : end));
    }
}
