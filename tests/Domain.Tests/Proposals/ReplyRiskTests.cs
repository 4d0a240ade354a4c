using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Domain.Tests.Proposals;

public class ReplyRiskTests
{
    private static readonly ReplyFacts Plain = new(false, false, false, ClassScheme.FourLetters.Find("A"));

    [Fact]
    public void A_plain_reply_goes_through_the_unit_alone()
    {
        var (tier, why) = ReplyRisk.Of(Plain);
        Assert.Equal(ReplyTier.Ordinary, tier);
        Assert.Empty(why);
        Assert.Equal("本单位审核 → 负责人签发", ReplyRisk.Chain("负责人", tier));
    }

    [Theory]
    [InlineData("C")]
    [InlineData("D")]
    public void What_neither_solves_nor_promises_is_reviewed(string code) =>
        Assert.Equal(ReplyTier.Reviewed, ReplyRisk.Of(Plain with { Class = ClassScheme.FourLetters.Find(code) }).Tier);

    [Fact]
    public void A_class_of_ones_own_a_disagreement_and_a_late_opinion_are_reviewed()
    {
        foreach (
            var facts in new[]
            {
                Plain with
                {
                    Overridden = true,
                },
                Plain with
                {
                    HadDisagreement = true,
                },
                Plain with
                {
                    LateCoHandler = true,
                },
            }
        )
            Assert.Equal(ReplyTier.Reviewed, ReplyRisk.Of(facts).Tier);
    }

    [Fact]
    public void A_key_item_and_a_reply_given_again_are_the_principal_heads()
    {
        foreach (var facts in new[] { Plain with { IsKey = true }, Plain with { IsRedo = true } })
        {
            var tier = ReplyRisk.Of(facts).Tier;
            Assert.Equal(ReplyTier.Principal, tier);
            Assert.Equal("主要负责人", ReplyRisk.SignedBy("负责人", tier));
        }
    }

    [Fact]
    public void Where_the_locality_asks_for_the_principal_head_he_signs_every_reply() =>
        Assert.Equal("主要负责人", ReplyRisk.SignedBy("主要负责人", ReplyTier.Ordinary));

    [Theory]
    [InlineData("负责人", false, false, SigningHead.Any)]
    [InlineData("负责人", true, false, SigningHead.Principal)]
    [InlineData("负责人", false, true, SigningHead.Principal)]
    [InlineData("主要负责人", false, false, SigningHead.Principal)]
    public void A_stand_in_of_the_principal_head_counts_only_where_the_rules_let_him_delegate(
        string level,
        bool key,
        bool redo,
        SigningHead expected
    )
    {
        Assert.Equal(expected, ReplyRisk.Signing(level, key, redo, HandlingWays.Usual));
        var delegates = HandlingWays.Usual with { PrincipalDelegates = true };
        Assert.Equal(
            expected == SigningHead.Principal ? SigningHead.PrincipalOrStandIn : expected,
            ReplyRisk.Signing(level, key, redo, delegates)
        );
    }

    [Fact]
    public void Every_reason_is_told()
    {
        var (_, why) = ReplyRisk.Of(new(true, true, true, null, true, true));
        Assert.Equal(5, why.Count);
    }
}
