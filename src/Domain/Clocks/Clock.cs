namespace JointMeeting.Domain.Clocks;

/// <summary>Works out and explains a deadline (期限). Pure: the same inputs give the same date on any day.</summary>
public static class Clock
{
    /// <summary>
    /// The deadline is the rule's period, or the date a document states if that is earlier; plus the standing
    /// extensions up to the cap; plus the time paused while it ran; rolled to a workday where the rule says so.
    /// The order of the events makes no difference.
    /// </summary>
    /// <exception cref="ArgumentException">No start, or neither a period nor a fixed date.</exception>
    public static Due Explain(IReadOnlyCollection<ClockEvent> events, DeadlineRule rule, WorkingDayCalendar calendar)
    {
        var history = new ClockHistory(events);
        var reasons = new List<Reason>();
        var asked = Deadline(history, rule, calendar, reasons);
        var (unrolled, isPaused) = Suspend(asked, history, rule, calendar, reasons);
        var date = Roll(unrolled, rule, calendar, reasons);
        var uncovered = FirstUncoveredYear(history.Started.On, unrolled, date, rule, calendar);
        if (uncovered is int year)
            reasons.Add(Reason.Of(ReasonCode.Provisional, year));
        reasons.Add(Reason.Of(ReasonCode.Basis, rule.Source, calendar.Version));
        return new(unrolled, date, isPaused, uncovered is not null, reasons);
    }

    private static DateOnly Deadline(
        ClockHistory history,
        DeadlineRule rule,
        WorkingDayCalendar calendar,
        List<Reason> reasons
    )
    {
        ExplainBase(history.Started, rule, calendar, reasons);
        foreach (var (extension, by) in history.TakenBack)
            reasons.Add(Reason.Of(ReasonCode.ExtensionRevoked, extension.Period.Text, extension.By, by.By, by.Why));
        foreach (var extension in history.Standing)
            reasons.Add(Reason.Of(ReasonCode.Extended, extension.Period.Text, extension.By, extension.Why));
        var extended = Extensions.Reach(history.Started, rule, Extensions.Of(history.Standing), calendar);
        var latest = Extensions.Latest(history.Started, rule, calendar);
        if (extended > latest)
            reasons.Add(Reason.Of(ReasonCode.ExtensionCapped, rule.ExtensionCap!.Text));
        var deadline = extended > latest ? latest.Value : extended;
        if (history.Standing.Count > 0)
            reasons.Add(Reason.Of(ReasonCode.ExtendedTo, deadline));
        return deadline;
    }

    private static void ExplainBase(
        Started started,
        DeadlineRule rule,
        WorkingDayCalendar calendar,
        List<Reason> reasons
    )
    {
        var start = StartEvents.Label(rule.Start);
        var byRule = rule.Period?.From(started.On, calendar);
        if (rule.Period is { Amount: < 0 } back)
            reasons.Add(Reason.Of(ReasonCode.CountedBack, started.On, start, back.Text, byRule!));
        else if (rule.Period is Period period)
            reasons.Add(Reason.Of(ReasonCode.Counted, started.On, start, period.Text, byRule!));
        if (started.FixedDate is not DateOnly fixedDate)
            return;
        if (byRule is DateOnly counted)
        {
            var earlier = counted < fixedDate ? counted : fixedDate;
            reasons.Add(Reason.Of(ReasonCode.EarlierOfBoth, counted, fixedDate, earlier));
        }
        else
            reasons.Add(Reason.Of(ReasonCode.FixedDate, fixedDate));
    }

    /// <summary>
    /// A pause gives back what it took: workdays to a period in workdays, days to any other.
    /// A pause that began when the deadline had come revives nothing.
    /// </summary>
    private static (DateOnly Deadline, bool IsPaused) Suspend(
        DateOnly deadline,
        ClockHistory history,
        DeadlineRule rule,
        WorkingDayCalendar calendar,
        List<Reason> reasons
    )
    {
        foreach (var pause in history.Pauses)
        {
            if (pause.From >= deadline)
            {
                reasons.Add(Reason.Of(ReasonCode.SuspendedInVain, pause.From, deadline));
                continue;
            }
            if (pause.To is not DateOnly to)
            {
                reasons.Add(Reason.Of(ReasonCode.StillPaused, pause.From));
                return (deadline, true);
            }
            // Before the start nothing ran that could be paused; a deadline counted back runs until its start.
            var from =
                rule.Period is not { Amount: < 0 } && pause.From < history.Started.On ? history.Started.On : pause.From;
            if (to <= from)
                continue;
            var lost = Lost(from, to, rule, calendar);
            deadline = lost.From(deadline, calendar);
            reasons.Add(Reason.Of(ReasonCode.Suspended, from, to, lost.Text, deadline));
        }
        return (deadline, false);
    }

    private static Period Lost(DateOnly from, DateOnly to, DeadlineRule rule, WorkingDayCalendar calendar) =>
        rule.Period is { Unit: PeriodUnit.Workday }
            ? new(calendar.WorkdaysBetween(from, to), PeriodUnit.Workday)
            : new(to.DayNumber - from.DayNumber, PeriodUnit.Day);

    private static DateOnly Roll(
        DateOnly unrolled,
        DeadlineRule rule,
        WorkingDayCalendar calendar,
        List<Reason> reasons
    )
    {
        if (calendar.WhyOff(unrolled) is not string why)
            return unrolled;
        if (!rule.RollForward)
        {
            reasons.Add(Reason.Of(ReasonCode.NotRolled, unrolled, why));
            return unrolled;
        }
        var rolled = calendar.RollForward(unrolled).Date;
        reasons.Add(Reason.Of(ReasonCode.RolledForward, unrolled, why, rolled));
        return rolled;
    }

    private static int? FirstUncoveredYear(
        DateOnly start,
        DateOnly unrolled,
        DateOnly date,
        DeadlineRule rule,
        WorkingDayCalendar calendar
    )
    {
        // Counting workdays touches every year on the way, a period in days or months only those it ends in.
        var counts = rule.Period is { Unit: PeriodUnit.Workday };
        var first = counts && start < unrolled ? start.AddDays(1) : unrolled;
        for (var year = first.Year; year <= date.Year; year++)
            if (!calendar.Covers(year))
                return year;
        return null;
    }
}
