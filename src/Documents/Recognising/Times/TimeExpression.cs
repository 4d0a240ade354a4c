using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>Reads a whole time expression: the time cell of a task, or the time in a closing bracket.</summary>
public static class TimeExpression
{
    private const string OfTheYear = "没有写明年份,按文件日期或标题年份推定";
    private const string Border = "“前”可指该时段开始前,按该时段结束前理解,请核对";
    private static readonly Regex Nothing = new("^[-—–_/无\\\\]*$", Patterns.Linear);

    /// <summary>2025.6 alone in a cell: a month.</summary>
    private static readonly Regex Dotted = new(
        "^(?<y>(19|20)[0-9]{2})[./](?<m>1[0-2]|0?[1-9])月?(?<t>底|末)?$",
        Patterns.Linear
    );
    private static readonly Regex Again = new(
        "每年|次月|每季|每半年|每月|每周|每学期|每学年|分季度|按季度|按月|逐年|^定期|^年度$",
        Patterns.Linear
    );
    private static readonly Regex Plan = new(
        "[“\"]?(?<p>[一二]?十[一二三四五六七八九]?)五[”\"]?(规划)?(?<span>期间|时期|末|期)?",
        Patterns.Linear
    );
    private static readonly Regex Carried = new("持续|长期|常态|贯穿|常年|日常|经常|不间断|始终|长效", Patterns.Linear);
    private static readonly Regex Completes = new(
        "完成|建成|出台|印发|达到|达标|实现|投入使用|制定|形成|建立|启用|全面",
        Patterns.Linear
    );

    /// <summary>6月20日（星期六）前.</summary>
    private static readonly Regex Weekday = new("[(（](星期|周)[一二三四五六日天][)）]", Patterns.Linear);
    private static readonly Regex Urges = new(
        "近期|即日|早日|随时|立即|尽快|及时|适时|按期|逐步|抓紧|即时|力争|争取|提早",
        Patterns.Linear
    );
    private static readonly Regex Leads = new(
        "^(力争|争取|确保|务必|原则上|应当?|须|需|要|于|在|到|至|截至|截止到?|不迟于|最迟|计划|预计|拟|分别)+",
        Patterns.Linear
    );

    /// <summary>3月至6月, 3-6月: the end has the last month.</summary>
    private static readonly Regex Months = new(
        "^[0-9]{1,2}月?([0-9]{1,2}日)?(上旬|中旬|下旬|初|底)?(-|—|–|－|~|～|至|到)+(?<end>[0-9]{1,2}月.*)$",
        Patterns.Linear
    );

    /// <summary>8月前, 三季度前: before it begins, or before it is over.</summary>
    private static readonly Regex BeforeOrWithin = new("([0-9]月|季度|上半年|下半年)(之前|以前|前)", Patterns.Linear);
    private static readonly Regex Wishes = new("力争|争取", Patterns.Linear);
    private static readonly Regex Spans = new(
        "((19|20)[0-9]{2}年?([0-9]{1,2}月)?([0-9]{1,2}日)?|[0-9]{1,2}月)(-|—|–|－|~|～|至|到)+((19|20)[0-9]{2}年|[0-9]{1,2}月)",
        Patterns.Linear
    );

    /// <param name="issued">The document's date: the year of an expression without one is inferred from it.</param>
    /// <returns>Null when the text states no time.</returns>
    public static ReadTime? Read(string raw, DateOnly? issued)
    {
        var text = Numerals
            .DatesToDigits(Weekday.Replace(Folding.Squeeze(raw), ""))
            .Trim('。', ';', '；', ',', '，', '.', '、');
        if (Nothing.IsMatch(text))
            return null;
        if (Dotted.Match(text) is { Success: true } dotted)
            text = $"{dotted.Groups["y"].Value}年{dotted.Groups["m"].Value}月{dotted.Groups["t"].Value}";
        var verbatim = Folding.Spaced(raw);
        var repaired = DamagedDate.RepairYearMonth(text) ?? DamagedDate.RepairDayOfMonth(text);
        return Plain(verbatim, repaired ?? text, repaired, issued);
    }

