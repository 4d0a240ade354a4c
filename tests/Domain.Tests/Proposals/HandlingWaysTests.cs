using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class HandlingWaysTests
{
    private static HandlingWays Of(string? rules) => HandlingWays.Of(LocalRules.For(rules, ItemKind.Suggestion));

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
}
