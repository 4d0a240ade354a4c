using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class ClockChangeTests
{
    private static readonly DeadlineRule Capped = A.Rule(A.Months(3)) with { ExtensionCap = A.Months(3) };
    private static readonly ClockEvent[] Running = [A.Started("2026-03-02")];
    private static readonly ClockEvent[] PausedNow = [.. Running, A.Paused("2026-03-10")];

    [Fact]
    public void An_extension_up_to_the_cap_is_allowed() =>
        Assert.Null(Refusal([.. Running, A.Extended("e1", A.Months(1))], A.Extended("e2", A.Months(2))));

    [Fact]
    public void An_extension_over_the_cap_is_refused_with_the_latest_date()
    {
        var refusal = Refusal([.. Running, A.Extended("e1", A.Months(2))], A.Extended("e2", A.Months(2)));
        Assert.Equal(ReasonCode.OverCap, refusal?.Code);
        Assert.Contains("延期合计最多3个月,最晚到2026年9月2日", refusal!.Text, StringComparison.Ordinal);
    }

    /// <summary>A receipt runs until the meeting: it is paused long before its start event.</summary>
    [Fact]
    public void A_deadline_counted_back_is_paused_before_its_event()
    {
        var receipt = A.Rule(A.Workdays(-2));
        ClockEvent[] meeting = [A.Started("2026-03-16")];
        Assert.Null(ClockChange.Refusal(meeting, A.Paused("2026-03-04"), receipt, WorkingDayCalendar.Embedded));
    }

    [Fact]
    public void The_cap_compares_dates_whatever_the_unit() =>
        Assert.Equal(ReasonCode.OverCap, Refusal(Running, A.Extended("e1", A.Workdays(80)))?.Code);

    [Fact]
    public void An_extension_taken_back_leaves_room_under_the_cap() =>
        Assert.Null(
            Refusal([.. Running, A.Extended("e1", A.Months(3)), A.Revoked("e1")], A.Extended("e2", A.Months(3)))
        );

    [Fact]
    public void A_deadline_that_nobody_extends_refuses() =>
        Assert.Equal(
            ReasonCode.NoExtension,
            ClockChange
                .Refusal(Running, A.Extended("e1", A.Months(1)), Capped with { ExtendedBy = null }, A.Calendar)
                ?.Code
        );

    [Fact]
    public void An_extension_of_nothing_is_refused() =>
        Assert.Equal(ReasonCode.ExtensionNotPositive, Refusal(Running, A.Extended("e1", A.Months(0)))?.Code);

    [Fact]
    public void An_extension_is_recorded_once() =>
        Assert.Equal(
            ReasonCode.ExtensionKnown,
            Refusal([.. Running, A.Extended("e1", A.Days(1))], A.Extended("e1", A.Days(1)))?.Code
        );

    [Fact]
    public void Only_a_standing_extension_is_taken_back()
    {
        ClockEvent[] extended = [.. Running, A.Extended("e1", A.Days(1))];
        Assert.Null(Refusal(extended, A.Revoked("e1")));
        Assert.Equal(ReasonCode.ExtensionUnknown, Refusal([.. extended, A.Revoked("e1")], A.Revoked("e1"))?.Code);
    }

    [Fact]
    public void A_paused_clock_is_resumed_before_it_is_paused_again()
    {
        Assert.Equal(ReasonCode.AlreadyPaused, Refusal(PausedNow, A.Paused("2026-03-12"))?.Code);
        Assert.Null(Refusal([.. PausedNow, A.Resumed("2026-03-12")], A.Paused("2026-03-12")));
    }

    [Fact]
    public void A_running_clock_is_not_resumed() =>
        Assert.Equal(ReasonCode.NotPaused, Refusal(Running, A.Resumed("2026-03-12"))?.Code);

    [Fact]
    public void A_change_before_the_last_one_is_refused()
    {
        Assert.Equal(ReasonCode.BeforeLastChange, Refusal(Running, A.Paused("2026-03-01"))?.Code);
        Assert.Equal(ReasonCode.BeforeLastChange, Refusal(PausedNow, A.Resumed("2026-03-09"))?.Code);
        Assert.Equal(
            ReasonCode.BeforeLastChange,
            Refusal([.. PausedNow, A.Resumed("2026-03-12")], A.Paused("2026-03-11"))?.Code
        );
    }

    [Fact]
    public void A_clock_starts_once()
    {
        Assert.Null(Refusal([], A.Started("2026-03-02")));
        Assert.Equal(ReasonCode.AlreadyStarted, Refusal(Running, A.Started("2026-03-03"))?.Code);
    }

    private static Reason? Refusal(ClockEvent[] events, ClockEvent change) =>
        ClockChange.Refusal(events, change, Capped, A.Calendar);
}
