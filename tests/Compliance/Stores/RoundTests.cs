using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

/// <summary>A suite on a countersign whose round is set otherwise than the shipped one.</summary>
public abstract class SetRound<TStore> : InWorld<TStore>
    where TStore : IStore
{
    protected abstract RoundInput Set(RoundInput round);

    protected override Lifecycles Lifecycles
    {
        get
        {
            var lifecycles = Lifecycles.Shipped();
            var meeting = lifecycles.Newest("meeting");
            var step = meeting.Step("countersigning");
            var nodes = new Dictionary<string, Node>(meeting.Nodes, StringComparer.Ordinal)
            {
                [step.Id] = step with { Ask = Set(step.Ask!) },
            };
            var changed = meeting with { Version = 2, Nodes = nodes };
            DefinitionRules.Check(changed);
            lifecycles.Add(changed);
            return lifecycles;
        }
    }

    protected Task<IReadOnlyList<string>> Open(string meeting) => World.Asked(meeting, "countersigning", AskState.Open);

    protected Task<IReadOnlyList<string>> Waiting(string meeting) =>
        World.Asked(meeting, "countersigning", AskState.Waiting);
}

public sealed class SequentialOnSqlite : SequentialTests<Sqlite>;

public sealed class SequentialOnPostgres : SequentialTests<Postgres>;

/// <summary>依次会签.</summary>
public abstract class SequentialTests<TStore> : SetRound<TStore>
    where TStore : IStore
{
    protected override RoundInput Set(RoundInput round) => round with { Order = AskOrder.Sequential };

    [Fact]
    public async Task One_unit_is_asked_after_the_other_and_its_clock_starts_with_its_turn()
    {
        var meeting = await World.Circulated();
        Assert.Equal([World.Education], await Open(meeting));
        Assert.Null((await World.Ask(meeting, World.Finance)).Due);
        await Refused(
            "尚未轮到",
            World.Liaison(World.Finance),
            meeting,
            new AnswerAsk((await World.Ask(meeting, World.Finance)).Id, Agree)
        );
        World.Clock.Now = World.At("2026-03-19 10:00");
        await World.Answer(meeting, World.Education, Agree);
        Assert.Equal([World.Finance], await Open(meeting));
        Assert.Equal(new DateOnly(2026, 3, 24), (await World.Ask(meeting, World.Finance)).Due);
        await World.Answer(meeting, World.Finance, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task After_an_objection_nobody_else_is_asked_until_it_is_met()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, new("object", "时限过紧"));
        Assert.Empty(await Open(meeting));
        await World.Answer(meeting, World.Education, Agree);
        Assert.Equal([World.Finance], await Open(meeting));
    }

    /// <summary>flowable#2036, #3133, #3642: there a signer added or removed in sequence left the round hanging.</summary>
    [Fact]
    public async Task Units_added_and_removed_in_sequence_leave_a_round_that_completes()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new AddAskee("countersigning", World.Unit(World.Office), 1, "涉及项目审批"));
        Assert.Equal([World.Education], await Open(meeting));
        await World.Answer(meeting, World.Education, Agree);
        Assert.Equal([World.Finance, World.Office], (await Open(meeting)).Order(StringComparer.Ordinal).Reverse());
        await World.Act(meeting, new RemoveAskee((await World.Ask(meeting, World.Finance)).Id, "资金不在该单位"));
        Assert.Equal([World.Office], await Open(meeting));
        await World.Answer(meeting, World.Office, Agree);
        Assert.Equal([World.Transport], await Open(meeting));
        await World.Act(meeting, new RemoveAskee((await World.Ask(meeting, World.Transport)).Id, "不涉及"));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task A_unit_added_to_a_group_that_has_passed_is_asked_at_once()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        await World.Act(meeting, new AddAskee("countersigning", World.Unit(World.Office), 0, "补充征求"));
        Assert.Contains(World.Office, await Open(meeting));
    }
}

public sealed class GroupedOnSqlite : GroupedTests<Sqlite>;

public sealed class GroupedOnPostgres : GroupedTests<Postgres>;

