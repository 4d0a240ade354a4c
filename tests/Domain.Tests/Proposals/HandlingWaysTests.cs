using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class HandlingWaysTests
{
    private static HandlingWays Of(string? rules) =>
        HandlingWays.Of(LocalRules.For(rules, ItemKind.Suggestion, "五届三次"));

    [Fact]
    public void Without_a_rule_every_way_of_feedback_is_open() =>
        Assert.All(Enum.GetValues<FeedbackMode>(), mode => Assert.Null(Of(null).Refusal(mode)));

    [Fact]
    public void Where_the_form_is_online_the_others_are_refused_with_the_way_to_use()
    {
        Assert.Null(Of("SH-NPC").Refusal(FeedbackMode.Link));
        Assert.Contains("本人填写", Of("SH-NPC").Refusal(FeedbackMode.Telephone));
        Assert.Contains("本人填写", Of("SH-NPC").Refusal(FeedbackMode.Form));
    }

    [Fact]
    public void The_signers_confirmation_is_asked_for_only_where_the_rule_set_says_so()
    {
        Assert.False(Of(null).ConfirmUpgrade);
        Assert.True(Of("NPC-CONFIRM").ConfirmUpgrade);
    }

    /// <summary>DOMAIN 3.4: 上海, 青岛 “负责人”; 浙江, 重庆, 河南, 山东 “主要负责人”.</summary>
    [Theory]
    [InlineData("SH-NPC", "负责人")]
    [InlineData("QD-NPC", "负责人")]
    [InlineData("ZJ-NPC", "主要负责人")]
    [InlineData("CQ-NPC", "主要负责人")]
    [InlineData("HA-NPC", "主要负责人")]
    [InlineData("SD-NPC", "主要负责人")]
    [InlineData("PRINCIPAL-SIGNS", "主要负责人")]
    [InlineData(null, "负责人")]
    public void Who_signs_is_what_the_locality_says(string? rules, string signer) =>
        Assert.Equal(signer, HandlingWays.Label(Of(rules).Signer));

    [Fact]
    public void Only_a_rule_lets_the_principal_head_delegate_and_the_clock_go_back_to_the_first_assignment()
    {
        Assert.All(
            RuleSet.Presets.Where(p => p.Seen != TextSeen.OwnDefault).Select(p => HandlingWays.Of(p)),
            ways => Assert.Equal((false, AfterReturn.Reassigned), (ways.PrincipalDelegates, ways.AfterReturn))
        );
        Assert.True(Of("PRINCIPAL-SIGNS").PrincipalDelegates);
        Assert.Equal(AfterReturn.FirstAssigned, Of("RETURN-KEEPS").AfterReturn);
    }
}
