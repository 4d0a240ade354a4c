using JointMeeting.Domain.Bodies;

namespace JointMeeting.Domain.Tests.Bodies;

public class QuorumTests
{
    private static readonly Guid[] Members =
    [
        .. Enumerable.Range(1, 18).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
    ];

    [Theory]
    [InlineData(18, false)]
    [InlineData(12, false)]
    [InlineData(11, true)]
    [InlineData(0, true)]
    public void Fewer_than_two_thirds_of_the_units_is_a_warning(int present, bool warns) =>
        Assert.Equal(warns, Quorum.Of(Members, Members.Take(present)).Warning is not null);

    [Fact]
    public void A_unit_counts_once_whoever_came_for_it() =>
        Assert.Equal(1, Quorum.Of(Members, [Members[0], Members[0]]).Present);

    [Fact]
    public void A_guest_does_not_count() => Assert.Equal(0, Quorum.Of(Members, [Guid.Empty]).Present);

    [Theory]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    [InlineData(6, 4)]
    public void Two_thirds_is_rounded_up(int members, int needed) =>
        Assert.Equal(needed, Quorum.Of(Members.Take(members), []).Needed);

    [Fact]
    public void The_warning_gives_the_numbers_and_leaves_it_to_the_convenor() =>
        Assert.Equal(
            "到会(含代会)成员单位11个,不足18个成员单位的三分之二(12个);会议可以照常举行,请召集人酌定。",
            Quorum.Of(Members, Members.Take(11)).Warning
        );
}
