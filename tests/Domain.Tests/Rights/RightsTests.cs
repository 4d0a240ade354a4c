using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using Rule = JointMeeting.Domain.Rights.Rights;

namespace JointMeeting.Domain.Tests.Rights;

public class RightsTests
{
    private static readonly Person Clerk = Someone("clerk", "office", Role.OfficeClerk);
    private static readonly Person OtherClerk = Someone("other", "unit", Role.OfficeClerk);
    private static readonly Person Liaison = Someone("liaison", "unit", Role.Liaison);
    private static readonly Person OfficeLiaison = Someone("officeLiaison", "office", Role.Liaison);
    private static readonly Person Leader = Someone("leader", "unit", Role.Head);
    private static readonly Person Administrator = Someone("admin", "unit", Role.Administrator);
    private static readonly Person Auditor = Someone("auditor", "unit", Role.Auditor);

    private static readonly CaseFacts Meeting = new(
        "m",
        CaseKind.Meeting,
        "第一次会议",
        "office",
        Closed: false,
        [new("countersigning", "纪要会签")],
        [Ask("a", "unit", "countersign"), Ask("v", "office", "verify"), Ask("s", "unit", "signature", "leader")],
        new HashSet<string> { "unit" }
    );

    [Fact]
    public void A_unit_answers_what_it_is_asked() => Assert.True(Rule.For(Liaison, Meeting).ToAnswer("a").IsAllowed);

    [Fact]
    public void A_unit_does_not_answer_for_another() =>
        Refused("该请办发给其他单位，您不能代为答复。", Rule.For(OfficeLiaison, Meeting).ToAnswer("a"));

    [Fact]
    public void Only_the_holder_of_the_seat_signs()
    {
        Assert.True(Rule.For(Leader, Meeting).ToAnswer("s").IsAllowed);
        foreach (var other in new[] { Liaison, Clerk, OtherClerk, Administrator })
            Assert.NotEmpty(Rule.For(other, Meeting).ToAnswer("s").Reason!);
    }

    [Fact]
    public void A_seat_without_an_account_is_signed_by_nobody() =>
        Refused(
            "该事项须由本人办理；代为办理请由本人设置代办人，或由联席会议办公室代录。",
            Rule.For(Liaison, Meeting with { Asks = [new("s", "unit", null, "signature", AskState.Open, true, true)] })
                .ToAnswer("s")
        );

    /// <summary>A liaison officer of the unit that hosts the office is not the office.</summary>
    [Fact]
    public void Only_the_office_verifies_that_a_task_is_done()
    {
        Assert.True(Rule.For(Clerk, Meeting).ToAnswer("v").IsAllowed);
        Refused("只有联席会议办公室经办人可以办理“核实销号”。", Rule.For(OfficeLiaison, Meeting).ToAnswer("v"));
    }

    [Fact]
    public void Only_the_office_records_for_others()
    {
        Assert.True(Rule.For(Clerk, Meeting).ToRecord("a").IsAllowed);
        foreach (var other in new[] { Liaison, Leader, OtherClerk, OfficeLiaison, Administrator, Auditor })
            Refused("只有联席会议办公室可以代录。", Rule.For(other, Meeting).ToRecord("a"));
    }

    [Fact]
    public void Administrators_and_auditors_see_and_answer_no_business_even_where_their_account_names_a_unit()
    {
        foreach (var apart in new[] { Administrator, Auditor })
        {
            Assert.NotEmpty(Rule.For(apart, Meeting).ToRead().Reason!);
            Assert.NotEmpty(Rule.For(apart, Meeting).ToAnswer("a").Reason!);
            var named = Meeting with { Asks = [Ask("s", "unit", "signature", apart.Id)] };
            Assert.NotEmpty(Rule.For(apart, named).ToAnswer("s").Reason!);
        }
    }

    [Fact]
    public void Only_an_administrator_reads_the_accounts()
    {
        var house = new CaseFacts("h", CaseKind.House, "系统设置", null, false, [], [], new HashSet<string> { "unit" });
        Assert.True(Rule.For(Administrator, house).ToRead().IsAllowed);
        foreach (var other in new[] { Clerk, Liaison, Leader, Auditor })
            Refused("只有系统管理员可以查看。", Rule.For(other, house).ToRead());
    }

