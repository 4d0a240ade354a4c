using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Supervision;

/// <summary>How pressing a request to a unit is.</summary>
public enum Urgency
{
    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>临期: within three workdays.</summary>
    Soon,

    /// <summary>办理中: later.</summary>
    Later,

    /// <summary>不设期限.</summary>
    Never,
}

/// <summary>The light of a to-do list: a unit sees first what is late, then what is due within three workdays.</summary>
public static class DueLight
{
    /// <summary>Workdays before the day from which a request is due soon.</summary>
    public const int SoonWorkdays = 3;

    /// <summary>How pressing a request due that day is.</summary>
    public static Urgency Of(DateOnly? due, DateOnly today, WorkingDayCalendar calendar) =>
        due is not { } day ? Urgency.Never
        : day < today ? Urgency.Overdue
        : calendar.WorkdaysBetween(today, day) <= SoonWorkdays ? Urgency.Soon
        : Urgency.Later;

    /// <summary>The words beside the colour.</summary>
    public static string Describe(DateOnly? due, DateOnly today, WorkingDayCalendar calendar) =>
        Of(due, today, calendar) switch
        {
            Urgency.Overdue => $"逾期 {today.DayNumber - due!.Value.DayNumber} 天",
            Urgency.Soon when due == today => "今日到期",
            Urgency.Soon => $"剩 {calendar.WorkdaysBetween(today, due!.Value)} 个工作日",
            Urgency.Later => "办理中",
            Urgency.Never => "不设期限",
        };
}
