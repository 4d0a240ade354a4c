using JointMeeting.Domain.Texts.Coverage;

namespace JointMeeting.Domain.Tests.Texts.Coverage;

public class FairCompetitionTests
{
    [Fact]
    public void A_text_that_favours_operators_is_flagged_with_the_words() =>
        Assert.Equal(["税收优惠", "本地企业"], FairCompetition.In("对本地企业给予税收优惠。"));

    [Fact]
    public void Another_text_is_not() => Assert.Empty(FairCompetition.In("新增停车位 300 个。"));
}
