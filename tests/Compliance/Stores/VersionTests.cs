using JointMeeting.Domain.Asks;
using JointMeeting.Shared;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Versions;

namespace JointMeeting.Compliance.Stores;

public sealed class VersionOnSqlite : VersionTests<Sqlite>;

public sealed class VersionOnPostgres : VersionTests<Postgres>;

/// <summary>A running case stays on its version until the office moves it; its asks stay in the inboxes.</summary>
public abstract class VersionTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly string[] Untouched =
    [
        "visit",
        "ask",
        "answer",
        "signed",
        "clock",
        "timer",
        "outbox",
        "text_version",
    ];

    /// <summary>flowable#2636, camunda#42818, camunda#44431: what runs in parallel is lost, doubled or stuck by a move.</summary>
    [Fact]
    public async Task A_running_countersign_keeps_its_asks_on_the_new_version_and_finishes_there()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        AddVersion2(WithLegalReview);
        var before = await Rows();
        await World.Act(meeting, new MoveToVersion(2));
        Assert.Equal(before, await Rows());
        Assert.Equal(2, (await World.Look(meeting)).Row.Version);
        Assert.Contains("迁移到新版流程：第 1 版改为第 2 版，在办环节不变", await Timeline(meeting));
        await World.Answer(meeting, World.Finance, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal("legalReview", await World.Where(meeting));
    }

    [Fact]
    public async Task A_case_that_nobody_moves_finishes_on_its_version_and_new_cases_start_on_the_newest()
    {
        var meeting = await World.Circulated();
        AddVersion2(WithLegalReview);
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
        Assert.Equal(2, (await World.Look(await World.Notified("第二次全体会议"))).Row.Version);
    }

    [Fact]
    public async Task What_was_due_before_the_move_fires_once_after_it()
    {
        var meeting = await World.Circulated();
        AddVersion2(WithLegalReview);
        await World.Act(meeting, new MoveToVersion(2));
        await World.Act(meeting, new MoveToVersion(1));
        Assert.Equal(3, await FiredFor(meeting, "2026-03-21 00:00"));
        Assert.Equal(0, await FiredFor(meeting, "2026-03-22 00:00"));
    }

    /// <summary>camunda#44431: where it cannot be moved it says at which step and why, and nothing has changed.</summary>
    [Fact]
    public async Task A_move_is_refused_with_the_waiting_step_that_has_no_counterpart()
    {
        var meeting = await World.Circulated();
        AddVersion2(d => Renamed(d, "countersigning", "countersigned"));
        await Refused("环节“纪要会签”新版中没有这个环节", meeting, new MoveToVersion(2));
    }

    [Fact]
    public async Task A_move_is_refused_where_the_step_asks_something_else()
    {
        var meeting = await World.Circulated();
        AddVersion2(d => WithRound(d, r => r with { Vocabulary = "confirmation" }));
        await Refused("“会签”，新版中是“会后确认”", meeting, new MoveToVersion(2));
    }

    [Fact]
    public async Task A_move_is_refused_where_silence_would_count_that_did_not_count_before()
    {
        var meeting = await World.Circulated();
        AddVersion2(d => WithRound(d, r => r with { Deemed = true }));
        await Refused("逾期视为无不同意见", meeting, new MoveToVersion(2));
    }

    [Fact]
    public async Task A_move_ends_no_round()
    {
        var meeting = await World.Circulated();
        AddVersion2(d => WithRound(d, r => r with { Policy = "any" }));
        await World.Answer(meeting, World.Education, Agree);
        await Refused("按新版的通过规则本轮已经通过", meeting, new MoveToVersion(2));
    }

    [Fact]
    public async Task A_move_that_would_lose_the_way_back_of_a_return_is_refused()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new ReturnTo("minutesDrafting", "修改时限"));
        AddVersion2(d => Renamed(d, "countersigning", "countersigned"));
        await Refused("退回之前所在的“纪要会签”在新版中没有", meeting, new MoveToVersion(2));
    }

    /// <summary>What the case has behind it stays in its history; nobody can be sent back to it.</summary>
    [Fact]
    public async Task A_version_without_an_earlier_step_carries_the_case_on_and_leads_not_back_to_it()
    {
        var meeting = await World.Circulated();
        AddVersion2(d => Renamed(d, "minutesDrafting", "drafting"));
        await World.Act(meeting, new MoveToVersion(2));
        await Refused("不能", meeting, new ReturnTo("minutesDrafting", "修改时限"));
        await Refused("不能撤回", meeting, new TakeBack("送早了"));
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task Only_the_office_moves_a_case_and_only_to_another_version_that_is_there()
    {
        var meeting = await World.Circulated();
        await Refused("已按第 1 版流程办理", meeting, new MoveToVersion(1));
        await Refused("没有第 2 版流程", meeting, new MoveToVersion(2));
        AddVersion2(WithLegalReview);
        await Refused("只有联席会议办公室", World.Liaison(World.Finance), meeting, new MoveToVersion(2));
    }

    [Fact]
    public async Task A_fault_leaves_the_case_on_its_version()
    {
        var meeting = await World.Circulated();
        AddVersion2(WithLegalReview);
        var before = await World.Dump();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            World.Act(meeting, new Breaking(new MoveToVersion(2)))
        );
        Assert.Equal(before, await World.Dump());
    }

    [Fact]
    public async Task Of_a_move_and_an_answer_at_once_both_are_done_one_after_the_other()
    {
        var meeting = await World.Circulated();
        AddVersion2(WithLegalReview);
        await Task.WhenAll(
            Task.Run(() => World.Act(meeting, new MoveToVersion(2))),
            Task.Run(() => World.Answer(meeting, World.Finance, Agree))
        );
        Assert.Equal(2, (await World.Look(meeting)).Row.Version);
        Assert.Equal(AskState.Answered, (await World.Ask(meeting, World.Finance)).State);
    }

    /// <summary>A program that lost the flow of a case goes on with one that it carries.</summary>
    [Fact]
    public async Task A_case_of_a_flow_that_is_gone_goes_on_with_another_from_where_it_waits()
    {
        var meeting = await World.Circulated();
        await World.Tamper(
            "update cases set flow = 'gone', flow_state = @state where id = @meeting",
            new { meeting, state = new byte[] { 1, 2, 3 } }
        );
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Finance, Agree);
        await Refused("没有编入流程引擎“gone”", meeting, new SwitchFlow("gone"));
        var before = await Rows();
        await World.Act(meeting, new SwitchFlow("embedded"));
        Assert.Equal(before, await Rows());
        Assert.Contains("更换流程引擎：“gone”改为“embedded”，在办环节不变", await Timeline(meeting));
        await World.Answer(meeting, World.Transport, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    private void AddVersion2(Func<Lifecycle, Lifecycle> change)
    {
        var newer = change(World.Steps.Lifecycles.Get("meeting", 1)) with { Version = 2 };
        DefinitionRules.Check(newer);
        World.Steps.Lifecycles.Add(newer);
    }

    private static Lifecycle WithLegalReview(Lifecycle d) =>
        d with
        {
            Nodes = new Dictionary<string, Node>(d.Nodes, StringComparer.Ordinal)
            {
                ["legalReview"] = new Node.Step("legalReview", "合法性审核", "Countersigning", ["done"], null),
            },
            Edges =
            [
                .. d.Edges.Select(e =>
                    e is { From: "countersigning", Port: "passed" } ? e with { To = "legalReview" } : e
                ),
                new Edge("legalReview", "done", "awaitingSignature"),
            ],
        };

    private static Lifecycle WithRound(Lifecycle d, Func<RoundInput, RoundInput> change) =>
        d with
        {
            Nodes = d.Nodes.ToDictionary(
                n => n.Key,
                n => n.Value is Node.Step { Id: "countersigning" } s ? s with { Ask = change(s.Ask!) } : n.Value,
                StringComparer.Ordinal
            ),
        };

    private static Lifecycle Renamed(Lifecycle d, string node, string name)
    {
        return d with
        {
            Nodes = d.Nodes.ToDictionary(n => New(n.Key), n => Step(n.Value), StringComparer.Ordinal),
            Edges = [.. d.Edges.Select(e => new Edge(New(e.From), e.Port, New(e.To)))],
        };

        string New(string id) => id == node ? name : id;

        Node Step(Node of) =>
            of is Node.Step step
                ? step with
                {
                    Id = New(step.Id),
                    Ask = step.Ask?.ReturnsTo is { } to ? step.Ask with { ReturnsTo = New(to) } : step.Ask,
                    MayReturnTo = [.. step.MayReturnTo.Select(New)],
                }
                : of;
    }

    /// <summary>What a move may not touch: every stay, ask, answer, date, timer and message.</summary>
    private async Task<string> Rows() =>
        string.Join('\n', (await World.Dump()).Split('\n').Where(l => Untouched.Contains(l.Split(':')[0])));
}
