using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Department;
using JointMeeting.Services.Tests.Town;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Transports;

public sealed class ItemMessageWithinTheProcessTests : ItemMessageTests
{
    protected override Uri? BrokerOrSkip() => null;
}

public sealed class ItemMessageOnRabbitMqTests : ItemMessageTests
{
    protected override Uri? BrokerOrSkip() => TestBroker.OrSkip();
}

/// <summary>
/// Suggestions by message: 民政局 answers, 财政局 assists, 卫生健康委 has nothing to do with it. Whoever reaches the broker
/// can send any message; what is not the sender's is refused, is on record, and loses nobody's answer.
/// </summary>
public abstract class ItemMessageTests : TransportSuite
{
    /// <summary>An id after every id that a desk makes.</summary>
    private const string Latest = "ffffffff-ffff-7fff-bfff-ffffffffffff";

    private static readonly DeskReply Whole = new([
        new("现答复如下：", null, null),
        new("已增设食堂 3 处。", "A", null),
    ]);

    private static readonly AnswerDraft Opinion = new("opinion", "补助可从专项中安排。");

    private Running _running = null!;
    private string _item = "";
    private Person _host = null!;
    private Person _assistant = null!;
    private Person _stranger = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _running = await Start();
        _item = await TownItems.Assigned(Town);
        _host = await Town.Liaison(SmallTown.Members[0]);
        _assistant = await Town.Liaison(SmallTown.Members[1]);
        _stranger = await Town.Liaison(SmallTown.Members[2]);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_assignment_an_opinion_and_a_reply_go_by_message()
    {
        await AtDesk(_assistant, "coOpinion");
        var given = Assert.Single(await (await _running.DeskOf(_assistant)).Items());
        Assert.Equal(("12", "协办", "李明、王芳"), (given.Number, given.Duty, given.Signers));
        Assert.DoesNotContain("5550101", $"{given}");
        await Answered(_assistant, "coOpinion", Opinion);
        await Answered(_host, "accept", new AnswerDraft("accept"));
        await Reply();
        var file = (await Town.Steps.Look(Person.System, _item)).File;
        Assert.Equal(("A", "signing"), (file.Item!.ClassCode, file.OpenVisits.Single().Node));
    }

    /// <summary>The case of the fault: a desk went on showing what an item had said before it was amended.</summary>
    [Fact]
    public async Task A_desk_hears_that_an_item_was_amended_and_keeps_its_new_words()
    {
        await AtDesk(_assistant, "coOpinion");
        await Town.Steps.Act(
            await Town.Account("government"),
            _item,
            new AmendItem(TownItems.New() with { Text = "建议增设社区食堂，并延长营业时间。" })
        );
        var desk = await _running.DeskOf(_assistant);
        await Running.Eventually(
            async () => (await desk.Notes(_item)).Any(n => n.Text.Contains("已更正登记")),
            "the desk has a note of it"
        );
        Assert.Equal("建议增设社区食堂，并延长营业时间。", Assert.Single(await desk.Items()).Text);
    }

    /// <summary>
    /// The made-up answer comes first and says that it is the latest of all; the true one counts all the same.
    /// </summary>
    [Theory]
    [InlineData("as the unit that is asked, by an account of another")]
    [InlineData("as another unit that assists in nothing")]
    [InlineData("as a unit that is none")]
    public async Task An_opinion_that_is_not_the_senders_to_give_is_refused_and_the_true_one_counts(string how)
    {
        var ask = await AtDesk(_assistant, "coOpinion");
        var (unit, account) = how switch
        {
            "as the unit that is asked, by an account of another" => (_assistant.Unit!, _stranger.Id),
            "as another unit that assists in nothing" => (_stranger.Unit!, _stranger.Id),
            _ => ("nowhere", _stranger.Id),
        };
        await ToOffice(Given(ask.Id, unit, account, new AnswerDraft("nothing")));
        await TurnedAway(1);
        Assert.Equal(AskState.Open, (await Ask(_assistant, "coOpinion")).State);
        await Answered(_assistant, "coOpinion", Opinion);
        Assert.Equal(Opinion.Text, (await Answer(_assistant, "coOpinion")).Text);
        await Running.Eventually(async () => await Town.Unsent() == 0, "nothing is held up");
        Assert.Single(await Attempts());
    }

