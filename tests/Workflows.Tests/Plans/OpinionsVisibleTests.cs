using JointMeeting.Workflows.Plans;

namespace JointMeeting.Workflows.Tests.Plans;

public class OpinionsVisibleTests
{
    [Theory]
    [InlineData(OpinionsSeen.AfterClosing, false, false)]
    [InlineData(OpinionsSeen.AfterClosing, true, true)]
    [InlineData(OpinionsSeen.LeadOnly, true, false)]
    [InlineData(OpinionsSeen.Always, false, true)]
    public void Another_unit_sees_them_as_the_plan_says(OpinionsSeen setting, bool closed, bool sees) =>
        Assert.Equal(sees, OpinionsVisible.To(setting, isOffice: false, isOwn: false, closed));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_office_and_the_unit_itself_see_them_always(bool office, bool own) =>
        Assert.All(
            Enum.GetValues<OpinionsSeen>(),
            s => Assert.True(OpinionsVisible.To(s, office, own, isClosed: false))
        );
}
