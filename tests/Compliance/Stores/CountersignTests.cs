using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class CountersignOnSqlite : CountersignTests<Sqlite>;

public sealed class CountersignOnPostgres : CountersignTests<Postgres>;

public abstract class CountersignTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly AnswerDraft Object = new("object", "时限过紧");

    [Fact]
    public async Task Exactly_the_units_that_a_decision_names_are_asked()
    {
        var open = World.First("研究设立专项资金") with
        {
            Mark = ClauseMark.Discussed,
            LeadUnits = [World.Unit(World.Office)],
        };
        var meeting = await World.Circulated(World.First(), World.Second(), open);
        Assert.Equal(
            [World.Education, World.Finance, World.Transport],
            await World.Asked(meeting, "countersigning", AskState.Open)
        );
        Assert.Equal(new DateOnly(2026, 3, 20), (await World.Ask(meeting, World.Finance)).Due);
    }

    [Fact]
    public async Task The_last_agreement_sends_the_minutes_to_the_convenor()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Finance, new("agreeWithChanges", "“新增”改为“新建”"));
        Assert.Equal("countersigning", await World.Where(meeting));
        await World.Answer(meeting, World.Transport, new("notConcerned"));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task What_a_unit_answered_itself_is_replaced_by_a_recorded_answer_only_with_its_scan()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Object);
        var ask = (await World.Ask(meeting, World.Education)).Id;
        var from = new RecordedFrom("何科长", "电话", World.Clock.GetUtcNow());
        await Refused("已自行答复", meeting, new RecordAnswer(ask, Agree, from));
        await World.Act(
            meeting,
            new RecordAnswer(ask, Agree, from, [new Upload("签字页.png", "image/png", [1, 2, 3])])
        );
    }

    [Fact]
    public async Task After_an_objection_only_the_affected_units_are_asked_again_and_the_others_carried_over()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Object);
        await World.Answer(meeting, World.Finance, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal("countersigning", await World.Where(meeting));
        await Refused("云江市教育局不同意", meeting, new ProceedToSignature());
        await World.Act(meeting, new ReturnTo("minutesDrafting", "协商时限"));
        await Edit(
            meeting,
            0,
            c => c with { Deadline = new("2026年9月底前", DeadlineKind.By, new DateOnly(2026, 9, 30), null) }
        );
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Education, World.Finance], await World.Asked(meeting, "countersigning", AskState.Open));
        Assert.Equal([World.Transport], await World.Asked(meeting, "countersigning", AskState.Answered));
        var carried = (await World.Look(meeting)).AnswerTo((await World.Ask(meeting, World.Transport)).Id)!;
        Assert.Equal((AnswerOrigin.Carried, "agree"), (carried.Origin, carried.Value));
        Assert.Contains("纪要第 2 稿送会签：重新征求 2 个单位，沿用 1 个单位", await Timeline(meeting));
    }

    [Fact]
    public async Task A_change_of_wording_is_carried_over_but_not_for_who_objected()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Object);
        await World.Answer(meeting, World.Finance, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "文字修改"));
        await Edit(meeting, 0, c => c with { Text = "在学校周边新建停车位 300 个", WordingOnly = true });
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Education, World.Transport], await World.Asked(meeting, "countersigning", AskState.Open));
        Assert.Equal([World.Finance], await World.Asked(meeting, "countersigning", AskState.Answered));
    }

    [Fact]
    public async Task A_unit_whose_clause_was_deleted_is_asked_again()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "删去第二条"));
        await Edit(meeting, 1, c => c with { Text = "" });
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Finance, World.Transport], await World.Asked(meeting, "countersigning", AskState.Open));
        Assert.Equal([World.Education], await World.Asked(meeting, "countersigning", AskState.Answered));
    }

    /// <summary>30 days after issue are not 60, whatever the drafter calls the change.</summary>
    [Fact]
    public async Task Another_deadline_is_never_a_change_of_wording()
    {
        var clause = World.Second() with { Deadline = new("自印发之日起30日内", DeadlineKind.Relative, null, null) };
        var meeting = await World.Circulated(World.First(), clause);
        await World.Answer(meeting, World.Transport, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "延长时限"));
        var longer = new StatedDeadline("自印发之日起60日内", DeadlineKind.Relative, null, null);
        await Edit(meeting, 1, c => c with { Deadline = longer, WordingOnly = true });
        await World.Act(meeting, new Circulate());
        Assert.Contains(World.Transport, await World.Asked(meeting, "countersigning", AskState.Open));
    }

    [Fact]
    public async Task What_was_left_open_and_is_now_decided_is_asked_again()
    {
        var open = World.First("设立专项资金") with { Mark = ClauseMark.Discussed, ResponsibleUnits = [] };
        var meeting = await World.Circulated(World.First(), World.Second(), open);
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Finance, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "明确专项资金"));
        await Edit(meeting, 2, c => c with { Mark = ClauseMark.Decided });
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Education, World.Transport], await World.Asked(meeting, "countersigning", AskState.Open));
        Assert.Equal([World.Finance], await World.Asked(meeting, "countersigning", AskState.Answered));
    }

    /// <summary>What was carried over twice is still bound to the text that somebody saw.</summary>
    [Fact]
    public async Task A_carried_answer_is_bound_to_what_was_signed_not_to_what_nobody_saw()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Agree);
        var seen = (await World.Clauses(meeting)).Select(c => (c.Id, c.Hash)).ToList();
        await World.Act(meeting, new ReturnTo("minutesDrafting", "文字修改"));
        await Edit(meeting, 0, c => c with { Text = "在学校周边新建停车位 300 个", WordingOnly = true });
        await World.Act(meeting, new Circulate());
        var carried = (await World.Look(meeting)).AnswerTo((await World.Ask(meeting, World.Finance)).Id)!;
        Assert.Equal(AnswerOrigin.Carried, carried.Origin);
        const string bound = "select clause, hash from signed where answer = @Id";
        Assert.Equal(seen.Order(), (await World.Rows<(string, string)>(bound, new { carried.Id })).Order());

        // A challenge of the first change reaches through the carried answer.
        await World.Tamper("update clause_link set challenged_at = '2026-03-18T00:00:00.000000Z'");
        await World.Act(meeting, new ReturnTo("minutesDrafting", "有单位认为是实质性修改"));
        await World.Act(meeting, new Circulate());
        Assert.Contains(World.Finance, await World.Asked(meeting, "countersigning", AskState.Open));
    }

    [Fact]
    public async Task Returned_without_a_change_everybody_who_agreed_is_carried_over()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "再核对一遍"));
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Finance], await World.Asked(meeting, "countersigning", AskState.Answered));
        Assert.Equal([World.Education, World.Transport], await World.Asked(meeting, "countersigning", AskState.Open));
    }

    /// <summary>ruoyi-vue-pro#668, steedos/workflow#1466: there the siblings stayed in the inboxes, or were lost.</summary>
    [Fact]
    public async Task Return_from_a_parallel_countersign_cancels_the_siblings()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Object);
        var open = (await World.Ask(meeting, World.Finance)).Id;
        await World.Act(meeting, new ReturnTo("minutesDrafting", "协商"));
        Assert.Equal(
            [World.Finance, World.Transport],
            await World.Asked(meeting, "countersigning", AskState.Withdrawn)
        );
        await Refused("已撤回", World.Liaison(World.Finance), meeting, new AnswerAsk(open, Agree));
        await World.Act(meeting, new Circulate());
        var visits = (await World.Look(meeting)).Visits.Where(v => v.Node == "countersigning").ToList();
        Assert.Equal([1, 2], visits.Select(v => v.Round));
        Assert.Equal([EnteredBy.Next, EnteredBy.Next], visits.Select(v => v.EnteredBy));
        Assert.Equal(3, (await World.Asked(meeting, "countersigning", AskState.Open)).Count);
    }

    [Fact]
    public async Task A_jump_back_goes_where_the_return_came_from_and_asks_again()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        var cameFrom = (await World.Look(meeting)).OpenVisits.Single().ComeBackTo!;
        Assert.Equal("countersigning", cameFrom);
        await World.Act(meeting, new JumpBack());
        var file = await World.Look(meeting);
        Assert.Equal("jumpedBack", file.LastVisit("minutesDrafting")!.Outcome);
        Assert.Equal((EnteredBy.Jump, 2), (file.LastVisit(cameFrom)!.EnteredBy, file.LastVisit(cameFrom)!.Round));
        Assert.Equal(3, (await World.Asked(meeting, cameFrom, AskState.Open)).Count);
    }

    [Fact]
    public async Task A_text_changed_after_the_countersign_is_never_jumped_past_it_to_the_signature()
    {
        var meeting = await World.Circulated();
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        await Edit(meeting, 0, c => c with { Text = "学校周边新增停车位 500 个" });
        await Refused("不能越过会签", meeting, new JumpBack());
        await World.Act(meeting, new Circulate());
        Assert.Equal([World.Education, World.Finance], await World.Asked(meeting, "countersigning", AskState.Open));
    }

    /// <summary>ruoyi-vue-pro#1018: there the second visit had no timers.</summary>
    [Fact]
    public async Task A_second_visit_rearms_its_timers()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        Assert.Empty(await Pending(meeting));
        World.Clock.Now = World.At("2026-03-24 10:00");
        await World.Act(meeting, new Circulate());
        // 到期, 催办单 and 督办单 for each of the three units.
        Assert.Equal(9, (await Pending(meeting)).Count);
        Assert.Equal(new DateOnly(2026, 3, 27), (await World.Ask(meeting, World.Finance)).Due);
        Assert.Equal(0, await FiredFor(meeting, "2026-03-27 23:59"));
        Assert.Equal(3, await FiredFor(meeting, "2026-03-28 00:00"));
    }

    [Fact]
    public async Task The_office_goes_on_only_after_the_day_and_lists_who_is_missing()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        World.Clock.Now = World.At("2026-03-20 18:00");
        await Refused("会签期限未到", meeting, new ProceedToSignature());
        World.Clock.Now = World.At("2026-03-21 09:00");
        await World.Act(meeting, new ProceedToSignature());
        Assert.Equal("awaitingSignature", await World.Where(meeting));
        Assert.Contains("送签发，逾期未会签：云江市财政局、云江市交通运输局", await Timeline(meeting));
        Assert.Equal(
            [World.Finance, World.Transport],
            await World.Asked(meeting, "countersigning", AskState.Withdrawn)
        );
    }

    [Fact]
    public async Task An_answer_may_be_changed_until_the_round_ends_and_every_answer_is_kept()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Object);
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        await Refused("内容与上次答复相同", World.Liaison(World.Finance), meeting, new AnswerAsk(ask, Object));
        await World.Answer(meeting, World.Finance, Agree);
        Assert.Equal(
            ["object", "agree"],
            (await World.Look(meeting)).Answers.Where(a => a.AskId == ask).Select(a => a.Value)
        );
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await Refused("本轮已结束", World.Liaison(World.Finance), meeting, new AnswerAsk(ask, Object));
    }

    [Fact]
    public async Task A_signature_is_bound_to_every_clause_that_was_seen_and_covers_those_that_name_the_unit()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Agree);
        var clauses = await World.Clauses(meeting);
        var signed = await World.Rows<(string, string, bool)>("select clause, hash, covered from signed");
        Assert.Equal(clauses.Select(c => (c.Id, c.Hash, c.Position == 1)).Order(), signed.Order());
    }

    [Fact]
    public async Task Two_people_who_edit_the_same_minutes_do_not_overwrite_each_other()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First());
        var seen = (await World.Minutes(meeting))!;
        var at = Ledger.Moment.Text(seen.MadeAt);
        World.Clock.Now = World.Clock.Now.AddMinutes(1);
        await World.Act(meeting, new SaveMinutes(seen.Id, at, [World.First("甲的改动")]));
        await Refused("已被他人修改", meeting, new SaveMinutes(seen.Id, at, [World.First("乙的改动")]));
        Assert.Equal("甲的改动", Assert.Single(await World.Clauses(meeting)).Text);
    }

    [Fact]
    public async Task A_locked_text_is_never_changed()
    {
        var meeting = await World.Circulated();
        var before = await World.Clauses(meeting);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "修改"));
        await Edit(meeting, 0, c => c with { Text = "另一段文字" });
        var first = await World.Rows<ClauseRow>(
            "select * from clause where version = @v order by position",
            new { v = before[0].Version }
        );
        Assert.Equal(before, first);
    }

    [Fact]
    public async Task A_decision_without_a_lead_and_a_unit_nobody_knows_are_refused()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First() with { LeadUnits = [] });
        await Refused("没有牵头单位", meeting, new Circulate());
        var seen = (await World.Minutes(meeting))!;
        var unknown = World.First() with { ResponsibleUnits = ["a,b"] };
        await Refused("单位", meeting, new SaveMinutes(seen.Id, Ledger.Moment.Text(seen.MadeAt), [unknown]));
    }

    private async Task Edit(string meeting, int index, Func<MinutesClause, MinutesClause> change)
    {
        var clauses = (await World.Clauses(meeting)).Select(Unchanged).ToArray();
        clauses[index] = change(clauses[index]);
        await World.Save(meeting, clauses);
    }

    private static MinutesClause Unchanged(ClauseRow c)
    {
        var text = c.AsText();
        return new(c.Id, c.Mark, c.Text, text.LeadUnits, text.ResponsibleUnits, text.Deadline, WordingOnly: false);
    }

    private Task<IReadOnlyList<string>> Pending(string meeting) =>
        World.Rows<string>("select id from timer where case_id = @meeting and done_at is null", new { meeting });
}
