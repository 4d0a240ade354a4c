using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Domain.Tests.Supervision;

public sealed class DueLightTests
{
    // A Thursday: three workdays later is the next Tuesday.
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData("2026-11-11", Urgency.Overdue)]
    [InlineData("2026-11-12", Urgency.Soon)]
    [InlineData("2026-11-17", Urgency.Soon)]
    [InlineData("2026-11-18", Urgency.Later)]
    public void A_request_is_due_soon_within_three_workdays(string due, Urgency expected) =>
        Assert.Equal(expected, DueLight.Of(DateOnly.Parse(due), Today, WorkingDayCalendar.Embedded));

    [Fact]
    public void A_request_without_a_day_is_never_late() =>
        Assert.Equal(Urgency.Never, DueLight.Of(null, Today, WorkingDayCalendar.Embedded));
}
