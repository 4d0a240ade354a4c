using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>A time read from a text.</summary>
/// <param name="Doubt">Why it is not certain (repaired, year inferred, several dates), in Chinese; null when it is.</param>
public sealed record ReadTime(StatedDeadline Value, string? Doubt)
{
    /// <summary>What it is counted from, where it is relative.</summary>
    public RelativeTime? After { get; init; }

    internal static ReadTime Of(string raw, DeadlineKind kind, DateOnly? date, string? repaired, string? doubt) =>
        new(
            new(raw, kind, date, repaired),
            doubt ?? (repaired is null ? null : $"时间文字有缺损,建议读作“{repaired}”")
        );
}
