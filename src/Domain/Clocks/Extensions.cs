namespace JointMeeting.Domain.Clocks;

/// <summary>Adds extensions (延期) to a deadline so that their order makes no difference.</summary>
internal static class Extensions
{
    private static readonly PeriodUnit[] Order = [PeriodUnit.Month, PeriodUnit.Day, PeriodUnit.Workday];

    public static IReadOnlyList<Period> Of(IEnumerable<Extended> extensions) => [.. extensions.Select(e => e.Period)];

    /// <summary>The day reached with these extensions; the cap and pauses are not applied here.</summary>
    public static DateOnly Reach(
        Started started,
        DeadlineRule rule,
        IReadOnlyList<Period> extensions,
        WorkingDayCalendar calendar
    )
    {
        DateOnly? byRule = rule.Period is Period period ? Add(started.On, period, extensions, calendar) : null;
        DateOnly? byDocument = started.FixedDate is DateOnly date
            ? Add(date, new(0, PeriodUnit.Month), extensions, calendar)
            : null;
        return (byRule, byDocument) switch
        {
            (DateOnly a, DateOnly b) => a < b ? a : b,
            (DateOnly a, null) => a,
            (null, DateOnly b) => b,
            _ => throw new ArgumentException($"“{rule.Label}”既没有期限规则,也没有文件规定的日期,无法计算。"),
        };
    }

    /// <summary>The latest day that the rule's cap on all extensions together allows; null without a cap.</summary>
    public static DateOnly? Latest(Started started, DeadlineRule rule, WorkingDayCalendar calendar) =>
        rule.ExtensionCap is Period cap ? Reach(started, rule, [cap], calendar) : null;

    /// <summary>
    /// Amounts in the period's own unit lengthen the period (3 and 3 months are 6 months from the start, not a
    /// month end twice); other units follow in a fixed order.
    /// </summary>
    private static DateOnly Add(
        DateOnly start,
        Period period,
        IReadOnlyList<Period> extensions,
        WorkingDayCalendar calendar
    )
    {
        int Total(PeriodUnit unit) => extensions.Where(e => e.Unit == unit).Sum(e => e.Amount);
        var date = new Period(period.Amount + Total(period.Unit), period.Unit).From(start, calendar);
        foreach (var unit in Order.Where(u => u != period.Unit))
            date = new Period(Total(unit), unit).From(date, calendar);
        return date;
    }
}
