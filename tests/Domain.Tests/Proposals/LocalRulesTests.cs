using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class LocalRulesTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;

    /// <summary>
    /// One item in five places: assigned on 2026-07-01, received on 07-03, answered on 09-01, found wanting on 11-13.
    /// Worked out with a wall calendar: 国庆 10-01 to 10-07, 中秋 09-25, worked on Sunday 09-20.
    /// </summary>
    [Theory]
    [InlineData("SH-NPC", "returnDays", "2026-07-14", "2026-07-14")]
    [InlineData("SH-NPC", "coOpinion", "2026-08-03", "2026-08-03")]
    [InlineData("SH-NPC", "reply", "2026-10-01", "2026-10-08")]
    [InlineData("SH-NPC", "redo", "2026-12-13", "2026-12-14")]
    [InlineData("CQ-NPC", "returnDays", "2026-07-15", "2026-07-15")]
    [InlineData("CQ-NPC", "coOpinion", "2026-08-12", "2026-08-12")]
    [InlineData("CQ-NPC", "reply", "2026-10-01", "2026-10-08")]
    [InlineData("CQ-NPC", "replyComplex", "2027-01-01", "2027-01-04")]
    [InlineData("CQ-NPC", "feedback", "2026-09-29", "2026-09-29")]
    [InlineData("CQ-NPC", "redo", "2027-01-13", "2027-01-13")]
    [InlineData("ZJ-NPC", "returnDays", "2026-07-13", "2026-07-13")]
    [InlineData("ZJ-NPC", "coOpinion", "2026-09-03", "2026-09-03")]
    [InlineData("ZJ-NPC", "reply", "2026-10-03", "2026-10-08")]
    [InlineData("SD-NPC", "returnDays", "2026-07-08", "2026-07-08")]
    [InlineData("SD-NPC", "coOpinion", "2026-08-03", "2026-08-03")]
    [InlineData("SD-NPC", "reply", "2026-10-01", "2026-10-08")]
    [InlineData("SD-NPC", "redo", "2026-12-13", "2026-12-14")]
    [InlineData("HA-NPC", "returnDays", "2026-07-15", "2026-07-15")]
    [InlineData("HA-NPC", "coOpinion", "2026-09-03", "2026-09-03")]
    [InlineData("HA-NPC", "reply", "2026-10-03", "2026-10-08")]
    [InlineData("HA-NPC", "feedback", "2026-09-15", "2026-09-15")]
    public void Five_places_give_the_dates_of_the_table_unrolled_and_rolled(
        string place,
        string rule,
        string unrolled,
        string rolled
    )
    {
        var found = LocalRules.For(place, ItemKind.Suggestion).Rule(rule, Day("2026-07-01"))!;
        var due = Clock.Explain([new Started(Begin(found.Start))], found, Calendar);
        Assert.Equal((Day(unrolled), Day(rolled)), (due.Unrolled, due.Date));
    }

    [Fact]
    public void What_a_place_does_not_fix_is_taken_from_the_defaults_of_the_kind()
    {
        Assert.Equal("系统默认,无上位规定", LocalRules.For("SH-NPC", ItemKind.Suggestion).Rule("sign", Today)!.Source);
        Assert.Equal("cppcc", LocalRules.For(null, ItemKind.Proposal).Id);
        Assert.Equal("npc", LocalRules.For(null, ItemKind.ReviewOpinion).Id);
    }

    /// <summary>The Fujian text before its revision carries no rule any more.</summary>
    [Fact]
    public void Where_a_local_rule_is_no_longer_in_force_the_default_holds() =>
        Assert.StartsWith(
            "代表法",
            LocalRules.Reply(LocalRules.For("FJ-NPC-OLD", ItemKind.Suggestion), false, Today).Source
        );

    [Fact]
    public void A_complex_item_has_its_own_period_where_the_rules_know_one()
    {
        var law = LocalRules.For("NPC-LAW", ItemKind.Suggestion);
        Assert.Equal(new Period(6, PeriodUnit.Month), LocalRules.Reply(law, complex: true, Today).Period);
        Assert.Equal("reply", LocalRules.Reply(LocalRules.For(null, ItemKind.Proposal), complex: true, Today).Id);
    }

    [Fact]
    public void An_unknown_set_of_rules_is_refused() =>
        Assert.Contains(
            "规则集",
            Assert.Throws<Refusal>(() => LocalRules.For("NOWHERE", ItemKind.Suggestion)).Why,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_earlier_of_rule_and_fixed_date_holds_and_both_are_shown()
    {
        var rule = LocalRules.Reply(LocalRules.For(null, ItemKind.Suggestion), complex: false, Today);
        var due = Clock.Explain([new Started(Day("2026-04-10"), Day("2026-06-30"))], rule, Calendar);
        Assert.Equal(Day("2026-06-30"), due.Date);
        Assert.Contains("按规则为2026年7月10日,按文件规定为2026年6月30日", due.Text(), StringComparison.Ordinal);
    }

    private static readonly DateOnly Today = Day("2026-07-01");

    private static DateOnly Begin(StartEvent start) =>
        start switch
        {
            StartEvent.Assign => Day("2026-07-01"),
            StartEvent.Receipt => Day("2026-07-03"),
            StartEvent.ReplyReceived => Day("2026-09-01"),
            _ => Day("2026-11-13"),
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
