namespace JointMeeting.Domain.Clocks;

/// <summary>Whether a change may be made to a clock. Who may make it is decided elsewhere.</summary>
public static class ClockChange
{
    /// <summary>Null when the change may be recorded, else why not and what to do.</summary>
    public static Reason? Refusal(
        IReadOnlyCollection<ClockEvent> events,
        ClockEvent change,
        DeadlineRule rule,
        WorkingDayCalendar calendar
    ) =>
        change switch
        {
            Started => events.OfType<Started>().Any() ? Reason.Of(ReasonCode.AlreadyStarted) : null,
            Paused paused => RefusePause(new ClockHistory(events), paused, rule),
            Resumed resumed => RefuseResumption(new ClockHistory(events), resumed),
            Extended extended => RefuseExtension(events, extended, rule, calendar),
            Revoked revoked => new ClockHistory(events).Standing.Any(e => e.Id == revoked.ExtensionId)
                ? null
                : Reason.Of(ReasonCode.ExtensionUnknown),
            _ => throw new ArgumentException($"Unknown clock event {change.GetType().Name}.", nameof(change)),
        };

    /// <summary>Not before the clock runs; one that is counted back from an event runs until that event.</summary>
    private static Reason? RefusePause(ClockHistory history, Paused paused, DeadlineRule rule)
    {
        if (history.Pauses is [.., { To: null } open])
            return Reason.Of(ReasonCode.AlreadyPaused, open.From);
        var runs = rule.Period is { Amount: < 0 } ? DateOnly.MinValue : history.Started.On;
        var last = history.Pauses is [.., { To: DateOnly to }] ? to : runs;
        return paused.On < last ? Reason.Of(ReasonCode.BeforeLastChange, paused.On, last) : null;
    }

    private static Reason? RefuseResumption(ClockHistory history, Resumed resumed)
    {
        if (history.Pauses is not [.., { To: null } open])
            return Reason.Of(ReasonCode.NotPaused, resumed.On);
        return resumed.On < open.From ? Reason.Of(ReasonCode.BeforeLastChange, resumed.On, open.From) : null;
    }

    private static Reason? RefuseExtension(
        IReadOnlyCollection<ClockEvent> events,
        Extended extended,
        DeadlineRule rule,
        WorkingDayCalendar calendar
    )
    {
        var history = new ClockHistory(events);
        if (rule.ExtendedBy is null)
            return Reason.Of(ReasonCode.NoExtension, rule.Label);
        if (extended.Period.Amount <= 0)
            return Reason.Of(ReasonCode.ExtensionNotPositive);
        if (events.OfType<Extended>().Any(e => e.Id == extended.Id))
            return Reason.Of(ReasonCode.ExtensionKnown);
        var asked = Extensions.Reach(history.Started, rule, Extensions.Of(history.Standing.Append(extended)), calendar);
        return Extensions.Latest(history.Started, rule, calendar) is DateOnly latest && asked > latest
            ? Reason.Of(ReasonCode.OverCap, rule.Label, rule.ExtensionCap!.Text, latest, asked)
            : null;
    }
}
