using System.Globalization;
using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Supervision.Reporting;

/// <summary>What the words about a report's time come to: a rhythm, or why nobody can be asked by them.</summary>
public sealed record ReportingTime(ReportRhythm? Rhythm, string? Why)
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly Regex FullDate = new("(?<y>20[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})", Options);
    private static readonly Regex LastWorkday = new("最后(1|一)个工作日", Options);
    private static readonly Regex FirstMonth = new("首月(?<d>[0-9]{1,2})日", Options);
    private static readonly Regex LastMonth = new("(末月|最后(1|一)个月)(?<d>[0-9]{1,2})日", Options);
    private static readonly Regex MonthDay = new("(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日", Options);
    private static readonly Regex DayOnly = new("(每月|次月|当月|下月)(?<d>[0-9]{1,2})日", Options);
    private static readonly Regex End = new("(季度|季|月|半年|年度|年)(末|底)", Options);
    private static readonly Regex NoDay = new("^(每|按|分)?(月|季度|季|半年|年|年度|月度)?$", Options);
    private static readonly Regex Weekday = new("(周|星期)(?<w>[一二三四五六日天])", Options);

    /// <summary>Reads a confirmed period and the words for its day.</summary>
    /// <param name="period">The importer's word for how often; null for once.</param>
    /// <param name="words">By when, as written or as a person corrected it.</param>
    /// <param name="today">Only says which year counting begins in.</param>
    public static ReportingTime Read(string? period, string words, DateOnly today)
    {
        var text = string.Concat(words.Where(sign => !char.IsWhiteSpace(sign)).Select(Narrow));
        return period switch
        {
            null => Once(text, today),
            "weekly" => Weekly(text, today),
            "monthly" => InMonths(ReportPeriod.Monthly, text, today),
            "quarterly" => InMonths(ReportPeriod.Quarterly, text, today),
            "halfYearly" => InMonths(ReportPeriod.HalfYearly, text, today),
            "yearly" => InMonths(ReportPeriod.Yearly, text, today),
            _ => No("没有写明多久报送一次的固定日期，系统不能按期发起"),
        };
    }

    private static ReportingTime Once(string text, DateOnly today) =>
        FullDate.Match(text) is not { Success: true } date || Date(date) is not { } day ? No("没有写明报送的年月日")
        : day < today ? No($"报送时间 {day:yyyy年M月d日} 已过")
        : new(new(ReportPeriod.Once, day, ReportDay.Stated), null);

    private static ReportingTime Weekly(string text, DateOnly today)
    {
        if (Weekday.Match(text) is not { Success: true } match)
            return No("没有写明每周星期几报送");
        var wanted = "日一二三四五六".IndexOf(match.Groups["w"].Value.Replace('天', '日'), StringComparison.Ordinal);
        return new(
            new(ReportPeriod.Weekly, today.AddDays((wanted - (int)today.DayOfWeek + 7) % 7), ReportDay.Stated),
            null
        );
    }

    private static ReportingTime InMonths(ReportPeriod period, string text, DateOnly today)
    {
        var months = ReportPeriods.Months(period);
        // A year earlier, so that what a past period still owes is found as well.
        var end = new DateOnly(today.Year - 1, months, 1);
        if (LastWorkday.IsMatch(text))
            return new(new(period, end, ReportDay.LastWorkday), null);
        if (Match(FirstMonth, text) is { } first)
            return Stated(period, new DateOnly(today.Year - 1, 1, 1), first);
        if (Match(LastMonth, text) is { } last)
            return Stated(period, end, last);
        if (period == ReportPeriod.Monthly && Match(DayOnly, text) is { } day)
            return Stated(period, end, day);
        if (FullDate.Match(text) is { Success: true } full && Date(full) is { } date)
            return new(new(period, date, ReportDay.Stated), null);
        if (MonthDay.Match(text) is { Success: true } named && Number(named, "m") is >= 1 and <= 12 and var month)
            return Stated(period, new DateOnly(today.Year - 1, month, 1), Number(named, "d"));
        if (End.IsMatch(text))
            return new(new(period, end, ReportDay.LastDay), null);
        return NoDay.IsMatch(text) && period is ReportPeriod.Monthly or ReportPeriod.Quarterly
                ? new(new(period, end, ReportDay.ByRule), null)
            : NoDay.IsMatch(text) ? No($"没有写明{ReportPeriods.Label(period)}的哪一天报送")
            : No($"看不懂“{text}”是哪一天");
    }

    private static ReportingTime Stated(ReportPeriod period, DateOnly month, int day) =>
        day is < 1 or > 31 ? No($"没有 {day} 日")
        : day > DateTime.DaysInMonth(month.Year, month.Month) ? new(new(period, month, ReportDay.LastDay), null)
        : new(new(period, month.AddDays(day - 1), ReportDay.Stated), null);

    /// <summary>Full-width digits as people type them.</summary>
    private static char Narrow(char sign) => sign is >= '０' and <= '９' ? (char)(sign - '０' + '0') : sign;

    private static int? Match(Regex form, string text) =>
        form.Match(text) is { Success: true } match ? Number(match, "d") : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Date(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{Number(match, "m")}-{Number(match, "d")}",
            "yyyy-M-d",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static ReportingTime No(string why) => new(null, why);
}
