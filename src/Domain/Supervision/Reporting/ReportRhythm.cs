using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Supervision.Reporting;

/// <summary>How often a report is owed (报送周期).</summary>
public enum ReportPeriod
{
    /// <summary>一次.</summary>
    Once,

    /// <summary>每周.</summary>
    Weekly,

    /// <summary>每月.</summary>
    Monthly,

    /// <summary>每季度.</summary>
    Quarterly,

    /// <summary>每半年.</summary>
    HalfYearly,

    /// <summary>每年.</summary>
    Yearly,
}

/// <summary>Which day of its period a report is due on.</summary>
public enum ReportDay
{
    /// <summary>The day that is stated, such as 每月5日前.</summary>
    Stated,

    /// <summary>The last day of the month, such as 每季度末.</summary>
    LastDay,

    /// <summary>每月最后一个工作日.</summary>
    LastWorkday,

    /// <summary>No day is stated: so many workdays after the month or quarter ended, by the office's rule (季末后5个工作日).</summary>
    ByRule,
}

/// <summary>
/// 报送时间: how often a report is owed and by which day. Stated days stay as they are stated; only a day that the rule set
/// gives runs on to a workday.
/// </summary>
/// <param name="First">A due day to count the later ones from; for days at a month's end, any day of that month.</param>
public sealed record ReportRhythm(ReportPeriod Period, DateOnly First, ReportDay Day)
{
    /// <summary>A unit is asked so many workdays before the report is due, so that it is not on its list for a whole year.</summary>
    public const int WorkdaysToWrite = 10;

    /// <summary>The first due day on or after that day; null where it was owed once and the day has passed.</summary>
    public DateOnly? NextFrom(DateOnly day, WorkingDayCalendar calendar)
    {
        if (Period == ReportPeriod.Once)
            return First >= day ? First : null;
        var n = 0;
        while (Due(n, calendar) < day)
            n++;
        return Due(n, calendar);
    }

    /// <summary>The day the units are asked: ten workdays before, and not before the previous report was due.</summary>
    public DateOnly OpensFor(DateOnly due, WorkingDayCalendar calendar)
    {
        var written = calendar.AddWorkdays(due, -WorkdaysToWrite).Date;
        return Period == ReportPeriod.Weekly && written < due.AddDays(-6) ? due.AddDays(-6) : written;
    }

    /// <summary>As people say it: 每季度，末月25日前.</summary>
    public string Describe() =>
        Period switch
        {
            ReportPeriod.Once => $"一次，{First:yyyy年M月d日}前",
            ReportPeriod.Weekly => $"每周{"日一二三四五六"[(int)First.DayOfWeek]}前",
            _ when Day is ReportDay.ByRule =>
                $"{ReportPeriods.Label(Period)}，期末后{Rule(First).Period!.Text}内（来文没有写明，按系统默认）",
            _ => $"{ReportPeriods.Label(Period)}，{Month()}{Within()}",
        };

    private string Month() =>
        Period switch
        {
            ReportPeriod.Quarterly => (First.Month % 3) switch
            {
                1 => "首月",
                2 => "第二个月",
                _ => "末月",
            },
            ReportPeriod.HalfYearly =>
                $"{(First.Month > 6 ? First.Month - 6 : First.Month)}月和{(First.Month > 6 ? First.Month : First.Month + 6)}月",
            ReportPeriod.Yearly => $"{First.Month}月",
            ReportPeriod.Once or ReportPeriod.Weekly or ReportPeriod.Monthly => "",
        };

    private string Within() =>
        Day switch
        {
            ReportDay.Stated => $"{First.Day}日前",
            ReportDay.LastDay => "最后一天前",
            ReportDay.LastWorkday => "最后一个工作日前",
            ReportDay.ByRule => "",
        };

    private DateOnly Due(int n, WorkingDayCalendar calendar)
    {
        if (Period == ReportPeriod.Weekly)
            return First.AddDays(7 * n);
        var due = First.AddMonths(ReportPeriods.Months(Period) * n);
        var end = new DateOnly(due.Year, due.Month, DateTime.DaysInMonth(due.Year, due.Month));
        return Day switch
        {
            ReportDay.Stated => due,
            ReportDay.LastDay => end,
            ReportDay.LastWorkday => calendar.LastWorkdayOnOrBefore(end).Date,
            ReportDay.ByRule => Explain(end, calendar).Date,
        };
    }

    /// <summary>How the rule of the office gets from the end of the period to the day.</summary>
    private Due Explain(DateOnly end, WorkingDayCalendar calendar) =>
        Clock.Explain([new Started(end)], Rule(end), calendar);

    private DeadlineRule Rule(DateOnly on) =>
        RuleSet.Meeting.Rule(Period == ReportPeriod.Monthly ? "monthReport" : "quarterReport", on)!;
}

/// <summary>What people call the periods.</summary>
public static class ReportPeriods
{
    /// <summary>The period in Chinese.</summary>
    public static string Label(ReportPeriod period) =>
        period switch
        {
            ReportPeriod.Once => "一次",
            ReportPeriod.Weekly => "每周",
            ReportPeriod.Monthly => "每月",
            ReportPeriod.Quarterly => "每季度",
            ReportPeriod.HalfYearly => "每半年",
            ReportPeriod.Yearly => "每年",
        };

    /// <summary>How many months one period has; 0 for what is not counted in months.</summary>
    public static int Months(ReportPeriod period) =>
        period switch
        {
            ReportPeriod.Monthly => 1,
            ReportPeriod.Quarterly => 3,
            ReportPeriod.HalfYearly => 6,
            ReportPeriod.Yearly => 12,
            ReportPeriod.Once or ReportPeriod.Weekly => 0,
        };
}
