using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Follow;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Stores;

public sealed class ProposalOnSqlite : ProposalTests<Sqlite>;

public sealed class ProposalOnPostgres : ProposalTests<Postgres>;

public abstract class ProposalTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;

    [Fact]
    public async Task A_suggestion_goes_from_the_list_to_a_satisfied_deputy()
    {
        var id = await City.Replied();
        Assert.Equal("replied", await World.Where(id));
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "政府网站"));
        await City.Judge(id, Satisfaction.Satisfied);
        Assert.Equal("done", await World.Where(id));
    }

    [Fact]
    public async Task A_number_is_registered_once_and_amended_by_a_second_list()
    {
        var item = City.New("7");
        var id = await City.Registered(item);
        var again = await Assert.ThrowsAsync<Domain.Refusal>(() => City.Registered(item));
        Assert.Contains("已经登记", again.Why);
        await Refused("没有需要更正的", City.Government, id, new AmendItem(item));
        await World.Act(City.Government, id, new AmendItem(item with { Title = "关于新建停车楼的建议" }));
        Assert.Equal("关于新建停车楼的建议", (await World.Look(id)).Item!.Title);
        Assert.NotEqual(id, await City.Registered(item with { SessionName = "五届二次" }));
    }

    /// <summary>Else it would wait under an item that nobody handles any more.</summary>
    [Fact]
    public async Task Nothing_is_merged_into_what_was_withdrawn()
    {
        var (over, other) = (await City.Registered(), await City.Registered());
        await World.Act(City.Congress, over, new WithdrawItem(Suggestion, "代表书面申请"));
        await Refused("已经结束", City.Government, other, new MergeItem(Suggestion, over));
    }

    [Fact]
    public async Task The_chain_of_hand_overs_is_dated()
    {
        var id = await City.Assigned();
        var chain = await World.Rows<(string, string, string)>(
            "select from_name, to_name, on_day from hand_over where case_id = @id order by id",
            new { id }
        );
        Assert.Equal((WorldOfProposals.CongressUnit, WorldOfProposals.GovernmentUnit, "2026-03-02"), chain[0]);
        Assert.Equal([World.Education, World.Finance], chain.Skip(1).Select(c => c.Item2));
    }

    [Fact]
    public async Task The_earlier_of_rule_and_fixed_date_holds_for_the_reply()
    {
        var id = await City.Registered();
        await World.Act(City.Government, id, City.Assigning() with { FixedOn = new DateOnly(2026, 4, 30) });
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(new DateOnly(2026, 4, 30), (await World.Ask(id, World.Education, "handle")).Due);
        // One runs from the assignment, the other goes on from the signing; both say the same.
        Assert.All(
            await World.Rows<string>(
                "select explanation from clock where case_id = @id and rule = 'reply'",
                new { id }
            ),
            clock => Assert.Contains("按规则为2026年6月2日,按文件规定为2026年4月30日", clock)
        );
    }

    [Fact]
    public async Task A_complex_item_and_another_locality_have_their_own_periods()
    {
        var complex = await City.Registered(City.New() with { IsComplex = true });
        await World.Act(City.Government, complex, City.Assigning());
        var zhejiang = await City.Registered(City.New() with { Rules = "ZJ-NPC" });
        await World.Act(City.Government, zhejiang, City.Assigning());
        World.Clock.Now = World.At("2026-03-04 09:00");
        foreach (var id in new[] { complex, zhejiang })
            await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(new DateOnly(2026, 9, 2), (await World.Ask(complex, World.Education, "handle")).Due);
        Assert.Equal(new DateOnly(2026, 6, 4), (await World.Ask(zhejiang, World.Education, "handle")).Due);
        Assert.Equal(new DateOnly(2026, 5, 6), (await World.Ask(zhejiang, World.Finance, "coOpinion")).Due);
    }

    [Fact]
    public async Task Only_the_host_is_asked_to_answer_and_a_co_handler_cannot_reply()
    {
        var id = await City.Handled();
        Assert.DoesNotContain(
            (await World.Look(id)).Asks,
            a => a.Unit == City.Unit(World.Finance) && a.Vocabulary == "handle"
        );
        var save = new SaveReply(Suggestion, new(null, null), [WorldOfProposals.Solved()]);
        await Refused("协办（会办）单位不直接答复", City.Liaison(World.Finance), id, save);
        await Refused("只有主办单位", City.Liaison(World.Transport), id, save);
        await Refused("只有主办单位", City.Government, id, save);
    }

    [Fact]
    public async Task Units_that_handle_their_parts_each_reply()
    {
        var id = await City.Registered();
        var parts = await World.Act(
            City.Government,
            id,
            City.Assigning(
                new(City.Unit(World.Education), HandlingDuty.Separate),
                new(City.Unit(World.Transport), HandlingDuty.Separate)
            )
        );
        Assert.Equal("divided", await World.Where(id));
        Assert.Equal(2, parts.Opened.Count);
        await Refused("下级事项没有办结", City.Government, id, new CloseItem(Suggestion));
        var education = parts.Opened[0];
        await City.Answer(education, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Draft(education, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), education, new SubmitReply(Suggestion));
        await City.SignAndSend(education);
        Assert.Equal(2, (await City.SignersOf(education)).Count);
        Assert.Equal("assigned", await World.Where(parts.Opened[1]));
    }

    [Fact]
    public async Task Each_signer_of_a_merged_item_gets_an_own_reply()
    {
        var main = await City.Registered();
        var other = await City.Registered(City.New() with { Signers = [new("赵强"), new("钱静", Forwarded: true)] });
        await World.Act(City.Government, other, new MergeItem(Suggestion, main));
        Assert.Equal("merged", await World.Where(other));
        await Refused("并入其主件", City.Government, main, new MergeItem(Suggestion, other));
        var third = await City.Registered();
        await Refused("已有其他件并入本件", City.Government, main, new MergeItem(Suggestion, third));
        await World.Act(City.Government, main, City.Assigning());
        await City.Answer(main, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Answer(main, World.Finance, ItemVocabulary.CoOpinion, new("nothing"));
        await City.Draft(main, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), main, new SubmitReply(Suggestion));
        await City.SignAndSend(main);
        var names = await World.Rows<string>("select name from reply_copy order by name");
        Assert.Equal(["李明", "王芳", "赵强"], names.Order());
    }

    [Fact]
    public async Task A_request_to_return_comes_in_time_and_the_office_names_the_new_unit()
    {
        var id = await City.Assigned();
        var education = City.Liaison(World.Education);
        var request = new RequestReturn(Suggestion, "道路停车不属我局职责", World.Transport, "郑局长");
        await Refused("建议承办单位", education, id, request with { Proposed = " " });
        await World.Act(education, id, request);
        await Refused("已经提交", education, id, request);
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        await Refused("在事项页面中办理", City.Government, id, new AnswerAsk(ruling, new("reassign")));
        var rule = new RuleReturn(Suggestion, ruling, Agree: true, City.Unit(World.Transport), null);
        await Refused("不能是已在承办", City.Government, id, rule with { NewUnit = City.Unit(World.Education) });
        await World.Act(City.Government, id, rule);
        Assert.Equal([World.Transport], await World.Asked(id, "assigned", AskState.Open, "accept"));
        await City.Answer(id, World.Transport, ItemVocabulary.Accept, new("accept"));
        Assert.Equal("handling", await World.Where(id));
        await Refused("只有承办单位", education, id, request);
    }

    [Fact]
    public async Task A_late_request_to_return_is_not_adjusted_and_an_upheld_one_goes_on()
    {
        var id = await City.Assigned();
        World.Clock.Now = World.At("2026-03-04 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        var request = new RequestReturn(Suggestion, "不属我局职责", World.Transport, "郑局长");
        await World.Act(City.Liaison(World.Education), id, request);
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        await World.Act(
            City.Government,
            id,
            new RuleReturn(Suggestion, ruling, false, null, "三定方案明确由教育局负责")
        );
        Assert.Equal("handling", await World.Where(id));
        World.Clock.Now = World.At("2026-03-10 09:00");
        await Refused("已逾期,不作调整", City.Liaison(World.Finance), id, request);
    }

    [Fact]
    public async Task An_empty_opinion_is_sent_back_with_a_shorter_clock()
    {
        var id = await City.Assigned();
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Answer(id, World.Finance, ItemVocabulary.CoOpinion, new("nothing"));
        var first = await World.Ask(id, World.Finance, "coOpinion");
        await World.Act(City.Liaison(World.Education), id, new SendBackOpinion(Suggestion, first.Id, "请说明资金安排"));
        var again = await World.Ask(id, World.Finance, "coOpinion");
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal((AskState.Open, new DateOnly(2026, 3, 9)), (again.State, again.Due));
        Assert.Equal(AskState.Replaced, (await World.Look(id)).Asks.Single(a => a.Id == first.Id).State);
    }

    [Fact]
    public async Task Without_the_opinion_a_reply_goes_up_only_after_its_day_and_says_so()
    {
        var id = await City.Assigned();
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Draft(id, WorldOfProposals.Solved());
        var submit = new SubmitReply(Suggestion);
        var host = City.Liaison(World.Education);
        await Refused("还没有收到", host, id, submit);
        World.Clock.Now = World.At("2026-04-10 09:00");
        await Refused("须在答复中写明", host, id, submit);
        await City.Draft(id, WorldOfProposals.Solved("已新增停车位。协办单位逾期未反馈（市财政局）。"));
        await World.Act(host, id, submit);
        await City.SignAndSend(id);
        var late = (await World.Rows<string>("select late_units from reply")).Single();
        Assert.Equal(City.Unit(World.Finance), late);
    }

    [Fact]
    public async Task A_reply_is_whole_before_it_goes_up()
    {
        var id = await City.Handled();
        var host = City.Liaison(World.Education);
        await Refused("还没有答复稿", host, id, new SubmitReply(Suggestion));
        await City.Draft(id, new ReplyPart(null, "感谢您的建议。", null));
        await Refused("选择类别", host, id, new SubmitReply(Suggestion));
        await City.Draft(id, new ReplyPart(null, "将建停车楼。", "B"));
        await Refused("承诺完成的日期", host, id, new SubmitReply(Suggestion));
        var ask = (await World.Ask(id, World.Education, "handle")).Id;
        await Refused("承诺完成的日期", host, id, new AnswerAsk(ask, new("submit")));
        await City.Draft(id, WorldOfProposals.Solved(), WorldOfProposals.Promised());
        await Refused("须填写理由", host, id, new SubmitReply(Suggestion, "A"));
        await World.Act(host, id, new SubmitReply(Suggestion));
        Assert.Equal("B", (await World.Look(id)).Item!.ClassCode);
    }

    [Theory]
    [InlineData("A", "signing")]
    [InlineData("B", "signing")]
    [InlineData("C", "officeReview")]
    [InlineData("D", "officeReview")]
    public async Task What_is_neither_solved_nor_promised_is_seen_by_the_office_first(string code, string node)
    {
        var id = await City.Handled();
        await City.Draft(id, new ReplyPart(null, "答复内容。", code, code == "B" ? new DateOnly(2026, 9, 1) : null));
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        Assert.Equal(node, await World.Where(id));
    }

    [Fact]
    public async Task A_head_signs_what_was_read_and_may_send_it_back()
    {
        var id = await City.Handled();
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        var ask = (await World.Ask(id, World.Education, "replySign")).Id;
        await Refused("负责人本人", City.Liaison(World.Education), id, new AnswerAsk(ask, new("sign")));
        await World.Act(City.Head, id, new AnswerAsk(ask, new("sendBack", "请写明位置")));
        Assert.Equal("handling", await World.Where(id));
        Assert.Equal(new DateOnly(2026, 6, 2), (await World.Ask(id, World.Education, "handle")).Due);
        await City.Draft(id, WorldOfProposals.Solved("已在一小门前新增停车位 300 个。"));
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        var signed = await World.Rows<string>(
            "select c.text from signed s join clause c on c.id = s.clause where s.answer in (select a.id from answer a join ask k on k.id = a.ask_id where k.vocabulary = 'replySign' and a.value = 'sign')"
        );
        Assert.Equal(["已在一小门前新增停车位 300 个。"], signed);
    }

    [Fact]
    public async Task A_reply_is_numbered_here_or_in_the_units_own_system()
    {
        var first = await City.Replied();
        var second = await City.Replied();
        var numbers = await World.Rows<string>("select number from reply order by number");
        Assert.Equal(["云教建复〔2026〕1号", "云教建复〔2026〕2号"], numbers);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task What_is_made_public_holds_no_contact_data()
    {
        await City.Replied(null, WorldOfProposals.Solved("已解决。联系人张工，电话：0712-1234567。"));
        var text = (await World.Rows<string>("select public_text from reply")).Single();
        Assert.DoesNotContain("1234567", text);
    }

    [Fact]
    public async Task One_visit_serves_several_items()
    {
        var (one, two) = (await City.Assigned(), await City.Assigned());
        var log = new LogContact(Suggestion, "c1", ContactKind.Visit, new(2026, 3, 2), "李明", "走访一小");
        await World.Act(City.Liaison(World.Education), one, log);
        await World.Act(City.Liaison(World.Finance), two, log);
        await Refused("已经登记", City.Liaison(World.Education), one, log);
        Assert.Single(await World.Rows<string>("select id from contact"));
        Assert.Equal(2, (await World.Rows<string>("select case_id from contact_item")).Count);
    }

    [Fact]
    public async Task A_proposal_is_filed_first_and_what_is_not_filed_goes_elsewhere()
    {
        var id = await City.Registered(City.New(kind: ItemKind.Proposal));
        Assert.Equal("submitted", await World.Where(id));
        var assign = new AssignItem(CaseKind.Proposal, City.HostAndCo(), new DateOnly(2026, 3, 2));
        await Refused("当前环节", City.Government, id, assign);
        await Refused("只有政协提案委", City.Government, id, new FileProposal());
        await World.Act(City.Cppcc, id, new FileProposal());
        Assert.Equal("registered", await World.Where(id));
        var other = await City.Registered(City.New(kind: ItemKind.Proposal));
        await Refused("情形", City.Cppcc, other, new NotAccept(CaseKind.Proposal, "no", "转来信办理", null));
        await World.Act(City.Cppcc, other, new NotAccept(CaseKind.Proposal, "academic", "转社情民意", null));
        Assert.Equal("notAccepted", await World.Where(other));
        Assert.Contains("属于学术研讨的；转社情民意", (await World.Look(other)).Item!.NotAccepted);
    }

    [Fact]
    public async Task Before_the_assigning_the_units_suggested_are_heard()
    {
        var id = await City.Registered();
        await World.Act(City.Government, id, new PreAssign(Suggestion, [City.Unit(World.Education)], []));
        await City.Answer(id, World.Education, ItemVocabulary.PreAssign, new("differ", "建议由交通局主办"));
        Assert.Equal("preassigning", await World.Where(id));
        await World.Act(
            City.Government,
            id,
            City.Assigning(new AssignedUnit(City.Unit(World.Transport), HandlingDuty.Sole))
        );
        Assert.Equal([World.Transport], await World.Asked(id, "assigned", AskState.Open));
    }

    [Fact]
    public async Task A_promise_is_followed_until_it_is_kept_and_then_upgraded()
    {
        var id = await City.Replied(null, WorldOfProposals.Solved(), WorldOfProposals.Promised());
        var host = City.Liaison(World.Education);
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "政府网站"));
        await City.Judge(id, Satisfaction.Basically);
        Assert.Equal("following", await World.Where(id));
        Assert.Equal(new DateOnly(2026, 9, 30), (await World.Ask(id, World.Education, "commitment")).Due);
        var photo = new Upload("竣工.jpg", "image/jpeg", [1]);
        var upgrade = new UpgradeClass(Suggestion, "A", "云教函〔2026〕9号", [photo]);
        await Refused("没有兑现", host, id, upgrade);
        await Refused("不能办结", City.Government, id, new CloseItem(Suggestion));
        var promise = (await World.Ask(id, World.Education, "commitment")).Id;
        await World.Act(City.Government, id, new LookBack(Suggestion, promise, "主体已封顶"));
        await Refused("佐证", host, id, new AnswerAsk(promise, new("kept", "建成")));
        await City.Answer(id, World.Education, ItemVocabulary.Commitment, new("kept", "建成"), photo);
        await Refused("再次书面告知", host, id, upgrade with { SecondNotice = "" });
        await World.Act(host, id, upgrade);
        await World.Act(City.Government, id, new CloseItem(Suggestion));
        Assert.Equal("A", (await World.Look(id)).Item!.ClassCode);
        Assert.Equal("done", await World.Where(id));
    }
}
