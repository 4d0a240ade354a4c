namespace JointMeeting.Web.Kit;

/// <summary>Dates and times as people here read them, in Beijing time (+08:00, without summer time since 1992).</summary>
public static class When
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>2026年11月3日</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日");

    /// <summary>2026年11月3日 星期二</summary>
    public static string DayOfWeek(DateOnly day) => $"{Day(day)} 星期{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>2026年11月3日 09:05</summary>
    public static string Minute(DateTimeOffset moment) => moment.ToOffset(Beijing).ToString("yyyy年M月d日 HH:mm");
}
