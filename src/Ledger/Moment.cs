using System.Globalization;

namespace JointMeeting.Ledger;

/// <summary>
/// How times and days are stored: text that sorts, so that every store compares them alike. Times are UTC with
/// microseconds; days have no zone and mean Asia/Shanghai.
/// </summary>
public static class Moment
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The stored form of a time.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The stored form of a day.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A stored time.</summary>
    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A stored day.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day it is in China at that time.</summary>
    public static DateOnly DayInChina(DateTimeOffset at) => DateOnly.FromDateTime(InChina(at).DateTime);

    /// <summary>The clock on the wall in China at that time.</summary>
    public static DateTimeOffset InChina(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, China);

    /// <summary>That hour of that day in China.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour) =>
        new(day.ToDateTime(hour), China.GetUtcOffset(day.ToDateTime(hour)));
}
