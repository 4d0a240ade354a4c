namespace JointMeeting.Domain.Clocks;

/// <summary>A date found by counting workdays, and the first year on the way that no notice covers.</summary>
public sealed record CountedDay(DateOnly Date, int? UncoveredYear)
{
    /// <summary>True when days of an uncovered year were counted: compute again once its notice is imported.</summary>
    public bool Provisional => UncoveredYear is not null;

    public string? Warning => WorkingDayCalendar.Warning(UncoveredYear);
}

/// <summary>A period's last day and the workday it runs to; people are shown both and plan against the first.</summary>
public sealed record RolledDay(DateOnly Unrolled, DateOnly Date, int? UncoveredYear)
{
    public bool Moved => Date != Unrolled;

    public bool Provisional => UncoveredYear is not null;

    public string? Warning => WorkingDayCalendar.Warning(UncoveredYear);
}