/// <summary>分组会签.</summary>
public abstract class GroupedTests<TStore> : SetRound<TStore>
    where TStore : IStore
{
    protected override RoundInput Set(RoundInput round) => round with { Order = AskOrder.Grouped };

    [Fact]
    public async Task Ordinary_units_sign_at_once_and_those_that_guard_money_after_them()
    {
        var meeting = await World.Circulated();
        Assert.Equal([World.Education, World.Transport], (await Open(meeting)).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([World.Finance], await Waiting(meeting));
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal([World.Finance], await Waiting(meeting));
        await World.Answer(meeting, World.Education, Agree);
        Assert.Equal([World.Finance], await Open(meeting));
    }

    [Fact]
    public async Task Those_who_wait_are_withdrawn_with_the_round_and_asked_in_their_turn_in_the_next()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        Assert.Equal(3, (await World.Asked(meeting, "countersigning", AskState.Withdrawn)).Count);
        await World.Act(meeting, new Workflows.Meetings.Countersign.Circulate());
        Assert.Equal([World.Finance], await Waiting(meeting));
    }
}

public sealed class RatioOnSqlite : RatioTests<Sqlite>;

public sealed class RatioOnPostgres : RatioTests<Postgres>;

public abstract class RatioTests<TStore> : SetRound<TStore>
    where TStore : IStore
{
    protected override RoundInput Set(RoundInput round) => round with { Policy = "ratio:2/3" };

    /// <summary>ruoyi-vue-pro#1069: there one rejection ended a ratio countersign.</summary>
    [Fact]
    public async Task One_objection_does_not_end_a_round_that_can_still_pass()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, new("object", "时限过紧"));
        Assert.Equal([World.Finance, World.Transport], await Open(meeting));
        await World.Answer(meeting, World.Finance, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task What_can_no_longer_pass_waits_for_the_office()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, new("object", "时限过紧"));
        await World.Answer(meeting, World.Finance, new("object", "资金未落实"));
        Assert.Equal("countersigning", await World.Where(meeting));
    }
}

public sealed class AskeeOnSqlite : AskeeTests<Sqlite>;

public sealed class AskeeOnPostgres : AskeeTests<Postgres>;

