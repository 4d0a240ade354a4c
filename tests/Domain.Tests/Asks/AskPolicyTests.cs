using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Tests.Asks;

public class AskPolicyTests
{
    private static readonly AskPolicy All = AskPolicy.Parse("all");
    private static readonly AskPolicy Any = AskPolicy.Parse("any");
    private static readonly AskPolicy Veto = AskPolicy.Parse("veto");
    private static readonly AskPolicy TwoThirds = AskPolicy.Parse("ratio:2/3");

    [Fact]
    public void All_waits_for_the_last_unit_and_names_who_is_missing()
    {
        var judged = Assert.IsType<Judgement.StillOpen>(All.Judge([A.Consent("甲"), A.Open("乙"), A.Waiting("丙")]));
        Assert.Equal(["乙", "丙"], judged.Missing);
    }

    [Fact]
    public void All_passes_when_every_unit_settled_and_none_objects() =>
        Assert.IsType<Judgement.Passed>(All.Judge([A.Consent("甲"), A.Neutral("乙"), A.Deemed("丙")]));

    [Fact]
    public void All_hears_everybody_before_an_objection_fails_it()
    {
        Assert.IsType<Judgement.StillOpen>(All.Judge([A.Objection("甲"), A.Open("乙")]));
        var failed = Assert.IsType<Judgement.Failed>(All.Judge([A.Objection("甲"), A.Consent("乙")]));
        Assert.Equal(["甲"], failed.Against);
        Assert.Equal("1 个单位不同意", failed.Why);
    }

    [Fact]
    public void An_objection_that_is_withdrawn_or_replaced_no_longer_counts() =>
        Assert.IsType<Judgement.Passed>(
            All.Judge([A.Consent("甲"), new("乙", AskState.Withdrawn, null), new("丙", AskState.Replaced, null)])
        );

    [Fact]
    public void Sending_back_counts_as_against() =>
        Assert.IsType<Judgement.Failed>(All.Judge([A.SentBack("甲"), A.Consent("乙")]));

    [Fact]
    public void Any_passes_with_the_first_consent_whoever_objected() =>
        Assert.IsType<Judgement.Passed>(Any.Judge([A.Objection("甲"), A.Consent("乙"), A.Open("丙")]));

    [Fact]
    public void Any_fails_when_everybody_answered_and_nobody_consented() =>
        Assert.Equal(
            "没有单位同意",
            Assert.IsType<Judgement.Failed>(Any.Judge([A.Neutral("甲"), A.Neutral("乙")])).Why
        );

    [Fact]
    public void One_veto_fails_the_round_before_the_others_answered()
    {
        var failed = Assert.IsType<Judgement.Failed>(Veto.Judge([A.Open("甲"), A.Objection("乙"), A.Open("丙")]));
        Assert.Equal(["乙"], failed.Against);
    }

    /// <summary>ruoyi-vue-pro#1069: there one rejection ended the whole ratio round.</summary>
    [Fact]
    public void One_rejection_does_not_end_a_ratio_round_that_can_still_pass()
    {
        var open = TwoThirds.Judge([A.Objection("甲"), A.Consent("乙"), A.Open("丙")]);
        Assert.Equal(["丙"], Assert.IsType<Judgement.StillOpen>(open).Missing);
        Assert.IsType<Judgement.Passed>(TwoThirds.Judge([A.Objection("甲"), A.Consent("乙"), A.Consent("丙")]));
    }

    [Fact]
    public void A_ratio_round_ends_as_soon_as_it_cannot_pass_any_more()
    {
        var failed = TwoThirds.Judge([A.Objection("甲"), A.Objection("乙"), A.Open("丙")]);
        Assert.Equal("同意 0 家，未达到 2/3", Assert.IsType<Judgement.Failed>(failed).Why);
    }

    [Fact]
    public void A_ratio_round_passes_as_soon_as_the_share_is_sure() =>
        Assert.IsType<Judgement.Passed>(TwoThirds.Judge([A.Consent("甲"), A.Consent("乙"), A.Open("丙")]));

    [Fact]
    public void A_unit_that_takes_no_side_is_not_part_of_the_share() =>
        Assert.IsType<Judgement.Passed>(
            TwoThirds.Judge([A.Consent("甲"), A.Consent("乙"), A.Objection("丙"), A.Neutral("丁")])
        );

    [Fact]
    public void A_ratio_round_in_which_nobody_consents_does_not_pass() =>
        Assert.IsType<Judgement.Failed>(TwoThirds.Judge([A.Neutral("甲"), A.Neutral("乙")]));

    [Theory]
    [InlineData("most")]
    [InlineData("ratio:")]
    [InlineData("ratio:2")]
    [InlineData("ratio:3/2")]
    [InlineData("ratio:0/3")]
    [InlineData("ratio:1/2/3")]
    [InlineData("ALL")]
    [InlineData("")]
    public void A_text_that_names_no_policy_is_refused(string text) =>
        Assert.Throws<FormatException>(() => AskPolicy.Parse(text));

    [Fact]
    public void A_ratio_keeps_both_of_its_numbers() =>
        Assert.Equal(new AskPolicy.Ratio(2, 3), AskPolicy.Parse("ratio:2/3"));
}
