using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Follow;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class ItemReplyOnSqlite : ItemReplyTests<Sqlite>;

public sealed class ItemReplyOnPostgres : ItemReplyTests<Postgres>;

/// <summary>What a reply brings with it: its chain, its number, copies, publication, promises, and the verdict on it.</summary>
public abstract class ItemReplyTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly Workflows.Upload Photo = new("竣工.jpg", "image/jpeg", [1]);

    private Person Host => City.Liaison(World.Education);

    private async Task<string> Signed(Workflows.Proposals.Register.NewItem? item = null, params ReplyPart[] parts)
    {
        var id = await City.Handled(item);
        await City.Draft(id, parts.Length > 0 ? parts : [WorldOfProposals.Solved("已解决，电话：0712-1234567。")]);
        await World.Act(Host, id, new SubmitReply(Suggestion));
        var sign = (await World.Ask(id, World.Education, ItemVocabulary.ReplySign.Id)).Id;
        await World.Act(City.Head, id, new AnswerAsk(sign, new("sign")));
        return id;
    }

    [Fact]
    public async Task A_copy_of_the_reply_goes_to_the_congress_office_and_the_government_office()
    {
        var id = await City.Replied();
        var copies = await World.Rows<CopyRow>("select * from copy where case_id = @id", new { id });
        Assert.Equal(
            new[] { WorldOfProposals.CongressUnit, WorldOfProposals.GovernmentUnit }.Select(City.Unit).Order(),
            copies.Select(c => c.Unit).Order()
        );
        Assert.All(copies, c => Assert.Contains("云教建复〔2026〕1号", c.Note));
        var text = (await World.Rows<string>("select version from reply")).Single();
        Assert.All(copies, c => Assert.Equal(text, c.TextVersion));
    }

    [Fact]
    public async Task A_number_of_the_units_own_system_is_used_once()
    {
        var send = WorldOfProposals.Sending() with { Number = "云教函〔2026〕8号" };
        await World.Act(Host, await Signed(), send);
        await Refused("已用于本单位的另一件答复", Host, await Signed(), send);
    }

    [Fact]
    public async Task A_summary_is_written_with_its_reason_and_holds_no_contact_data()
    {
        var id = await Signed();
        var send = WorldOfProposals.Sending() with { Publication = Publication.Summary };
        await Refused("理由", Host, id, send);
        await Refused("填写摘要", Host, id, send with { PublicationReason = "涉及面广" });
        await World.Act(
            Host,
            id,
            send with
            {
                PublicationReason = "涉及面广",
                Summary = "已新增停车位，咨询电话：0712-7654321。",
            }
        );
        var text = (await World.Rows<string>("select public_text from reply")).Single();
        Assert.Equal("已新增停车位，咨询电话：〔已隐去〕。", text);
    }

    [Fact]
    public async Task What_is_withheld_says_why_and_is_not_asked_to_be_published()
    {
        var id = await Signed();
        var send = WorldOfProposals.Sending() with { Publication = Publication.Withheld };
        await Refused("理由", Host, id, send);
        await World.Act(Host, id, send with { PublicationReason = "涉及商业秘密" });
        Assert.Empty(await World.Rows<string>("select public_text from reply where public_text is not null"));
        Assert.DoesNotContain((await World.Look(id)).Asks, a => a.Vocabulary == ItemVocabulary.Publish.Id);
    }

    /// <summary>Twenty working days after the reply, with its own clock.</summary>
    [Fact]
    public async Task Publication_has_a_clock_of_its_own()
    {
        var id = await City.Replied();
        Assert.Equal(new DateOnly(2026, 4, 8), (await World.Ask(id, World.Education, "publish")).Due);
    }

    [Fact]
    public async Task A_second_reply_is_published_in_the_place_of_the_first_and_makes_no_promise_twice()
    {
        var id = await City.Replied(null, WorldOfProposals.Solved(), WorldOfProposals.Promised());
        await City.Judge(id, Satisfaction.Dissatisfied, "太慢");
        await City.Draft(id, WorldOfProposals.Solved("又新增 200 个。"), WorldOfProposals.Promised());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        var asks = (await World.Look(id)).Asks;
        Assert.Equal(
            [AskState.Withdrawn, AskState.Open],
            asks.Where(a => a.Vocabulary == ItemVocabulary.Publish.Id).Select(a => a.State)
        );
        Assert.Equal(AskState.Open, asks.Single(a => a.Vocabulary == ItemVocabulary.Commitment.Id).State);
        Assert.Equal(2, (await World.Rows<string>("select id from reply")).Count);
    }

    [Theory]
    [InlineData(false, "signing")]
    [InlineData(true, "officeReview")]
    public async Task A_key_item_is_seen_by_the_government_office_before_it_is_signed(bool isKey, string node)
    {
        var id = await City.Handled(City.New(isKey: isKey));
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        Assert.Equal(node, await World.Where(id));
    }

    [Fact]
    public async Task A_note_on_an_earlier_word_is_kept_with_the_draft_and_the_last_one_counts()
    {
        var id = await City.Handled();
        await City.Draft(id, [WorldOfProposals.Solved()], new FindingNote("reply:1", "口径一致"));
        await City.Draft(
            id,
            [WorldOfProposals.Solved()],
            new("reply:1", "标准已提高，见第二项"),
            new("promise:2", "已列入第三项")
        );
        Assert.Equal(
            ["已列入第三项", "标准已提高，见第二项"],
            (await World.Rows<string>("select note from finding_note")).Order(StringComparer.Ordinal)
        );
        await City.Draft(id, [WorldOfProposals.Solved()], new FindingNote("promise:2", " "));
        Assert.Equal(["标准已提高，见第二项"], await World.Rows<string>("select note from finding_note"));
    }

    /// <summary>At the end of each quarter until the promise is kept: 03-31, 06-30, 09-30 and, carried over, 12-31.</summary>
    [Fact]
    public async Task A_promise_is_looked_back_upon_each_quarter_until_it_is_kept()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        async Task<int> LookBacks(string until)
        {
            await World.Fire(until);
            return (await Timeline(id)).Count(line => line.Contains("季度回头看"));
        }
        Assert.Equal(0, await LookBacks("2026-03-30 23:00"));
        Assert.Equal(1, await LookBacks("2026-03-31 10:00"));
        Assert.Equal(2, await LookBacks("2026-06-30 10:00"));
        Assert.Equal(3, await LookBacks("2026-10-08 10:00"));
        Assert.Equal(4, await LookBacks("2027-01-04 10:00"));
        await City.Answer(id, World.Education, ItemVocabulary.Commitment, new("kept", "建成"), Photo);
        Assert.Equal(4, await LookBacks("2027-04-04 10:00"));
    }

    [Fact]
    public async Task An_extended_promise_is_still_looked_back_upon()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        var ask = (await World.Ask(id, World.Education, "commitment")).Id;
        var extend = new Workflows.Asking.ExtendDeadline(
            ask,
            new(1, Domain.Clocks.PeriodUnit.Month),
            "市人大",
            "审批延后"
        );
        await World.Act(City.Government, id, extend);
        await World.Fire("2026-03-31 10:00");
        Assert.Contains(await Timeline(id), line => line.Contains("季度回头看"));
    }

    [Fact]
    public async Task Where_feedback_comes_by_link_alone_no_form_and_no_call_is_entered()
    {
        var item = City.New() with { Rules = "SH-NPC" };
        var id = await City.Replied(item);
        var signer = (await City.SignersOf(id))[0];
        var fact = new FeedbackFact(Satisfaction.Satisfied, Satisfaction.Satisfied, null);
        foreach (var mode in new[] { FeedbackMode.Form, FeedbackMode.Telephone })
            await Refused("本地规则集", City.Congress, id, new EnterFeedback(Suggestion, signer, mode, fact));
        await City.JudgeByLink(id, Satisfaction.Satisfied);
        Assert.Equal("following", await World.Where(id));
    }

    [Fact]
    public async Task Where_the_rule_set_asks_for_it_the_signer_confirms_the_upgrade()
    {
        var id = await City.Replied(City.New() with { Rules = "NPC-CONFIRM" }, WorldOfProposals.Promised());
        await City.Judge(id, Satisfaction.Basically);
        await City.Answer(id, World.Education, ItemVocabulary.Commitment, new("kept", "建成"), Photo);
        var upgrade = new UpgradeClass(Suggestion, "A", "云教函〔2026〕9号", [Photo]);
        await Refused("本人确认", Host, id, upgrade);
        await World.Act(Host, id, upgrade with { Confirmation = "李明，电话，2026-10-09" });
        Assert.Equal("A", (await World.Look(id)).Item!.ClassCode);
        Assert.Contains(await Timeline(id), line => line.Contains("本人确认：李明"));
    }

    /// <summary>The case of the fault: the series drew a number that had been registered from the unit's own system.</summary>
    [Fact]
    public async Task The_series_passes_over_numbers_that_were_registered_from_the_units_own_system()
    {
        await World.Act(Host, await Signed(), WorldOfProposals.Sending() with { Number = "云教建复〔2026〕1号" });
        await World.Act(Host, await Signed(), WorldOfProposals.Sending());
        Assert.Equal(
            ["云教建复〔2026〕1号", "云教建复〔2026〕2号"],
            await World.Rows<string>("select number from reply order by number")
        );
    }

    /// <summary>The case of the fault: a promise that could not be kept passed as kept, and the item counted as solved.</summary>
    [Fact]
    public async Task An_item_whose_promise_could_not_be_kept_is_not_counted_as_solved()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        await City.Judge(id, Satisfaction.Satisfied);
        var promise = (await World.Ask(id, World.Education, ItemVocabulary.Commitment.Id)).Id;
        await World.Act(Host, id, new AnswerAsk(promise, new("explained", "用地未落实")));
        await Refused("说明无法兑现", Host, id, new UpgradeClass(Suggestion, "A", "云教函〔2026〕9号", [Photo]));
    }

    [Fact]
    public async Task To_whom_the_lead_signer_forwards_the_reply_is_sent_no_reply_of_its_own_and_an_amendment_keeps_it()
    {
        var item = City.New() with { Signers = [new("李明"), new("王芳", null, Forwarded: true), new("张伟")] };
        var id = await City.Registered(item);
        var amended = item with { Title = "关于停车的建议", Signers = [new("李明"), new("王芳"), new("张伟")] };
        await World.Act(City.Government, id, new Workflows.Proposals.Register.AmendItem(amended));
        await World.Act(City.Government, id, City.Assigning());
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Answer(id, World.Finance, ItemVocabulary.CoOpinion, new("nothing"));
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        Assert.Equal(
            ["张伟", "李明"],
            (await World.Rows<string>("select name from reply_copy")).Order(StringComparer.Ordinal)
        );
    }
}
