namespace JointMeeting.Domain.Clocks;

/// <summary>A pause from the day it was made to the day work was resumed; open while not resumed.</summary>
internal sealed record Pause(DateOnly From, DateOnly? To);

/// <summary>
/// The events of a clock put in an order of their own, so that the order in which they were written down
/// (or delivered, perhaps twice) makes no difference.
/// </summary>
internal sealed class ClockHistory
{
    public Started Started { get; }
    public IReadOnlyList<Extended> Standing { get; }
    public IReadOnlyList<(Extended Extension, Revoked By)> TakenBack { get; }
    public IReadOnlyList<Pause> Pauses { get; }

    /// <exception cref="ArgumentException">There is no start to count from.</exception>
    public ClockHistory(IReadOnlyCollection<ClockEvent> events)
    {
        Started =
            events.OfType<Started>().OrderBy(s => s.On).ThenBy(s => s.FixedDate).FirstOrDefault()
            ?? throw new ArgumentException("期限还没有起算日期,无法计算。", nameof(events));
        var revoked = events.OfType<Revoked>().OrderBy(r => r.By).ThenBy(r => r.Why).ToLookup(r => r.ExtensionId);
        var extensions = events.OfType<Extended>().DistinctBy(e => e.Id).OrderBy(e => e.Id).ToList();
        Standing = [.. extensions.Where(e => !revoked.Contains(e.Id))];
        TakenBack = [.. extensions.Where(e => revoked.Contains(e.Id)).Select(e => (e, revoked[e.Id].First()))];
        Pauses = [.. ReadPauses(events)];
    }

    /// <summary>
    /// One switch: a second pause while paused, and a resumption while running, change nothing.
    /// Events of one day count together, because only days are known.
    /// </summary>
    private static IEnumerable<Pause> ReadPauses(IEnumerable<ClockEvent> events)
    {
        DateOnly? since = null;
        foreach (var (day, turn) in Turns(events))
        {
            if (since is null && turn > 0)
                since = day;
            else if (since is DateOnly from && turn < 0)
            {
                yield return new(from, day);
                since = null;
            }
        }
        if (since is DateOnly open)
            yield return new(open, null);
    }

    private static IEnumerable<(DateOnly Day, int Turn)> Turns(IEnumerable<ClockEvent> events)
    {
        var pauses = events.OfType<Paused>().Distinct().Select(p => (p.On, 1));
        var resumptions = events.OfType<Resumed>().Distinct().Select(r => (r.On, -1));
        return pauses
            .Concat(resumptions)
            .GroupBy(t => t.On)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, day.Sum(t => t.Item2)));
    }
}