    [Fact]
    public async Task An_answer_to_an_ask_of_another_case_is_refused()
    {
        var ask = await AtDesk(_assistant, "coOpinion");
        var meeting = await Town.CallMeeting();
        await ToOffice(Given(ask.Id, _assistant.Unit!, _assistant.Id, Opinion) with { CaseId = meeting });
        await Running.Eventually(
            async () => (await Town.Trail(meeting, "turnAnswerAway")).Count == 1,
            "it is turned away"
        );
        Assert.Equal(AskState.Open, (await Ask(_assistant, "coOpinion")).State);
    }

    [Fact]
    public async Task An_answer_about_a_case_that_is_not_there_holds_up_nobody()
    {
        var ask = await AtDesk(_assistant, "coOpinion");
        await ToOffice(Given(ask.Id, _assistant.Unit!, _assistant.Id, Opinion) with { CaseId = "nowhere" });
        await Answered(_assistant, "coOpinion", Opinion);
    }

    /// <summary>协办单位不直接答复: neither on its own request nor on the host's.</summary>
    [Fact]
    public async Task A_co_handler_that_replies_by_message_is_refused_and_the_host_replies()
    {
        await Answered(_host, "accept", new AnswerDraft("accept"));
        var handle = await AtDesk(_host, "handle");
        var own = await AtDesk(_assistant, "coOpinion");
        await ToOffice(Drafted(own.Id, _assistant, _assistant));
        await ToOffice(Drafted(handle.Id, _assistant, _assistant));
        await ToOffice(Drafted(handle.Id, _host, _assistant) with { AnswerId = "2" });
        await TurnedAway(3);
        Assert.Contains(await Attempts(), a => a.Why.Contains("协办（会办）单位不直接答复"));
        await Answered(_assistant, "coOpinion", Opinion);
        await Reply();
        Assert.DoesNotContain(await Answers("handle"), a => a.ByAccount != _host.Id);
    }

    [Fact]
    public async Task A_handling_unit_neither_gets_an_evaluation_by_message_nor_enters_one()
    {
        await Answered(_assistant, "coOpinion", Opinion);
        await Answered(_host, "accept", new AnswerDraft("accept"));
        await Reply();
        await SignAndSend();
        var congress = await Town.Account("congress");
        var ask = await TownItems.Ask(Town, _item, congress, ItemVocabulary.Feedback.Id);
        var forged = Given(ask.Id, _host.Unit!, _host.Id, new AnswerDraft("satisfied"));
        await ToOffice(forged);
        await ToOffice(forged with { AnswerId = "2", Unit = congress.Unit! });
        await ToOffice(forged with { AnswerId = "3", Unit = congress.Unit!, Account = congress.Id });
        await TurnedAway(3);
        Assert.Equal(AskState.Open, (await TownItems.Ask(Town, _item, congress, ItemVocabulary.Feedback.Id)).State);
        await Enter(congress);
        await Running.Eventually(async () => await Town.Unsent() == 0, "all is sent");
        foreach (var desk in new[] { await _running.DeskOf(_host), await _running.DeskOf(_assistant) })
        {
            Assert.DoesNotContain(await desk.Asks(), a => a.Vocabulary == ItemVocabulary.Feedback.Id);
            Assert.DoesNotContain(await desk.Notes(_item), n => n.Text.Contains("还要增设", StringComparison.Ordinal));
        }
    }

