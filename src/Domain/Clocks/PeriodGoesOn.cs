namespace JointMeeting.Domain.Clocks;

/// <summary>
/// A period outlives the request it ran under: what was approved for it (延期), and the time it stood still (暂停), hold
/// when the same is asked again within it, because an answer was sent back (退回修改).
/// </summary>
public static class PeriodGoesOn
{
    /// <summary>What happened since the start, for the clock it goes on under; what was revoked is left out.</summary>
    /// <param name="events">What happened to the clock so far.</param>
    /// <param name="newId">An id for each extension, which is revoked by it on the new clock.</param>
    public static IReadOnlyList<ClockEvent> Of(IReadOnlyCollection<ClockEvent> events, Func<string> newId) =>
        [
            .. events.Where(e => e is Paused or Resumed),
            .. new ClockHistory(events).Standing.Select(e => e with { Id = newId() }),
        ];
}
