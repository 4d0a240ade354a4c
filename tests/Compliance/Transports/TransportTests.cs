using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Tests.Town;
using MassTransit;

namespace JointMeeting.Compliance.Transports;

/// <summary>What every transport must do; one subclass per transport.</summary>
public abstract class TransportTests : TransportSuite
{
    private static readonly AnswerDraft Attend = new("attend");
    private static readonly AnswerDraft Leave = new("leave", "当日另有省里会议");

    private static string Finance => SmallTown.Members[1];

    [Fact]
    public async Task An_ask_reaches_the_desk_of_its_unit_and_is_marked_delivered_once()
    {
        await using var running = await Start();
        var meeting = await Town.CallMeeting();
        foreach (var unit in SmallTown.Members)
        {
            var ask = await running.AskAtDesk(await Town.Liaison(unit), meeting);
            Assert.Equal((await Town.AskOf(meeting, unit)).Id, ask.Id);
        }
        await Running.Eventually(
            async () => (await Town.Look(meeting)).Asks.All(a => a.DeliveredAt is not null),
            "all are marked delivered"
        );
        Assert.Equal(SmallTown.Members.Length, (await Town.Trail(meeting, "delivered")).Count);
    }

    [Fact]
    public async Task An_answer_at_the_desk_becomes_the_answer_of_the_case()
    {
        await using var running = await Start();
        var meeting = await Town.CallMeeting();
        var ask = await running.AnswerAtDesk(Finance, meeting, Leave);
        var answer = (await Town.Look(meeting)).AnswerTo(ask.Id)!;
        Assert.Equal(("leave", Leave.Text), (answer.Value, answer.Text));
        Assert.Equal((await Town.Liaison(Finance)).Id, answer.ByAccount);
        Assert.Equal(AnswerOrigin.Explicit, answer.Origin);
    }

    [Fact]
    public async Task The_desk_learns_that_its_ask_is_settled()
    {
        await using var running = await Start();
        var meeting = await Town.CallMeeting();
        await running.AnswerAtDesk(Finance, meeting, Attend);
        var person = await Town.Liaison(Finance);
        await Running.Eventually(
            async () => (await running.AskAtDesk(person, meeting)).State == AskState.Answered,
            "the desk knows"
        );
    }

    [Fact]
    public async Task A_message_that_comes_again_has_no_second_effect()
    {
        var meeting = "";
        await using (var running = await Start())
        {
            meeting = await Town.CallMeeting();
            await running.AnswerAtDesk(Finance, meeting, Attend);
            await Settled(meeting);
        }
        var before = await State(meeting);
        await ForgetWhatWasSent();
        await using (await Start())
        {
            await Settled(meeting);
        }
        Assert.Equal(before, await State(meeting));
    }

    [Fact]
    public async Task What_was_committed_while_nothing_ran_arrives_after_the_next_start()
    {
        var meeting = await Town.CallMeeting();
        await using var running = await Start();
        await Settled(meeting);
        Assert.Equal(SmallTown.Members.Length, (await Town.Trail(meeting, "delivered")).Count);
        Assert.Single(await (await running.DeskOf(await Town.Liaison(Finance))).Asks());
    }

    [Fact]
    public async Task An_answer_that_the_office_does_not_take_comes_back_with_the_reason()
    {
        await using var running = await Start();
        var meeting = await Town.CallMeeting();
        var ask = await running.AnswerAtDesk(Finance, meeting, Attend);
        var person = await Town.Liaison(Finance);
        var desk = await running.DeskOf(person);
        var again = await desk.Answer(ask.Id, Attend, person);
        await Running.Eventually(
            async () => (await desk.Answers(ask.Id)).Single(a => a.Id == again).Refused is not null,
            "the refusal is at the desk"
        );
        Assert.Contains("相同", (await desk.Answers(ask.Id)).Single(a => a.Id == again).Refused);
        Assert.Single(await Town.Trail(meeting, "turnAnswerAway"));
        Assert.Single((await Town.Look(meeting)).Answers);
    }

    [Fact]
    public async Task A_later_answer_is_never_overtaken_by_an_earlier_one()
    {
        await using var running = await Start();
        var meeting = await Town.CallMeeting();
        var person = await Town.Liaison(Finance);
        var ask = await running.AskAtDesk(person, meeting);
        var (early, late) = (Ids.New(Town.Clock.GetUtcNow()), Ids.New(Town.Clock.GetUtcNow()));
        await SendToOffice(running, Given(ask, person.Id, late, Leave));
        await SendToOffice(running, Given(ask, person.Id, early, Attend));
        await Running.Eventually(
            async () => (await Town.Trail(meeting, "turnAnswerAway")).Count == 1,
            "the earlier one is turned away"
        );
        Assert.Equal("leave", (await Town.Look(meeting)).AnswerTo(ask.Id)!.Value);
    }

