using JointMeeting.Domain.Bodies;

namespace JointMeeting.Domain.Tests.Bodies;

public class MeetingKindTests
{
    [Theory]
    [InlineData(MeetingKind.Plenary, "全体会议", "会议纪要", "全体成员")]
    [InlineData(MeetingKind.Special, "专题会议", "专题会议纪要", "有关成员,可邀请其他单位和专家")]
    [InlineData(MeetingKind.Liaison, "联络员会议", "会议记录", "各成员单位联络员")]
    [InlineData(MeetingKind.Bureau, "局际协商会", "协商记录", "有关单位")]
    public void A_kind_has_its_name_output_and_attendance(MeetingKind kind, string name, string output, string who)
    {
        var rule = MeetingKinds.Rule(kind);
        Assert.Equal(
            (name, output, who),
            (rule.Label, MeetingKinds.Label(rule.Output), MeetingKinds.Label(rule.Attendance))
        );
    }

    [Theory]
    [InlineData(MeetingKind.Plenary, MechanismRole.Convenor, false, true)]
    [InlineData(MeetingKind.Plenary, MechanismRole.DeputyConvenor, false, false)]
    [InlineData(MeetingKind.Plenary, MechanismRole.DeputyConvenor, true, true)]
    [InlineData(MeetingKind.Plenary, MechanismRole.Member, true, false)]
    [InlineData(MeetingKind.Special, MechanismRole.DeputyConvenor, false, true)]
    [InlineData(MeetingKind.Liaison, MechanismRole.OfficeDirector, false, true)]
    [InlineData(MeetingKind.Liaison, MechanismRole.LiaisonOfficer, true, false)]
    public void Who_convenes_depends_on_the_kind(MeetingKind kind, MechanismRole role, bool authorised, bool may) =>
        Assert.Equal(may, MeetingKinds.Rule(kind).MayConvene(role, authorised));

    [Fact]
    public void Only_a_bureau_meeting_is_convened_by_the_lead_unit() =>
        Assert.Equal(
            [MeetingKind.Bureau],
            Enum.GetValues<MeetingKind>().Where(kind => MeetingKinds.Rule(kind).ByLeadUnit)
        );
}
