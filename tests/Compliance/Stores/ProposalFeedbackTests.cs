using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Stores;

public sealed class ProposalFeedbackOnSqlite : ProposalFeedbackTests<Sqlite>;

public sealed class ProposalFeedbackOnPostgres : ProposalFeedbackTests<Postgres>;

public abstract class ProposalFeedbackTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly FeedbackFact Good = new(Satisfaction.Satisfied, Satisfaction.Satisfied, null);
    private static readonly FeedbackFact Bad = new(Satisfaction.Satisfied, Satisfaction.Dissatisfied, "没有解决");

    [Fact]
    public async Task The_handling_unit_can_neither_enter_nor_release_an_evaluation()
    {
        var id = await City.Replied();
        var signer = (await City.SignersOf(id))[0];
        var enter = new EnterFeedback(Suggestion, signer, FeedbackMode.Telephone, Good);
        foreach (var person in new[] { City.Liaison(World.Education), City.Head, City.Government, City.Cppcc })
        {
            await Refused("只有人大代表工委", person, id, enter);
            await Refused("只有人大代表工委", person, id, new ReleaseFeedback(Suggestion));
            await Refused("只有人大代表工委", person, id, new MakeLink(Suggestion, signer, "t"));
        }
        var ask = (await World.Ask(id, WorldOfProposals.CongressUnit, "feedback")).Id;
        await Refused("在事项页面中办理", City.Congress, id, new AnswerAsk(ask, new("satisfied")));
    }

    [Fact]
    public async Task Before_the_release_the_trail_does_not_say_what_was_answered()
    {
        var id = await City.Replied();
        await World.Act(
            City.Congress,
            id,
            new EnterFeedback(Suggestion, (await City.SignersOf(id))[0], FeedbackMode.Telephone, Bad)
        );
        Assert.DoesNotContain(await Timeline(id), line => line.Contains("不满意") || line.Contains("没有解决"));
    }

    [Fact]
    public async Task A_paper_form_counts_once_two_people_entered_the_same()
    {
        var id = await City.Replied();
        var signers = await City.SignersOf(id);
        var enter = new EnterFeedback(Suggestion, signers[0], FeedbackMode.Form, Good);
        await World.Act(City.Congress, id, enter);
        await Refused("另一人复核", City.Congress, id, enter);
        await World.Act(City.SecondAtCongress, id, enter with { Fact = Bad });
        Assert.Empty(await World.Rows<string>("select id from feedback"));
        await World.Act(City.Congress, id, enter);
        await World.Act(City.Congress, id, new EnterFeedback(Suggestion, signers[1], FeedbackMode.Telephone, Good));
        await Refused("第二人复核", City.Congress, id, new ReleaseFeedback(Suggestion));
        await World.Act(City.SecondAtCongress, id, enter);
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Equal("following", await World.Where(id));
    }

    /// <summary>A telephone call taken down at the wrong signer could not be set right.</summary>
    [Fact]
    public async Task Feedback_entered_wrongly_is_corrected_until_its_release_and_both_are_kept()
    {
        var id = await City.Replied();
        var signers = await City.SignersOf(id);
        var right = new CorrectFeedback(Suggestion, signers[0], FeedbackMode.Telephone, Good, "记错了代表");
        await Refused("还没有登记反馈", City.Congress, id, right);
        await World.Act(City.Congress, id, new EnterFeedback(Suggestion, signers[0], FeedbackMode.Telephone, Bad));
        await Refused("更正原因", City.Congress, id, right with { Why = " " });
        await Refused("本人填写", City.Congress, id, right with { Mode = FeedbackMode.Link });
        await Refused("相同", City.Congress, id, right with { Fact = Bad });
        await Refused("只有人大代表工委", City.Liaison(World.Education), id, right);
        await World.Act(City.SecondAtCongress, id, right);
        Assert.Equal(
            [("Dissatisfied", "记错了代表")],
            await World.Rows<(string, string)>("select result, why from feedback_former")
        );
        Assert.DoesNotContain(await Timeline(id), line => line.Contains("满意") || line.Contains("记错"));
        await World.Act(City.Congress, id, new EnterFeedback(Suggestion, signers[1], FeedbackMode.Telephone, Good));
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Equal("following", await World.Where(id));
        await Refused("更正反馈", City.Congress, id, right with { Fact = Bad });
    }

    [Fact]
    public async Task A_correction_from_a_paper_form_is_read_by_a_second_person_too()
    {
        var id = await City.Replied();
        var signers = await City.SignersOf(id);
        var form = new EnterFeedback(Suggestion, signers[0], FeedbackMode.Form, Bad);
        await World.Act(City.Congress, id, form);
        await World.Act(City.SecondAtCongress, id, form);
        await World.Act(City.Congress, id, new EnterFeedback(Suggestion, signers[1], FeedbackMode.Telephone, Good));
        await World.Act(
            City.Congress,
            id,
            new CorrectFeedback(Suggestion, signers[0], FeedbackMode.Form, Good, "看错了选项")
        );
        await Refused("第二人复核", City.Congress, id, new ReleaseFeedback(Suggestion));
        await World.Act(City.SecondAtCongress, id, form with { Fact = Good });
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Equal("following", await World.Where(id));
    }

    [Fact]
    public async Task The_result_waits_for_every_signer_or_for_the_day()
    {
        var id = await City.Replied();
        await World.Act(
            City.Congress,
            id,
            new EnterFeedback(Suggestion, (await City.SignersOf(id))[0], FeedbackMode.Telephone, Good)
        );
        await Refused("还有 1 位", City.Congress, id, new ReleaseFeedback(Suggestion));
        World.Clock.Now = World.At("2026-04-20 09:00");
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Equal("following", await World.Where(id));
    }

    [Fact]
    public async Task Dissatisfaction_says_why()
    {
        var id = await City.Replied();
        var without = Bad with { Reason = null };
        await Refused(
            "理由",
            City.Congress,
            id,
            new EnterFeedback(Suggestion, (await City.SignersOf(id))[0], FeedbackMode.Telephone, without)
        );
    }

    /// <summary>One transaction: the old reply stays, the redo has its clock, and the second time goes up.</summary>
    [Fact]
    public async Task Dissatisfaction_opens_the_redo_keeps_the_old_reply_and_escalates_the_second_time()
    {
        var id = await City.Replied();
        World.Clock.Now = World.At("2026-03-20 09:00");
        await City.Judge(id, Satisfaction.Dissatisfied, "没有解决");
        Assert.Equal("handling", await World.Where(id));
        Assert.Equal(new DateOnly(2026, 4, 20), (await World.Ask(id, World.Education, "handle")).Due);
        var host = City.Liaison(World.Education);
        await Refused("重新办理须重新答复", host, id, new SubmitReply(Suggestion));
        await City.Draft(id, WorldOfProposals.Solved("又新增停车位 200 个。"));
        await World.Act(host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        Assert.Equal(
            [("已新增停车位 300 个。", 1), ("又新增停车位 200 个。", 2)],
            await World.Rows<(string, int)>(
                "select c.text, r.round from reply r join clause c on c.version = r.version order by r.round"
            )
        );
        await City.Judge(id, Satisfaction.Dissatisfied, "仍没有解决");
        Assert.Equal("escalated", await World.Where(id));
        await Refused("结论", City.Government, id, new DecideEscalation(Suggestion, true, " "));
        await World.Act(City.Government, id, new DecideEscalation(Suggestion, true, "联合会商，要求再办"));
        Assert.Equal("handling", await World.Where(id));
    }

    [Fact]
    public async Task A_link_is_for_one_signer_and_one_use()
    {
        var id = await City.Replied();
        var signers = await City.SignersOf(id);
        await World.Act(City.Congress, id, new MakeLink(Suggestion, signers[0], "first"));
        await World.Act(City.Congress, id, new MakeLink(Suggestion, signers[0], "second"));
        Assert.NotNull((await FeedbackLinks.Find(World.Steps, "first")).Dead);
        var (link, dead) = await FeedbackLinks.Find(World.Steps, "second");
        Assert.Equal((id, null), (link!.CaseId, dead));
        await Refused(
            "由系统自动执行",
            City.Liaison(World.Education),
            id,
            new GiveFeedback(Suggestion, "second", Good)
        );
        await World.Act(Person.System, id, new GiveFeedback(Suggestion, "second", Good));
        var again = await Assert.ThrowsAsync<Refusal>(() =>
            World.Act(Person.System, id, new GiveFeedback(Suggestion, "second", Bad))
        );
        Assert.Contains("已经使用过", again.Why);
        Assert.Contains("使用过", (await FeedbackLinks.Find(World.Steps, "second")).Dead);
        Assert.Contains("无效", (await FeedbackLinks.Find(World.Steps, "guessed")).Dead);
        // Guessed links are nobody's: kept, they would let anybody write without end.
        Assert.Equal([id], await World.Rows<string>("select case_id from feedback_attempt"));
        await Refused("已经登记", City.Congress, id, new MakeLink(Suggestion, signers[0], "third"));
    }

    [Fact]
    public async Task A_link_dies_with_its_day()
    {
        var id = await City.Replied();
        await World.Act(City.Congress, id, new MakeLink(Suggestion, (await City.SignersOf(id))[0], "token"));
        World.Clock.Now = World.At("2026-04-10 09:00");
        Assert.Contains("有效期", (await FeedbackLinks.Find(World.Steps, "token")).Dead);
    }

    /// <summary>The case of the fault: a link of the first reply recorded a verdict on the second.</summary>
    [Fact]
    public async Task A_link_made_for_an_earlier_reply_gives_no_verdict_on_a_later_one()
    {
        var id = await City.Replied();
        var signers = await City.SignersOf(id);
        foreach (var (signer, i) in signers.Select((s, i) => (s, i)))
            await World.Act(City.Congress, id, new MakeLink(Suggestion, signer, $"old-{i}"));
        await World.Act(Person.System, id, new GiveFeedback(Suggestion, "old-0", Bad));
        World.Clock.Now = World.At("2026-04-08 09:00");
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Contains("以前的答复", await DeadAfterNewReply(id));
        await Assert.ThrowsAsync<Refusal>(() =>
            World.Act(Person.System, id, new GiveFeedback(Suggestion, "old-1", Good))
        );
    }

    private async Task<string?> DeadAfterNewReply(string id)
    {
        Assert.Contains("已经结束", (await FeedbackLinks.Find(World.Steps, "old-1")).Dead);
        await City.Draft(id, WorldOfProposals.Solved("又新增停车位 200 个。"));
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        return (await FeedbackLinks.Find(World.Steps, "old-1")).Dead;
    }

    [Fact]
    public async Task A_link_dies_when_the_office_enters_the_feedback()
    {
        var id = await City.Replied();
        var signer = (await City.SignersOf(id))[0];
        await World.Act(City.Congress, id, new MakeLink(Suggestion, signer, "token"));
        await World.Act(City.Congress, id, new EnterFeedback(Suggestion, signer, FeedbackMode.Telephone, Good));
        Assert.Contains("已由工作机构登记", (await FeedbackLinks.Find(World.Steps, "token")).Dead);
    }

    /// <summary>The case of the fault: a telephone call counted as the second reading of a paper form.</summary>
    [Fact]
    public async Task A_telephone_call_is_no_second_reading_of_a_paper_form()
    {
        var id = await City.Replied();
        var form = new EnterFeedback(Suggestion, (await City.SignersOf(id))[0], FeedbackMode.Form, Good);
        await World.Act(City.Congress, id, form);
        await Refused("复核录入", City.SecondAtCongress, id, form with { Mode = FeedbackMode.Telephone });
        await World.Act(City.SecondAtCongress, id, form);
    }

    /// <summary>Nothing says that anybody was reminded, so the trail does not.</summary>
    [Fact]
    public async Task Feedback_that_never_came_is_overdue_and_not_called_reminded()
    {
        var id = await City.Replied();
        World.Clock.Now = World.At("2026-04-20 09:00");
        await World.Act(City.Congress, id, new ReleaseFeedback(Suggestion));
        Assert.Contains(await Timeline(id), line => line.Contains("逾期未反馈") && !line.Contains("催后"));
    }
}