    private static ReadTime Plain(string raw, string text, string? repaired, DateOnly? issued)
    {
        if (DamagedDate.RepairDay(text, out var several) is { } day)
            return ReadTime.Of(
                raw,
                day.Repaired.EndsWith('前') ? DeadlineKind.By : DeadlineKind.Point,
                day.Date,
                day.Repaired,
                null
            );
        if (several)
            return ReadTime.Of(raw, DeadlineKind.Ambiguous, null, null, "日期有缺损且不止一种读法,请核对原文");
        if (Again.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.Recurring, null, repaired, null);
        if (Plan.Match(text) is { Success: true } plan && FiveYearPlans.EndOf(plan.Groups["p"].Value) is { } year)
            return OfPlan(raw, text, plan, FiveYearPlans.LastDay(year), repaired);
        if (Holidays.Before(text, issued) is { } holiday)
            return holiday.Of(raw);
        var dates = WrittenDates.Find(text);
        if (RelativeTimes.Read(text, isDated: dates.Any(date => !date.IsYear)) is { } after)
            return after.Of(raw, repaired);
        if (dates.Count > 0)
            return OfDates(raw, text, dates, repaired);
        var start = Leads.Match(text).Length;
        if (WrittenDates.FindWithoutYear(text[start..], issued) is { } date)
            return OfDateWithoutYear(raw, text, text[start..], date, repaired, issued);
        if (Carried.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.Ongoing, null, repaired, null);
        if (Urges.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.Soft, null, repaired, null);
        return RelativeTimes.Bare(text) is { } bare
            ? bare.Of(raw, repaired)
            : ReadTime.Of(raw, DeadlineKind.Ambiguous, null, repaired, "时间表述无法识别,请填写完成时限");
    }

    private static ReadTime OfPlan(string raw, string text, Match plan, DateOnly end, string? repaired) =>
        Carried.IsMatch(text) ? ReadTime.Of(raw, DeadlineKind.OngoingUntil, end, repaired, null)
        : plan.Groups["span"].Success ? ReadTime.Of(raw, DeadlineKind.By, end, repaired, null)
        : ReadTime.Of(raw, DeadlineKind.By, end, repaired, "只写了规划名称,按规划期末理解");

    private static ReadTime OfDates(string raw, string text, IReadOnlyList<WrittenDate> dates, string? repaired)
    {
        var last = dates[^1];
        if (last.End is null)
            return ReadTime.Of(raw, DeadlineKind.Ambiguous, null, repaired, "日期不存在,请核对原文");
        if (Carried.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.OngoingUntil, last.End, repaired, null);
        if (Wishes.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.Soft, last.End, repaired, null);
        if (Spans.IsMatch(text))
            return OfSpan(raw, text, last, repaired);
        var doubt =
            dates.Count > 1 ? "一格中有多个时间,以最后一个为完成时限"
            : BeforeOrWithin.IsMatch(text) ? Border
            : null;
        return ReadTime.Of(raw, KindOf(text, last), last.End, repaired, doubt);
    }

    private static ReadTime OfSpan(string raw, string text, WrittenDate last, string? repaired)
    {
        // 2022年8月-12月: the end has no year of its own, so the date found is the start.
        var tail = text[(last.Index + last.Length)..].TrimStart('-', '—', '–', '－', '~', '～', '至', '到');
        var end = WrittenDates.FindWithoutYear(tail, new(last.End!.Value.Year, 1, 1)) is { IsDay: var _ } own
            ? own.End
            : last.End;
        return end is null
            ? ReadTime.Of(raw, DeadlineKind.Ambiguous, null, repaired, "日期不存在,请核对原文")
            : ReadTime.Of(raw, DeadlineKind.Range, end, repaired, null);
    }

    private static ReadTime OfDateWithoutYear(
        string raw,
        string whole,
        string text,
        WrittenDate date,
        string? repaired,
        DateOnly? issued
    )
    {
        if (issued is null || date.End is null || date.End < issued)
            return ReadTime.Of(raw, DeadlineKind.Ambiguous, null, null, "没有写明年份,无法确定日期");
        if (
            Months.Match(text) is { Success: true } months
            && WrittenDates.FindWithoutYear(months.Groups["end"].Value, issued) is { End: { } until }
        )
            return ReadTime.Of(raw, DeadlineKind.Range, until, repaired, OfTheYear);
        if (Carried.IsMatch(text))
            return ReadTime.Of(raw, DeadlineKind.OngoingUntil, date.End, repaired, OfTheYear);
        var last = text.Split('、', '和', '及')[^1];
        if (last.Length < text.Length && WrittenDates.FindWithoutYear(last, issued) is { End: { } end })
            return ReadTime.Of(
                raw,
                KindOf(last, date),
                end,
                repaired,
                "有多个时间,以最后一个为完成时限;没有写明年份,按文件年份推定"
            );
        return ReadTime.Of(
            raw,
            Wishes.IsMatch(whole) ? DeadlineKind.Soft : KindOf(text, date),
            date.End,
            repaired,
            BeforeOrWithin.IsMatch(text) ? $"{OfTheYear};{Border}" : OfTheYear
        );
    }

    private static DeadlineKind KindOf(string text, WrittenDate date) =>
        date.Bounded ? DeadlineKind.By
        : date.IsDay ? DeadlineKind.Point
        : Completes.IsMatch(text) || text[..date.Index].EndsWith('到') || text[..date.Index].EndsWith('至')
            ? DeadlineKind.By
        : DeadlineKind.During;
}
