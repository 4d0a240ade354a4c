using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

/// <summary>Short words for the tests of clocks.</summary>
internal static class A
{
    public static WorkingDayCalendar Calendar => WorkingDayCalendar.Embedded;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static Period Workdays(int n) => new(n, PeriodUnit.Workday);

    public static Period Days(int n) => new(n, PeriodUnit.Day);

    public static Period Months(int n) => new(n, PeriodUnit.Month);

    /// <summary>A rule that may be extended without a cap and rolls forward.</summary>
    public static DeadlineRule Rule(Period? period) =>
        new("reply", "办理答复", StartEvent.Assign, "测试规则", period, RollForward: true, ExtendedBy: "交办机关");

    public static Started Started(string on, string? fixedDate = null) =>
        new(Day(on), fixedDate is null ? null : Day(fixedDate));

    public static Paused Paused(string on) => new(Day(on), "王一", "等待上级意见");

    public static Resumed Resumed(string on) => new(Day(on), "王一", "意见已到");

    public static Extended Extended(string id, Period period) => new(id, period, "交办机关", "情况复杂");

    public static Revoked Revoked(string id) => new(id, "交办机关", "已提前完成");

    public static Due Explain(DeadlineRule rule, params ClockEvent[] events) => Clock.Explain(events, rule, Calendar);

    public static IEnumerable<ReasonCode> Codes(Due due) => due.Reasons.Select(r => r.Code);
}