/// <summary>加签, 减签, 改派, 委托, 催办 and 对代录的异议 in a running round.</summary>
public abstract class AskeeTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private async Task<string> AskOf(string meeting, string unit) => (await World.Ask(meeting, unit, "countersign")).Id;

    [Fact]
    public async Task A_unit_added_must_settle_too()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new AddAskee("countersigning", World.Unit(World.Office), 0, "涉及项目审批"));
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        Assert.Equal("countersigning", await World.Where(meeting));
        await World.Answer(meeting, World.Office, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task A_unit_is_not_added_twice_and_the_last_one_not_removed()
    {
        var meeting = await World.Circulated(World.Second());
        await Refused("已在本轮", meeting, new AddAskee("countersigning", World.Unit(World.Transport), 0, "补充"));
        await Refused("只剩这一个单位", meeting, new RemoveAskee(await AskOf(meeting, World.Transport), "不涉及"));
        await Refused("理由", meeting, new AddAskee("countersigning", World.Unit(World.Office), 0, " "));
        await Refused("单位名录", meeting, new AddAskee("countersigning", "谁", 0, "补充"));
    }

    [Fact]
    public async Task A_unit_that_answered_is_neither_removed_nor_replaced()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Agree);
        var ask = await AskOf(meeting, World.Finance);
        await Refused("已经答复", meeting, new RemoveAskee(ask, "不涉及"));
        await Refused("已经答复", meeting, new ReplaceAskee(ask, World.Unit(World.Office), "不涉及"));
    }

    [Fact]
    public async Task The_replacement_is_asked_with_a_clock_of_its_own_and_the_replaced_one_no_longer()
    {
        var meeting = await World.Circulated();
        World.Clock.Now = World.At("2026-03-18 10:00");
        var old = await AskOf(meeting, World.Finance);
        await World.Act(meeting, new ReplaceAskee(old, World.Unit(World.Office), "机构改革后由发改局承担"));
        Assert.Equal(new DateOnly(2026, 3, 23), (await World.Ask(meeting, World.Office)).Due);
        var file = await World.Look(meeting);
        Assert.Equal(
            (AskState.Replaced, await AskOf(meeting, World.Office)),
            (file.Asks.Single(a => a.Id == old).State, file.Asks.Single(a => a.Id == old).ReplacedBy)
        );
        await Refused("已转出", World.Liaison(World.Finance), meeting, new AnswerAsk(old, Agree));
        foreach (var unit in new[] { World.Education, World.Transport, World.Office })
            await World.Answer(meeting, unit, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task What_was_handed_on_comes_back_and_only_the_unit_itself_settles_its_ask()
    {
        var meeting = await World.Circulated();
        var ask = await AskOf(meeting, World.Finance);
        await World.Act(
            World.Liaison(World.Finance),
            meeting,
            new DelegateAsk(ask, World.Unit(World.Office), "请先就项目审批提出意见")
        );
        Assert.Equal(AskState.Delegated, (await World.Look(meeting)).Asks.Single(a => a.Id == ask).State);
        await Refused("已委托", World.Liaison(World.Finance), meeting, new AnswerAsk(ask, Agree));
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await World.Answer(meeting, World.Office, new("object", "项目未立项"));
        Assert.Equal("countersigning", await World.Where(meeting));
        Assert.Equal(AskState.Open, (await World.Look(meeting)).Asks.Single(a => a.Id == ask).State);
        await World.Act(World.Liaison(World.Finance), meeting, new AnswerAsk(ask, Agree));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task What_was_handed_on_can_be_called_back_and_not_handed_on_again()
    {
        var meeting = await World.Circulated();
        var finance = World.Liaison(World.Finance);
        var ask = await AskOf(meeting, World.Finance);
        await Refused("不能委托给本单位", finance, meeting, new DelegateAsk(ask, World.Unit(World.Finance), "先看"));
        await World.Act(finance, meeting, new DelegateAsk(ask, World.Unit(World.Office), "先看"));
        await Refused(
            "不能再转委托",
            World.Liaison(World.Office),
            meeting,
            new DelegateAsk(await AskOf(meeting, World.Office), World.Unit(World.Transport), "转请")
        );
        await World.Act(finance, meeting, new CallBack(ask));
        Assert.Equal(AskState.Withdrawn, (await World.Ask(meeting, World.Office)).State);
        await World.Act(finance, meeting, new AnswerAsk(ask, Agree));
        Assert.Equal(AskState.Answered, (await World.Look(meeting)).Asks.Single(a => a.Id == ask).State);
    }

    [Fact]
    public async Task A_unit_is_urged_once_a_day()
    {
        var meeting = await World.Circulated();
        var asks = new[] { await AskOf(meeting, World.Finance), await AskOf(meeting, World.Education) };
        await World.Act(meeting, new Urge(asks));
        Assert.Contains("催办：云江市教育局、云江市财政局", (await Timeline(meeting))[^1]);
        await Refused("今天已经催办过", meeting, new Urge(asks));
        World.Clock.Now = World.At("2026-03-18 09:00");
        await World.Act(meeting, new Urge(asks));
        await World.Answer(meeting, World.Finance, Agree);
        await Refused("没有待办的单位", meeting, new Urge([asks[0]]));
    }

    [Fact]
    public async Task A_unit_may_contest_what_was_recorded_for_it_and_is_asked_again()
    {
        var meeting = await World.Circulated();
        var ask = await AskOf(meeting, World.Finance);
        var said = new RecordedFrom("何科长", "电话", World.Clock.GetUtcNow());
        await World.Act(meeting, new RecordAnswer(ask, Agree, said));
        await Refused("其他单位", World.Liaison(World.Transport), meeting, new ContestRecorded(ask, "未同意"));
        await World.Act(World.Liaison(World.Finance), meeting, new ContestRecorded(ask, "电话中只说再研究"));
        var file = await World.Look(meeting);
        Assert.Equal(AskState.Open, file.Asks.Single(a => a.Id == ask).State);
        Assert.Equal(
            [AnswerOrigin.Recorded, AnswerOrigin.Contested],
            file.Answers.Where(a => a.AskId == ask).Select(a => a.Origin)
        );
        Assert.Equal(3, await FiredFor(meeting, "2026-03-21 00:00"));
        await World.Answer(meeting, World.Finance, new("object", "资金未落实"));
        Assert.Equal(
            AnswerEffect.Objects,
            (await World.Look(meeting)).EffectOf(await World.Ask(meeting, World.Finance))
        );
    }

    [Fact]
    public async Task After_the_round_an_objection_to_a_recorded_answer_stands_on_record()
    {
        var meeting = await World.Circulated();
        var ask = await AskOf(meeting, World.Finance);
        var said = new RecordedFrom("何科长", "电话", World.Clock.GetUtcNow());
        await World.Act(meeting, new RecordAnswer(ask, Agree, said));
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await World.Act(World.Liaison(World.Finance), meeting, new ContestRecorded(ask, "电话中只说再研究"));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
        Assert.Equal(AnswerOrigin.Contested, (await World.Look(meeting)).AnswerTo(ask)!.Origin);
        Assert.EndsWith("本轮已结束，请办公室处理", (await Timeline(meeting))[^1]);
    }
}
