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
        var found = LocalRules.For(place, ItemKind.Suggestion, "五届三次").Rule(rule, Day("2026-07-01"))!;
        var due = Clock.Explain([new Started(Begin(found.Start))], found, Calendar);
        Assert.Equal((Day(unrolled), Day(rolled)), (due.Unrolled, due.Date));
    }

    [Fact]
    public void What_a_place_does_not_fix_is_taken_from_the_defaults_of_the_kind()
    {
        Assert.Equal(
            "系统默认,无上位规定",
            LocalRules.For("SH-NPC", ItemKind.Suggestion, "五届三次").Rule("sign", Today)!.Source
        );
        Assert.Equal("cppcc", LocalRules.For(null, ItemKind.Proposal, "五届三次").Id);
        Assert.Equal("npc", LocalRules.For(null, ItemKind.ReviewOpinion, "五届三次").Id);
    }

    /// <summary>The Fujian text before its revision carries no rule any more.</summary>
    [Fact]
    public void Where_a_local_rule_is_no_longer_in_force_the_default_holds() =>
        Assert.StartsWith(
            "代表法",
            LocalRules.Reply(LocalRules.For("FJ-NPC-OLD", ItemKind.Suggestion, "五届三次"), false, Today).Source
        );

    [Fact]
    public void A_complex_item_has_its_own_period_where_the_rules_know_one()
    {
        var law = LocalRules.For("NPC-LAW", ItemKind.Suggestion, "五届三次");
        Assert.Equal(new Period(6, PeriodUnit.Month), LocalRules.Reply(law, complex: true, Today).Period);
        Assert.Equal(
            "reply",
            LocalRules.Reply(LocalRules.For(null, ItemKind.Proposal, "五届三次"), complex: true, Today).Id
        );
    }

    /// <summary>
    /// Assigned on 2026-03-02, received on 03-03. 05-02 is within 劳动节 (05-01 to 05-05); five months from 03-03 are Monday
    /// 08-03, three 06-03, a Wednesday; a week from 03-02 is Monday 03-09.
    /// </summary>
    [Theory]
    [InlineData("CPPCC-SH-2007", "五届三次", "reply", "2026-05-02", "2026-05-06")]
    [InlineData("SC-GOV", "五届三次", "reply", "2026-08-03", "2026-08-03")]
    [InlineData("SC-GOV", "五届三次会议闭会期间", "reply", "2026-06-03", "2026-06-03")]
    [InlineData("SC-GOV", "五届平时提案", "reply", "2026-06-03", "2026-06-03")]
    [InlineData("CPPCC-NAT-OFFICE-1997", "五届三次", "returnDays", "2026-03-09", "2026-03-09")]
    [InlineData(null, "五届三次", "reply", "2026-06-02", "2026-06-02")]
    public void What_a_text_says_of_proposals_governs_proposals(
        string? place,
        string session,
        string rule,
        string unrolled,
        string rolled
    )
    {
        var found = LocalRules.For(place, ItemKind.Proposal, session).Rule(rule, Today)!;
        var start = found.Start == StartEvent.Assign ? "2026-03-02" : "2026-03-03";
        var due = Clock.Explain([new Started(Day(start))], found, Calendar);
        Assert.Equal((Day(unrolled), Day(rolled)), (due.Unrolled, due.Date));
    }

    [Fact]
    public void What_a_text_says_of_proposals_does_not_govern_suggestions()
    {
        var sichuan = LocalRules.For("SC-GOV", ItemKind.Suggestion, "五届三次");
        Assert.Equal(new Period(3, PeriodUnit.Month), LocalRules.Reply(sichuan, complex: false, Today).Period);
        var shanghai = LocalRules.For("CPPCC-SH-2007", ItemKind.Suggestion, "五届三次");
        Assert.Equal("代表法(2025-03-11修正)第51、52条", LocalRules.Reply(shanghai, complex: false, Today).Source);
    }

    /// <summary>The notice fixes dates for what the plenary brought, and three months from receipt for the rest.</summary>
    [Theory]
    [InlineData("五届三次", StartEvent.Assign)]
    [InlineData("五届三次闭会期间", StartEvent.Receipt)]
    public void A_suggestion_between_sessions_has_the_period_of_its_own(string session, StartEvent start) =>
        Assert.Equal(
            start,
            LocalRules.Reply(LocalRules.For("CITY-B", ItemKind.Suggestion, session), complex: false, Today).Start
        );

    /// <summary>≤ 6 months with consent is an extension of the three, not a class of its own.</summary>
    [Theory]
    [InlineData("BJ-NPC", 3)]
    [InlineData("SH-NPC", 3)]
    [InlineData("ZJ-NPC", 3)]
    [InlineData("SD-NPC", 3)]
    [InlineData("QD-NPC", 3)]
    [InlineData("SC-GOV", 3)]
    [InlineData("CQ-NPC", 6)]
    [InlineData("NPC-LAW", 6)]
    [InlineData("RETURN-STOPS", 6)]
    [InlineData(null, 6)]
    public void The_law_gives_complex_items_no_six_months_where_a_local_text_fixes_the_reply(string? place, int months)
    {
        var rules = LocalRules.For(place, ItemKind.Suggestion, "五届三次");
        Assert.Equal(new Period(months, PeriodUnit.Month), LocalRules.Reply(rules, complex: true, Today).Period);
        Assert.Equal(months == 6, LocalRules.Complex(rules, Today) is not null);
    }

    [Fact]
    public void An_unknown_set_of_rules_is_refused() =>
        Assert.Contains(
            "规则集",
            Assert.Throws<Refusal>(() => LocalRules.For("NOWHERE", ItemKind.Suggestion, "五届三次")).Why,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_earlier_of_rule_and_fixed_date_holds_and_both_are_shown()
    {
        var rule = LocalRules.Reply(LocalRules.For(null, ItemKind.Suggestion, "五届三次"), complex: false, Today);
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