    [Fact]
    public void A_case_is_read_by_its_office_and_the_units_concerned()
    {
        Assert.True(Rule.For(Clerk, Meeting).ToRead().IsAllowed);
        Assert.True(Rule.For(Liaison, Meeting).ToRead().IsAllowed);
        Refused("本事项与您所在单位无关，不能查看。", Rule.For(OfficeLiaison, Meeting).ToRead());
        Refused("本事项与您所在单位无关，不能查看。", Rule.For(Someone("x", null, Role.Liaison), Meeting).ToRead());
    }

    [Fact]
    public void Nothing_is_done_or_answered_on_a_closed_case()
    {
        var closed = Meeting with { Closed = true };
        foreach (var action in Actions.All.Where(a => a.Kind == CaseKind.Meeting))
            Assert.Contains("已办结", Rule.For(Clerk, closed).To(action).Reason);
        Assert.Contains("已办结", Rule.For(Liaison, closed).ToAnswer("a").Reason);
        Assert.Contains("已办结", Rule.For(Clerk, closed).ToRecord("a").Reason);
    }

    [Theory]
    [InlineData(AskState.Waiting, true, "尚未轮到该单位办理。")]
    [InlineData(AskState.Answered, false, "本轮已结束，答复不能再改。")]
    [InlineData(AskState.Deemed, false, "已按逾期规则处理，本轮已结束。")]
    [InlineData(AskState.Withdrawn, true, "该请办已撤回。")]
    [InlineData(AskState.Replaced, true, "该请办已转出，请到新的请办中办理。")]
    public void An_ask_that_is_not_open_says_why_it_cannot_be_answered(AskState state, bool revisable, string why)
    {
        var facts = Meeting with { Asks = [new("a", "unit", null, "countersign", state, revisable, false)] };
        Refused(why, Rule.For(Liaison, facts).ToAnswer("a"));
        Refused(why, Rule.For(Clerk, facts).ToRecord("a"));
    }

    [Theory]
    [InlineData(AskState.Answered)]
    [InlineData(AskState.Deemed)]
    public void An_answer_may_be_changed_while_its_round_is_open(AskState state)
    {
        var facts = Meeting with { Asks = [new("a", "unit", null, "countersign", state, true, false)] };
        Assert.True(Rule.For(Liaison, facts).ToAnswer("a").IsAllowed);
    }

    [Fact]
    public void An_unknown_ask_is_refused_in_words() =>
        Refused("该请办不存在或不属于本事项。", Rule.For(Liaison, Meeting).ToAnswer("x"));

    [Fact]
    public void What_opens_a_case_is_not_done_again_on_a_case_that_is_there()
    {
        var notice = Meeting with { Kind = CaseKind.Notice, Waiting = [new("review", "识别待确认")] };
        Refused("本事项已经建立，不能再“导入来文”。", Rule.For(Clerk, notice).To(Actions.Import));
        Assert.True(Rule.For(Clerk, notice with { Waiting = [] }).To(Actions.Import).IsAllowed);
    }

    /// <summary>Else any administrator could open a second house beside the first.</summary>
    [Fact]
    public void An_action_that_opens_no_case_needs_one_that_is_there()
    {
        var house = new CaseFacts("h", CaseKind.House, "系统设置", null, false, [], [], new HashSet<string>());
        Refused("事项尚未建立，不能“新建账号”。", Rule.For(Administrator, house).To(Actions.CreateAccount));
    }

    [Fact]
    public void Only_the_system_fires_timers()
    {
        Assert.True(Rule.For(Domain.Rights.Person.System, Meeting).ToFireTimer().IsAllowed);
        foreach (var person in new[] { Clerk, Liaison, Administrator, Auditor })
            Refused("定时事项由系统自动执行。", Rule.For(person, Meeting).ToFireTimer());
    }

    private static AskFact Ask(string id, string unit, string vocabulary, string? holder = null) =>
        new(id, unit, holder, vocabulary, AskState.Open, MayBeRevised: true, ForSeat: holder is not null);

    private static Person Someone(string id, string? unit, Role role) => new(id, id, unit, new HashSet<Role> { role });

    private static void Refused(string why, Permission permission) => Assert.Equal(why, permission.Reason);
}
