using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>The deadline of a clause as the drafter typed it: the words are kept, the day is read from them or given beside.</summary>
public static class DeadlineText
{
    /// <summary>Reads it; the day given beside the words wins. Null where nothing was typed.</summary>
    /// <param name="raw">The words.</param>
    /// <param name="date">The day given beside them.</param>
    /// <param name="today">Gives the year to a date without one.</param>
    public static StatedDeadline? Read(string? raw, DateOnly? date, DateOnly today)
    {
        raw = raw?.Trim() ?? "";
        if (raw.Length == 0)
            return date is { } day ? new($"{When.Day(day)}前", DeadlineKind.By, day, null) : null;
        var read = TimeExpression.Read(raw, today)?.Value;
        if (date is { } given)
            return read is { Date: { } same } && same == given ? read : new(raw, WithDay(read?.Kind), given, null);
        return read ?? new(raw, DeadlineKind.Ambiguous, null, null);
    }

    /// <summary>What to say where the words give one day and the field beside them another; null where they agree.</summary>
    public static string? Conflict(string? raw, DateOnly? date, DateOnly today) =>
        date is { } given && Read(raw, null, today)?.Date is { } read && read != given
            ? $"时限“{raw!.Trim()}”读作{When.Day(read)}，与截止日期{When.Day(given)}不一致，请改正其中一处，或清空截止日期。"
            : null;

    /// <summary>What was understood, in words.</summary>
    public static string Words(DeadlineKind? kind, DateOnly? date) =>
        (kind, date) switch
        {
            (DeadlineKind.Ongoing, _) => "持续实施，不计超期",
            (DeadlineKind.OngoingUntil, { } day) => $"持续到{When.Day(day)}",
            (DeadlineKind.Recurring, _) => "定期开展，不设截止日期",
            (_, { } day) => $"{When.Day(day)}（含）前",
            _ => "没有确定的日期，不计超期；需要计期的请填截止日期",
        };

    private static DeadlineKind WithDay(DeadlineKind? kind) =>
        kind switch
        {
            DeadlineKind.Ongoing or DeadlineKind.OngoingUntil => DeadlineKind.OngoingUntil,
            DeadlineKind.Point or DeadlineKind.During or DeadlineKind.Range => kind.Value,
            DeadlineKind.By or DeadlineKind.Recurring or DeadlineKind.Relative or DeadlineKind.Soft => DeadlineKind.By,
            DeadlineKind.Label or DeadlineKind.Ambiguous or null => DeadlineKind.By,
        };
}
