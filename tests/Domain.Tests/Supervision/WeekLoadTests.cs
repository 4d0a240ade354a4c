using JointMeeting.Domain.Supervision;

namespace JointMeeting.Domain.Tests.Supervision;

public class WeekLoadTests
{
    private static readonly DueWork[] Work =
    [
        new(["甲", "乙"], new(2026, 3, 2)),
        new(["甲"], new(2026, 3, 8)),
        new(["甲"], new(2026, 3, 9)),
        new(["乙"], new(2026, 3, 1)),
    ];

    [Theory]
    [InlineData("甲", "2026-03-02", 2)]
    [InlineData("甲", "2026-03-08", 2)]
    [InlineData("甲", "2026-03-09", 1)]
    [InlineData("乙", "2026-03-04", 1)]
    [InlineData("丙", "2026-03-04", 0)]
    public void What_is_due_from_monday_to_sunday_is_counted(string unit, string day, int expected) =>
        Assert.Equal(expected, WeekLoad.Of(unit, DateOnly.Parse(day), Work));
}