    [Fact]
    public async Task Messages_out_of_order_are_applied_in_order()
    {
        await using var running = await Start();
        await Settled(await Town.CallMeeting());
        var person = await Town.Liaison(Finance);
        var desk = await running.DeskOf(person);
        var (caseId, ask) = (Ids.New(Town.Clock.GetUtcNow()), Ids.New(Town.Clock.GetUtcNow()));
        await SendToDesk(running, person.Unit!, new AskSettled(caseId, 3000, 2000, ask, nameof(AskState.Withdrawn)));
        await SendToDesk(running, person.Unit!, new AskReminded(caseId, 2000, 1000, ask, "Remind", "请尽快回执"));
        await Running.Eventually(async () => await Held() == 2, "both are held");
        Assert.DoesNotContain(await desk.Asks(), a => a.CaseId == caseId);
        var opened = new AskOpened(caseId, 1000, 0, ask, "会议", "会议通知", "receipt", null, null);
        await SendToDesk(running, person.Unit!, opened);
        var kept = await running.AskAtDesk(person, caseId);
        Assert.Equal(AskState.Withdrawn, kept.State);
        Assert.Equal(["请尽快回执"], (await desk.Notes(caseId)).Select(n => n.Text));
    }

    [Fact]
    public async Task Messages_flow_again_after_the_connection_was_dropped()
    {
        await using var running = await Start();
        await Settled(await Town.CallMeeting());
        var bus = running.Service<IBusControl>();
        await bus.StopAsync(TimeSpan.FromSeconds(10));
        await bus.StartAsync(TestContext.Current.CancellationToken);
        await Settled(await Town.CallMeeting());
    }

    private static AnswerGiven Given(DeskAskRow ask, string account, string id, AnswerDraft draft) =>
        new(
            ask.CaseId,
            0,
            0,
            ask.Id,
            id,
            "",
            account,
            draft.Value,
            draft.Text,
            null,
            null,
            null,
            false,
            DateTimeOffset.UnixEpoch
        );

    private async Task SendToOffice(Running running, AnswerGiven given)
    {
        var unit = (await Town.Liaison(Finance)).Unit!;
        await Send(running, DeskSettings.Office, given with { Unit = unit });
    }

    private Task SendToDesk<T>(Running running, string unit, T message)
        where T : class => Send(running, unit, message);

    /// <summary>Nothing waits any more, neither at the office nor at a desk.</summary>
    private async Task Settled(string meeting)
    {
        await Running.Eventually(
            async () => (await Town.Look(meeting)).Asks.All(a => a.DeliveredAt is not null),
            "all are delivered"
        );
        await Running.Eventually(
            async () =>
            {
                var waiting = await Town.Unsent();
                foreach (var unit in SmallTown.Members)
                    waiting += await Count(await Town.Liaison(unit), "outbox where sent_at is null");
                return waiting == 0;
            },
            "nothing waits"
        );
    }

    private async Task<long> Held()
    {
        return await Count(await Town.Liaison(Finance), "desk_held");
    }

    private async Task<long> Count(Domain.Rights.Person person, string what)
    {
        await using var session = await DeskFile(person).Read();
        return await session.Scalar<long>($"select count(*) from {what}");
    }

    private Database DeskFile(Domain.Rights.Person person) =>
        new($"Data Source={Path.Combine(Town.Folder, "desks", $"{person.Unit}.db")}");

    /// <summary>The files as a crash leaves them that comes after sending and before marking as sent.</summary>
    private async Task ForgetWhatWasSent()
    {
        var files = new List<Database> { Town.Database };
        foreach (var unit in SmallTown.Members)
            files.Add(DeskFile(await Town.Liaison(unit)));
        foreach (var file in files)
        {
            await using var session = await file.Write();
            await session.Execute("update outbox set sent_at = null");
            await session.Commit();
        }
    }

    private async Task<string> State(string meeting)
    {
        var file = await Town.Look(meeting);
        var parts = new List<string> { $"{file.Row.AuditHead} {file.Row.RowVersion}" };
        parts.AddRange(file.Answers.Select(a => a.ToString()));
        foreach (var unit in SmallTown.Members)
        {
            await using var session = await DeskFile(await Town.Liaison(unit)).Read();
            parts.AddRange(
                (await session.Query<DeskAskRow>("select * from desk_ask order by id")).Select(a => a.ToString())
            );
            parts.Add($"{await Count(await Town.Liaison(unit), "outbox")}");
        }
        return string.Join('\n', parts);
    }
}
