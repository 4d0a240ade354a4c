using System.Text.Json.Serialization;

namespace JointMeeting.Domain.Clocks;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit
{
    Workday,
    Day,
    Month,
}

/// <summary>An amount of days, workdays or months; below 0 it is counted back from its start (会前).</summary>
public sealed record Period(int Amount, PeriodUnit Unit)
{
    /// <summary>The day this period ends on when it starts on <paramref name="start"/>, not rolled.</summary>
    public DateOnly From(DateOnly start, WorkingDayCalendar calendar) =>
        Unit switch
        {
            PeriodUnit.Workday => calendar.AddWorkdays(start, Amount).Date,
            PeriodUnit.Day => start.AddDays(Amount),
            PeriodUnit.Month => Months.Add(start, Amount),
        };

    /// <summary>For people: 3个工作日, 10日, 2个月.</summary>
    [JsonIgnore]
    public string Text => $"{Math.Abs(Amount)}{UnitText(Unit)}";

    public static string UnitText(PeriodUnit unit) =>
        unit switch
        {
            PeriodUnit.Workday => "个工作日",
            PeriodUnit.Day => "日",
            PeriodUnit.Month => "个月",
        };
}
