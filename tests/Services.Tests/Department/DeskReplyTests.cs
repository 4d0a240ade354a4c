using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Department;
using JointMeeting.Services.Tests.Town;
using MassTransit;

namespace JointMeeting.Services.Tests.Department;

/// <summary>A desk gets assignments and sends opinions and replies, by messages alone.</summary>
public sealed class DeskReplyTests : IAsyncLifetime
{
    private static readonly DeskReply Whole = new([
        new("现答复如下：", null, null),
        new("已增设食堂 3 处。", "A", null),
        new("年内再增设 2 处。", "B", new DateOnly(2026, 12, 31)),
    ]);

    private SmallTown _town = null!;
    private Running _running = null!;
    private string _item = "";
    private Person _host = null!;
    private Person _assistant = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await SmallTown.Found();
        _running = await Running.Start(_town);
        _item = await TownItems.Assigned(_town);
        _host = await _town.Liaison(SmallTown.Members[0]);
        _assistant = await _town.Liaison(SmallTown.Members[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await _town.DisposeAsync();
    }

    [Fact]
    public async Task An_assignment_comes_with_what_it_is_about_and_without_contact_data()
    {
        await AtDesk(_host, "accept");
        var item = Assert.Single(await (await _running.DeskOf(_host)).Items());
        Assert.Equal(("12", "主办", "李明、王芳"), (item.Number, item.Duty, item.Signers));
        Assert.Equal((TownItems.Monday, new DateOnly(2026, 5, 31)), (item.AssignedOn, item.FixedOn!.Value));
        await AtDesk(_assistant, "coOpinion");
        Assert.Equal("协办", Assert.Single(await (await _running.DeskOf(_assistant)).Items()).Duty);
    }

    [Fact]
    public async Task An_opinion_and_a_reply_go_to_the_office_by_message()
    {
        await Answered(_assistant, "coOpinion", new AnswerDraft("opinion", "补助可从专项中安排。"));
        await Answered(_host, "accept", new AnswerDraft("accept"));
        var ask = await AtDesk(_host, "handle");
        Assert.NotNull(await (await _running.DeskOf(_host)).Reply(ask.Id, Whole, _host, "form-1"));
        Assert.Null(await (await _running.DeskOf(_host)).Reply(ask.Id, Whole, _host, "form-1"));
        await Running.Eventually(
            async () => (await Ask(_host, "handle")).State == AskState.Answered,
            "the office has the reply"
        );
        var file = (await _town.Steps.Look(Person.System, _item)).File;
        Assert.Equal(("B", "signing"), (file.Item!.ClassCode, file.OpenVisits.Single().Node));
    }

    /// <summary>What is not whole comes back with the reason, and nothing went up.</summary>
    [Fact]
    public async Task A_reply_that_is_not_whole_comes_back_with_the_reason()
    {
        await Answered(_assistant, "coOpinion", new AnswerDraft("nothing"));
        await Answered(_host, "accept", new AnswerDraft("accept"));
        var ask = await AtDesk(_host, "handle");
        var desk = await _running.DeskOf(_host);
        await desk.Reply(ask.Id, new DeskReply([new("将建食堂。", "B", null)]), _host);
        await Running.Eventually(
            async () => (await desk.Answers(ask.Id)).Any(a => a.Refused is not null),
            "the refusal is at the desk"
        );
        Assert.Contains("承诺完成的日期", (await desk.Answers(ask.Id)).Single().Refused);
        Assert.Equal(AskState.Open, (await Ask(_host, "handle")).State);
    }

    [Fact]
    public async Task A_co_handlers_desk_cannot_send_a_reply()
    {
        var ask = await AtDesk(_assistant, "coOpinion");
        var desk = await _running.DeskOf(_assistant);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => desk.Reply(ask.Id, Whole, _assistant));
        Assert.Contains("协办（会办）单位不直接答复", refusal.Why);
    }

    /// <summary>A message made up by a co-handler is refused by the office, and the trail of the case says so.</summary>
    [Fact]
    public async Task A_reply_that_a_co_handler_made_up_is_turned_away_and_recorded()
    {
        await Answered(_host, "accept", new AnswerDraft("accept"));
        await AtDesk(_host, "handle");
        var handle = await Ask(_host, "handle");
        var forged = new ReplyDrafted(
            _item,
            1,
            0,
            handle.Id,
            "forged",
            _assistant.Unit!,
            _assistant.Id,
            Whole.Parts,
            null,
            null,
            _town.Clock.GetUtcNow()
        );
        var queue = $"queue:{_running.Service<DeskSettings>().QueueOf(DeskSettings.Office)}";
        await (await _running.Service<IBus>().GetSendEndpoint(new Uri(queue))).Send(forged);
        await Running.Eventually(
            async () => (await _town.Trail(_item, "turnAnswerAway")).Count > 0,
            "the office turned it away"
        );
        var said = Assert.Single(await _town.Trail(_item, "turnAnswerAway"));
        Assert.Contains("协办（会办）单位不直接答复", said);
        Assert.Equal(AskState.Open, (await Ask(_host, "handle")).State);
    }

    private Task<AskRow> Ask(Person person, string vocabulary) => TownItems.Ask(_town, _item, person, vocabulary);

    private async Task<DeskAskRow> AtDesk(Person person, string vocabulary)
    {
        var desk = await _running.DeskOf(person);
        await Running.Eventually(
            async () => (await desk.Asks()).Any(a => a.Vocabulary == vocabulary),
            $"the request ({vocabulary}) is at the desk"
        );
        return (await desk.Asks()).First(a => a.Vocabulary == vocabulary);
    }

    private async Task Answered(Person person, string vocabulary, AnswerDraft draft)
    {
        var ask = await AtDesk(person, vocabulary);
        await (await _running.DeskOf(person)).Answer(ask.Id, draft, person);
        await Running.Eventually(
            async () => (await Ask(person, vocabulary)).State == AskState.Answered,
            $"the office has the answer ({vocabulary})"
        );
    }
}
