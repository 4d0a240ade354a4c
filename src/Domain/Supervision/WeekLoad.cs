namespace JointMeeting.Domain.Supervision;

/// <summary>Something that units have to have done by a day.</summary>
public sealed record DueWork(IReadOnlyCollection<string> Units, DateOnly Day);

/// <summary>
/// What a unit has due in one week, Monday to Sunday: shown before a further date is fixed, so that one unit does not get
/// everything at once. No rule asks for it.
/// </summary>
public static class WeekLoad
{
    /// <summary>The Monday of that week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>How much of the work is the unit's and due in the week of that day.</summary>
    public static int Of(string unit, DateOnly day, IEnumerable<DueWork> work)
    {
        var monday = MondayOf(day);
        return work.Count(w => w.Day >= monday && w.Day < monday.AddDays(7) && w.Units.Contains(unit));
    }
}
