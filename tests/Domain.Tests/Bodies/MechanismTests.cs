using JointMeeting.Domain.Bodies;

namespace JointMeeting.Domain.Tests.Bodies;

public class MechanismTests
{
    private static readonly Guid Education = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Finance = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Hospital = new("00000000-0000-0000-0000-000000000003");

    private static readonly Mechanism Skills = new(
        Guid.Empty,
        "云溪市职业教育联席会议",
        Education,
        "云政发〔2022〕3号",
        new(2022, 8, 9),
        null,
        SubstitutionMode.Automatic,
        MinutesIssuer.JointMeeting,
        [
            Place(Education, MechanismRole.Member),
            Place(Education, MechanismRole.OfficeDirector),
            Place(Finance, MechanismRole.Member),
            Place(Hospital, MechanismRole.LiaisonOfficer),
        ]
    );

    [Fact]
    public void A_unit_with_two_seats_is_one_member_unit() => Assert.Equal([Education, Finance], Skills.MemberUnits);

    [Fact]
    public void A_mechanism_exists_from_its_founding_to_its_last_day()
    {
        var ended = Skills with { EndedOn = new(2025, 12, 31) };
        Assert.False(ended.ExistsOn(new(2022, 8, 8)));
        Assert.True(ended.ExistsOn(new(2025, 12, 31)));
        Assert.False(ended.ExistsOn(new(2026, 1, 1)));
    }

    [Theory]
    [InlineData(FormalMark.DocumentNumber, "没有发文字号")]
    [InlineData(FormalMark.Seal, "不刻制印章")]
    public void A_joint_meeting_has_no_number_and_no_seal(FormalMark asked, string expected)
    {
        var refusal = JointMeetingHasNoNumberAndNoSeal.Refusal(asked, "云溪市教育局");
        Assert.Contains(expected, refusal, StringComparison.Ordinal);
        Assert.Contains("牵头单位(云溪市教育局)", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_role_is_found_by_its_label()
    {
        Assert.All(Enum.GetValues<MechanismRole>(), r => Assert.Equal(r, MechanismRoles.Of(MechanismRoles.Label(r))));
        Assert.Null(MechanismRoles.Of("主任委员"));
    }

    private static Seat Place(Guid unit, MechanismRole role) => new(Guid.Empty, unit, role, "副局长", []);
}
