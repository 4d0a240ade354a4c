using JointMeeting.Domain.Texts.Coverage;

namespace JointMeeting.Domain.Tests.Texts.Coverage;

public class StatedOrgansTests
{
    [Theory]
    [InlineData("由市教育局联合市发改委、财政局等六部门印发。", 5, 6)]
    [InlineData("会同有关县区等12个单位组织实施。", 11, 12)]
    [InlineData("联合市农委等十二部门印发。", 6, 12)]
    public void A_number_that_is_not_that_of_the_organs_is_asked_about(string text, int organs, int stated) =>
        Assert.Equal(stated, StatedOrgans.Otherwise([text], organs));

    [Theory]
    [InlineData("由市教育局联合市发改委、财政局等六部门印发。", 6)]
    [InlineData("教育部等八部门印发的意见。", 3)]
    [InlineData("组织部门联合检查。", 3)]
    public void What_agrees_or_speaks_of_others_is_not(string text, int organs) =>
        Assert.Null(StatedOrgans.Otherwise([text], organs));
}
