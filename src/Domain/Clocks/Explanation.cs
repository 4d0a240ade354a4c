using System.Text.Json;

namespace JointMeeting.Domain.Clocks;

/// <summary>
/// A deadline with everything it was worked out from, to be stored beside it and replayed: the rule itself is kept,
/// so later changes of the rule set do not touch it.
/// </summary>
public sealed record Explanation(DeadlineRule Rule, IReadOnlyList<ClockEvent> Events, string CalendarVersion, Due Due)
{
    public static Explanation Of(
        IReadOnlyCollection<ClockEvent> events,
        DeadlineRule rule,
        WorkingDayCalendar calendar
    ) => new(rule, [.. events], calendar.Version, Clock.Explain(events, rule, calendar));

    /// <summary>Works the deadline out again; with a newer calendar the date may have moved.</summary>
    public Replayed Replay(WorkingDayCalendar calendar)
    {
        var now = Clock.Explain(Events, Rule, calendar);
        return new(
            now,
            SameDates: (now.Unrolled, now.Date) == (Due.Unrolled, Due.Date),
            SameCalendar: calendar.Version == CalendarVersion
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, DataForm.Options);

    /// <exception cref="FormatException">The text is no explanation.</exception>
    public static Explanation Parse(string json) => DataForm.Read<Explanation>(json, "期限说明");
}

/// <summary>Different dates under the same calendar are a fault; under a newer one they belong in the change report.</summary>
public sealed record Replayed(Due Due, bool SameDates, bool SameCalendar);
