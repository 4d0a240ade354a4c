using System.Text.Json.Serialization;

namespace JointMeeting.Domain.Clocks;

/// <summary>
/// One deadline as data: how long, counted from what, from which text, in force when.
/// </summary>
/// <param name="Id">Stable within its set, such as <c>minutesDraft</c>; several versions share it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Start">The event whose day is not counted.</param>
/// <param name="Source">The text it comes from, or that it is a default of this program.</param>
/// <param name="Period">Null where each case states its own date, as a task does.</param>
/// <param name="RollForward">Whether an end on a day off runs to the next workday (民法典 203); a strict office says no.</param>
/// <param name="ExtensionCap">The most that all standing extensions together add; null is no cap.</param>
/// <param name="ExtendedBy">Who may extend; null where the deadline is not extended.</param>
/// <param name="ValidFrom">First day in force; null where it is not recorded.</param>
/// <param name="ValidTo">Last day in force; null while in force.</param>
public sealed record DeadlineRule(
    string Id,
    string Label,
    StartEvent Start,
    string Source,
    Period? Period = null,
    bool RollForward = false,
    Period? ExtensionCap = null,
    string? ExtendedBy = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null
)
{
    public bool IsValidOn(DateOnly date) => !(date < ValidFrom) && !(date > ValidTo);
}

/// <summary>What a unit that is late is sent (催办单, 督办单; the next slip follows when the limit of the one before has passed).</summary>
public enum SlipKind
{
    /// <summary>催办单, to the unit's head.</summary>
    Chase,

    /// <summary>督办单, to the unit's head and the office's director.</summary>
    Escalate,
}

/// <summary>One rung of the ladder after a deadline.</summary>
/// <param name="WorkdaysAfter">Workdays after the date, from 1.</param>
public sealed record Slip(SlipKind Kind, int WorkdaysAfter)
{
    /// <summary>The day it is sent.</summary>
    public DateOnly DateFor(DateOnly deadline, WorkingDayCalendar calendar) =>
        calendar.AddWorkdays(deadline, WorkdaysAfter).Date;
}

/// <summary>When people are reminded of a deadline: so many workdays before its date, 0 being the day itself.</summary>
/// <param name="Slips">What follows when the date passed without an answer; null or none.</param>
/// <param name="Quarterly">At each quarter's end it is looked back upon (回头看), before its date and after.</param>
public sealed record ReminderRule(
    string Id,
    string Label,
    string Source,
    IReadOnlyList<int> WorkdaysBefore,
    IReadOnlyList<Slip>? Slips = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    bool Quarterly = false
)
{
    /// <summary>The rungs after the date, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Slip> Ladder => Slips ?? [];

    public bool IsValidOn(DateOnly date) => !(date < ValidFrom) && !(date > ValidTo);

    /// <summary>The workdays to remind on, ascending; for a deadline on a day off the last workday before it.</summary>
    public IReadOnlyList<DateOnly> DatesFor(DateOnly deadline, WorkingDayCalendar calendar) =>
        [
            .. WorkdaysBefore
                .Select(n =>
                    n == 0 ? calendar.LastWorkdayOnOrBefore(deadline).Date : calendar.AddWorkdays(deadline, -n).Date
                )
                .Distinct()
                .Order(),
        ];
}