    private async Task Enter(Person congress)
    {
        var signer = (await Rows<string>("select signer from reply_copy order by name"))[0];
        var fact = new FeedbackFact(Satisfaction.Satisfied, Satisfaction.Dissatisfied, "还要增设 2 处");
        var enter = new EnterFeedback(CaseKind.Suggestion, signer, FeedbackMode.Telephone, fact);
        await Town.Steps.Act(congress, _item, enter);
    }

    private async Task SignAndSend()
    {
        var head = await Town.Account("head");
        var sign = await TownItems.Ask(Town, _item, head, ItemVocabulary.ReplySign.Id);
        await Town.Steps.Act(head, _item, new AnswerAsk(sign.Id, new AnswerDraft("sign")));
        var send = new SendReply(CaseKind.Suggestion, null, "云民复", Publication.Full, null, "联络员", "0000-5550102");
        await Town.Steps.Act(_host, _item, send);
    }

    private async Task Reply()
    {
        var ask = await AtDesk(_host, "handle");
        await (await _running.DeskOf(_host)).Reply(ask.Id, Whole, _host);
        await Running.Eventually(
            async () => (await Ask(_host, "handle")).State == AskState.Answered,
            "the office has the reply"
        );
    }

    private async Task Answered(Person person, string vocabulary, AnswerDraft draft)
    {
        var ask = await AtDesk(person, vocabulary);
        await (await _running.DeskOf(person)).Answer(ask.Id, draft, person);
        await Running.Eventually(
            async () => (await Ask(person, vocabulary)).State == AskState.Answered,
            $"the office has the answer to {vocabulary}"
        );
    }

    private async Task<DeskAskRow> AtDesk(Person person, string vocabulary)
    {
        var desk = await _running.DeskOf(person);
        await Running.Eventually(
            async () => (await desk.Asks()).Any(a => a.CaseId == _item && a.Vocabulary == vocabulary),
            $"{vocabulary} is at the desk"
        );
        return (await desk.Asks()).First(a => a.CaseId == _item && a.Vocabulary == vocabulary);
    }

    private async Task TurnedAway(int times)
    {
        await Running.Eventually(
            async () => (await Town.Trail(_item, "turnAnswerAway")).Count == times,
            "the office turned them away"
        );
        await Running.Eventually(async () => (await Attempts()).Count == times, "the attempts are on record");
    }

    private AnswerGiven Given(string ask, string unit, string account, AnswerDraft draft) =>
        new(
            _item,
            1,
            0,
            ask,
            Latest,
            unit,
            account,
            draft.Value,
            draft.Text,
            null,
            null,
            null,
            false,
            Town.Clock.GetUtcNow()
        );

    private ReplyDrafted Drafted(string ask, Person unitOf, Person account) =>
        new(_item, 1, 0, ask, Latest, unitOf.Unit!, account.Id, Whole.Parts, null, null, Town.Clock.GetUtcNow());

    private Task ToOffice<T>(T message)
        where T : class => Send(_running, DeskSettings.Office, message);

    private Task<AskRow> Ask(Person person, string vocabulary) => TownItems.Ask(Town, _item, person, vocabulary);

    private async Task<AnswerRow> Answer(Person person, string vocabulary)
    {
        var ask = await Ask(person, vocabulary);
        return (await Town.Steps.Look(Person.System, _item)).File.AnswerTo(ask.Id)!;
    }

    private async Task<IReadOnlyList<AnswerRow>> Answers(string vocabulary)
    {
        var file = (await Town.Steps.Look(Person.System, _item)).File;
        var asks = file.Asks.Where(a => a.Vocabulary == vocabulary).Select(a => a.Id).ToHashSet();
        return [.. file.Answers.Where(a => asks.Contains(a.AskId))];
    }

    private Task<IReadOnlyList<RefusedAttemptRow>> Attempts() =>
        Rows<RefusedAttemptRow>("select * from refused_attempt order by id");

    private async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        await using var session = await Town.Database.Read();
        return await session.Query<T>(sql);
    }
}
