using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Statistics;

public class AttendanceFiguresTests
{
    /// <summary>Of 14 units 9 members came, 2 sent somebody, 1 excused itself, 2 were not there.</summary>
    private static readonly InvitedUnit[] Meeting =
    [
        .. Units(9, Presence.InPerson),
        .. Units(2, Presence.StandIn),
        .. Units(1, Presence.OnLeave),
        .. Units(2, Presence.Absent),
    ];

    [Fact]
    public void A_stand_in_counts_as_present_and_who_excused_itself_is_still_due() =>
        Assert.Equal("78.6%(11/14)", AttendanceFigures.Attendance.Of(Meeting).Text);

    [Fact]
    public void Stand_ins_are_counted_among_those_that_were_there() =>
        Assert.Equal("18.2%(2/11)", AttendanceFigures.StandIns.Of(Meeting).Text);

    [Fact]
    public void The_parts_add_up_to_a_hundred() =>
        Assert.Equal(
            [("本人到会", 64.3m), ("派员代会", 14.3m), ("请假", 7.1m), ("未到会", 14.3m)],
            AttendanceFigures.Parts(Meeting).Select(s => (s.Name, s.Percent))
        );

    private static IEnumerable<InvitedUnit> Units(int count, Presence presence) =>
        Enumerable.Range(0, count).Select(i => new InvitedUnit("m", $"{presence}{i}", presence));
}
