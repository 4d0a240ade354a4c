using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Timers;

namespace JointMeeting.Compliance.Stores;

public sealed class TimerOnSqlite : TimerTests<Sqlite>;

public sealed class TimerOnPostgres : TimerTests<Postgres>;

public abstract class TimerTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private const string Kinds =
        "select payload from outbox where kind = 'AskReminded' and destination = @unit order by id";

    [Fact]
    public async Task A_receipt_is_reminded_one_workday_before_its_date_and_then_listed_as_late()
    {
        var meeting = await World.Notified();
        await World.Fire("2026-03-11 08:59");
        Assert.DoesNotContain(await Timeline(meeting), t => t.StartsWith("提醒", StringComparison.Ordinal));
        await World.Fire("2026-03-11 09:00");
        Assert.Equal(5, (await Timeline(meeting)).Count(t => t.StartsWith("提醒", StringComparison.Ordinal)));
        await World.Fire("2026-03-13 00:00");
        Assert.Contains("云江市财政局逾期未办理：会议回执（应于 2026-03-12 前）", await Timeline(meeting));
        Assert.All((await World.Look(meeting)).Asks, a => Assert.Equal(AskState.Open, a.State));
    }

    [Fact]
    public async Task After_an_outage_everything_missed_fires_once_in_the_order_it_was_due()
    {
        var task = World.NoticeTasks[0];
        await World.Answer(task, World.Transport, new("signed"));
        await World.Answer(task, World.Finance, new("signed"));
        await World.Fire("2026-07-15 00:00");
        var told = await World.Rows<string>(Kinds, new { unit = World.Unit(World.Transport) });
        Assert.Equal(
            ["Remind", "Remind", "Remind", "Expire", "Chase", "Escalate"],
            told.Where(t => t.Contains(task, StringComparison.Ordinal))
                .Select(t => System.Text.Json.JsonDocument.Parse(t).RootElement.GetProperty("kind").GetString())
        );
        var before = await World.Dump();
        Assert.Equal(0, await World.Fire("2026-07-15 00:00"));
        Assert.Equal(before, await World.Dump());
    }

    [Fact]
    public async Task A_unit_that_has_answered_is_not_reminded()
    {
        var meeting = await World.Notified();
        await World.Answer(meeting, World.Finance, new("attend"));
        await World.Fire("2026-03-13 00:00");
        Assert.DoesNotContain(
            await World.Rows<string>(Kinds, new { unit = World.Unit(World.Finance) }),
            t => t.Contains(meeting, StringComparison.Ordinal)
        );
    }

    /// <summary>Two programs may find the same timer due at the same time.</summary>
    [Fact]
    public async Task Two_programs_that_fire_at_once_remind_once()
    {
        await World.Notified();
        World.Clock.Now = World.At("2026-03-11 09:00");
        await Task.WhenAll(new DueTimers(World.Steps).FireAll(), new DueTimers(World.Steps).FireAll());
        foreach (var unit in World.Members)
            Assert.Single(
                await World.Rows<string>(Kinds, new { unit = World.Unit(unit) }),
                t => t.Contains("会议回执", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task No_account_fires_timers()
    {
        var meeting = await World.Notified();
        var rights = (await World.Steps.Look(World.Clerk, meeting)).Rights;
        Assert.Equal("定时事项由系统自动执行。", rights.ToFireTimer().Reason);
    }

    /// <summary>One timer whose step is refused must not silence all that are due after it.</summary>
    [Fact]
    public async Task A_timer_that_cannot_fire_does_not_hold_up_the_others()
    {
        var meeting = await World.Notified();
        await World.Tamper(
            "insert into timer (id, clock, case_id, ask_id, kind, at) values ('stuck', 'c', 'gone', 'a', 'Remind', @at)",
            new { at = Moment.Text(World.At("2026-03-02 00:00")) }
        );
        var failed = await Assert.ThrowsAsync<AggregateException>(() => World.Fire("2026-03-11 09:00"));
        Assert.IsType<Refusal>(Assert.Single(failed.InnerExceptions));
        Assert.Equal(5, (await Timeline(meeting)).Count(t => t.StartsWith("提醒", StringComparison.Ordinal)));
    }
}

public sealed class DeemedOnSqlite : DeemedTests<Sqlite>;

public sealed class DeemedOnPostgres : DeemedTests<Postgres>;

/// <summary>A definition of an office that takes silence at the countersign as no objection.</summary>
public abstract class DeemedTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    protected override Lifecycles Lifecycles
    {
        get
        {
            var lifecycles = Lifecycles.Shipped();
            var meeting = lifecycles.Newest("meeting");
            var step = meeting.Step("countersigning");
            var nodes = new Dictionary<string, Node>(meeting.Nodes, StringComparer.Ordinal)
            {
                [step.Id] = step with { Ask = step.Ask! with { Deemed = true } },
            };
            var deeming = meeting with { Version = 2, Nodes = nodes };
            DefinitionRules.Check(deeming);
            lifecycles.Add(deeming);
            return lifecycles;
        }
    }

    [Fact]
    public async Task Silence_counts_where_the_definition_says_so_and_is_never_shown_as_agreed()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        Assert.Equal(2, await FiredFor(meeting, "2026-03-21 00:00"));
        Assert.Equal("awaitingSignature", await World.Where(meeting));
        var file = await World.Look(meeting);
        var ask = file.Asks.Single(a => a.Unit == World.Unit(World.Finance) && a.Vocabulary == "countersign");
        Assert.Equal(AskState.Deemed, ask.State);
        Assert.Null(file.EffectOf(ask));
        Assert.Equal(("deemed", AnswerOrigin.Deemed), (file.AnswerTo(ask.Id)!.Value, file.AnswerTo(ask.Id)!.Origin));
        Assert.Contains("云江市财政局逾期未答复，按规则视为无不同意见（会签）", await Timeline(meeting));
        Assert.Empty(
            await World.Rows<string>("select clause from signed where answer = @Id", new { file.AnswerTo(ask.Id)!.Id })
        );
    }

    [Fact]
    public async Task A_unit_may_still_speak_while_the_round_is_open()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, new("object", "时限过紧"));
        await World.Fire("2026-03-21 00:00");
        Assert.Equal("countersigning", await World.Where(meeting));
        await World.Answer(meeting, World.Finance, new("object", "资金未落实"));
        Assert.Equal(AskState.Answered, (await World.Ask(meeting, World.Finance)).State);
    }

    [Fact]
    public async Task A_deemed_unit_is_asked_again_after_an_edit_never_carried_over()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, new("object", "时限过紧"));
        await World.Fire("2026-03-21 00:00");
        await World.Act(meeting, new Workflows.Steering.ReturnTo("minutesDrafting", "协商"));
        await World.Act(meeting, new Workflows.Meetings.Countersign.Circulate());
        Assert.Equal(3, (await World.Asked(meeting, "countersigning", AskState.Open)).Count);
    }
}
