using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.InnerChains;
using JointMeeting.Workflows.House.StandIns;

namespace JointMeeting.Compliance.Stores;

public sealed class InnerChainOnSqlite : InnerChainTests<Sqlite>;

public sealed class InnerChainOnPostgres : InnerChainTests<Postgres>;

/// <summary>A unit's own chain inside its ask, and who acts while somebody is away or has left.</summary>
public abstract class InnerChainTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private Person Officer => World.Liaison(World.Finance);

    [Fact]
    public async Task A_draft_goes_from_station_to_station_and_only_then_is_the_units_answer()
    {
        var (section, head) = await Chain();
        var meeting = await World.Circulated();
        var ask = await Ask(meeting);
        await World.Act(Officer, meeting, new AnswerAsk(ask, Agree));
        Assert.Null((await World.Look(meeting)).AnswerTo(ask));
        await Refused("尚未轮到", head, meeting, new AnswerAsk(await Station(meeting, 1), new("approve")));
        await World.Act(section, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        Assert.Equal(AskState.Open, (await World.Look(meeting)).Asks.Single(a => a.Id == ask).State);
        await World.Act(head, meeting, new AnswerAsk(await Station(meeting, 1), new("approve")));
        var file = await World.Look(meeting);
        Assert.Equal(
            ("agree", AnswerOrigin.Explicit, head.Name),
            (file.AnswerTo(ask)!.Value, file.AnswerTo(ask)!.Origin, file.AnswerTo(ask)!.ByName)
        );
        Assert.NotEmpty(
            await World.Rows<string>("select clause from signed where answer = @Id", new { file.AnswerTo(ask)!.Id })
        );
    }

    [Fact]
    public async Task What_a_station_sends_back_is_drafted_anew_and_seen_by_nobody_outside()
    {
        var (section, _) = await Chain();
        var meeting = await World.Circulated();
        var ask = await Ask(meeting);
        await World.Act(Officer, meeting, new AnswerAsk(ask, new("object", "资金缺口很大")));
        await World.Act(section, meeting, new AnswerAsk(await Station(meeting, 0), new("sendBack", "口径不对")));
        Assert.DoesNotContain(await Timeline(meeting), t => t.Contains("缺口") || t.Contains("口径"));
        Assert.Empty(await World.Rows<string>("select payload from outbox where payload like '%缺口%'"));
        await World.Act(Officer, meeting, new AnswerAsk(ask, Agree));
        Assert.Equal("agree", (await World.Look(meeting)).DraftOf(ask)!.Value);
        Assert.Equal(2, (await World.Look(meeting)).Inner(ask).Count);
    }

    [Fact]
    public async Task The_last_stations_approval_moves_the_case_as_any_answer_does()
    {
        var (section, head) = await Chain();
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        await World.Act(section, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        Assert.Equal("countersigning", await World.Where(meeting));
        await World.Act(head, meeting, new AnswerAsk(await Station(meeting, 1), new("approve")));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task A_station_is_given_to_a_colleague_who_then_signs_it_in_his_own_right()
    {
        var (section, head) = await Chain();
        var meeting = await World.Circulated();
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        var station = await Station(meeting, 0);
        await Refused("请填写", section, meeting, new PassOn(station, Officer.Id, " "));
        await Refused("本单位在用的账号", section, meeting, new PassOn(station, World.Clerk.Id, "出差"));
        await Refused("须由本人办理", Officer, meeting, new PassOn(station, Officer.Id, "代为办理"));
        await Refused("尚未轮到", head, meeting, new PassOn(await Station(meeting, 1), Officer.Id, "出差"));
        await World.Act(section, meeting, new PassOn(station, Officer.Id, "出差"));
        await Refused("须由本人办理", section, meeting, new AnswerAsk(station, new("approve")));
        await World.Act(Officer, meeting, new AnswerAsk(station, new("approve")));
        var answer = (await World.Look(meeting)).AnswerTo(station)!;
        Assert.Equal((Officer.Id, (string?)null), (answer.ByAccount, answer.DeputyFor));
        await World.Act(head, meeting, new AnswerAsk(await Station(meeting, 1), new("approve")));
        Assert.Equal(AskState.Answered, (await World.Ask(meeting, World.Finance, "countersign")).State);
    }

    [Fact]
    public async Task A_chain_is_for_one_kind_of_request_and_of_the_units_own_people()
    {
        var (section, _) = await Chain();
        var receipt = await World.Notified();
        await World.Act(Officer, receipt, new AnswerAsk((await World.Ask(receipt, World.Finance)).Id, new("attend")));
        Assert.Equal(AskState.Answered, (await World.Ask(receipt, World.Finance)).State);
        await Refused("本单位在用的账号", Officer, World.House, Set("receipt", World.Liaison(World.Transport)));
        await Refused("请从列表中选择", Officer, World.House, Set("signature", section));
        await Refused("由本单位人员办理", World.Administrator, World.House, Set("receipt", section));
    }

    [Fact]
    public async Task Nothing_of_a_chain_is_recorded_for_the_unit()
    {
        await Chain();
        var meeting = await World.Circulated();
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        var from = new RecordedFrom("何科长", "电话", World.Clock.GetUtcNow());
        await Refused("不能代录", meeting, new RecordAnswer(await Station(meeting, 0), new("approve"), from));
    }

    [Fact]
    public async Task A_stand_in_acts_for_a_colleague_who_is_away_and_it_says_so()
    {
        var (section, head) = await Chain();
        var meeting = await World.Circulated();
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        await Refused("须由本人办理", head, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        await World.Act(Officer, World.House, Away(section, head, StandInKind.Absence));
        await World.Act(head, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        var station = await Station(meeting, 0);
        Assert.Equal(section.Name, (await World.Look(meeting)).AnswerTo(station)!.DeputyFor);
        await World.Act(head, meeting, new AnswerAsk(await Station(meeting, 1), new("approve")));
        Assert.Null((await World.Look(meeting)).AnswerTo(await Ask(meeting))!.DeputyFor);
    }

    [Fact]
    public async Task After_the_last_day_the_stand_in_acts_no_more()
    {
        var (section, head) = await Chain();
        await World.Act(Officer, World.House, Away(section, head, StandInKind.Absence) with { To = new(2026, 3, 17) });
        var meeting = await World.Circulated();
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        World.Clock.Now = World.At("2026-03-18 09:00");
        await Refused("须由本人办理", head, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
    }

    [Fact]
    public async Task Who_took_over_from_a_leaver_acts_in_his_own_right_within_the_scope()
    {
        var (section, head) = await Chain();
        var meeting = await World.Circulated();
        await World.Act(Officer, meeting, new AnswerAsk(await Ask(meeting), Agree));
        var left = Away(section, Officer, StandInKind.HandOver) with
        {
            ScopeKind = StandInScope.Vocabulary,
            Scope = "receipt",
        };
        await World.Act(Officer, World.House, left);
        await Refused("须由本人办理", Officer, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        await World.Act(Officer, World.House, left with { Scope = "countersign" });
        await World.Act(Officer, meeting, new AnswerAsk(await Station(meeting, 0), new("approve")));
        Assert.Null((await World.Look(meeting)).AnswerTo(await Station(meeting, 0))!.DeputyFor);
        Assert.Equal(AskState.Open, (await World.Look(meeting)).Asks.Single(a => a.Holder == head.Id).State);
    }

    [Fact]
    public async Task A_stand_in_signs_for_the_holder_of_a_seat()
    {
        var meeting = await World.Circulated();
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        var ask = (await World.Ask(meeting, World.Government, "signature")).Id;
        var deputy = World.Liaison(World.Government);
        await Refused("须由本人办理", deputy, meeting, new AnswerAsk(ask, new("sign")));
        await World.Act(World.Convenor, World.House, Away(World.Convenor, deputy, StandInKind.Absence));
        await World.Act(deputy, meeting, new AnswerAsk(ask, new("sign")));
        Assert.Equal(World.Convenor.Name, (await World.Look(meeting)).AnswerTo(ask)!.DeputyFor);
        Assert.Contains($"{deputy.Name}代{World.Convenor.Name}签发", (await Timeline(meeting))[^1]);
    }

    [Fact]
    public async Task Only_colleagues_stand_in_for_each_other_and_only_they_end_it()
    {
        var (section, head) = await Chain();
        await Refused("本单位在用的账号", Officer, World.House, Away(section, World.Convenor, StandInKind.Absence));
        await Refused("只能为本单位人员", Officer, World.House, Away(World.Convenor, head, StandInKind.Absence));
        await Refused("不能是本人", Officer, World.House, Away(section, section, StandInKind.Absence));
        await World.Act(Officer, World.House, Away(section, head, StandInKind.Absence));
        var id = (await World.Rows<string>("select id from stand_in")).Single();
        await Refused("没有找到", World.Liaison(World.Transport), World.House, new EndStandIn(id));
        await World.Act(Officer, World.House, new EndStandIn(id));
        await Refused("没有找到", Officer, World.House, new EndStandIn(id));
    }

    private static SetStandIn Away(Person who, Person by, StandInKind kind) =>
        new(who.Id, by.Id, kind, StandInScope.All, null, new(2026, 3, 1), null, "出差");

    private static SetInnerChain Set(string vocabulary, params Person[] people) =>
        new(vocabulary, [.. people.Select((p, i) => new Station($"第 {i + 1} 级审核", p.Id))]);

    /// <summary>财政局 lets two colleagues look at every countersign before it goes out.</summary>
    private async Task<(Person Section, Person Head)> Chain()
    {
        await World.Act(
            World.Administrator,
            World.House,
            new CreateAccounts([
                World.Account("section", "吴科长", World.Finance, Role.Liaison),
                World.Account("head", "郑局长", World.Finance, Role.Head),
            ])
        );
        var (section, head) = (await World.Learn("section"), await World.Learn("head"));
        await World.Act(Officer, World.House, Set("countersign", section, head));
        return (section, head);
    }

    private async Task<string> Ask(string meeting) => (await World.Ask(meeting, World.Finance, "countersign")).Id;

    private async Task<string> Station(string meeting, int position)
    {
        var file = await World.Look(meeting);
        return file.Inner(file.Asks.Last(a => a.Within is not null).Within!)[position].Id;
    }
}
