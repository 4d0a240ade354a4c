using System.Text.Json.Nodes;
using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Definitions.Import;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class DefinitionOnSqlite : DefinitionTests<Sqlite>;

public sealed class DefinitionOnPostgres : DefinitionTests<Postgres>;

/// <summary>An office changes a lifecycle: a new version beside the others, for new cases only, in every process.</summary>
public abstract class DefinitionTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly EditLifecycle NoCountersign = Edit(new StepEdit("countersigning", false, null));

    [Fact]
    public async Task A_change_is_a_new_version_and_running_cases_stay_on_theirs()
    {
        var running = await World.Circulated();
        await World.Act(World.House, NoCountersign);
        Assert.Equal(1, (await World.Look(running)).Row.Version);
        Assert.NotNull((await World.Look(running)).OpenVisit("countersigning"));
        var fresh = await World.Notified("第二次全体会议");
        Assert.Equal(2, (await World.Look(fresh)).Row.Version);
        var row = (await World.Rows<DefinitionRow>("select * from definition")).Single();
        Assert.Equal(("meeting", 2, "孙经办", "从简"), (row.Id, row.Version, row.MadeBy, row.Note));
        Assert.Contains("修改“会议”流程，成为第 2 版：停用“纪要会签”", await Timeline(World.House));
    }

    [Fact]
    public async Task A_step_that_is_switched_off_is_passed_in_the_same_moment_and_nobody_is_asked()
    {
        await World.Act(World.House, NoCountersign);
        var meeting = await World.Circulated();
        var file = await World.Look(meeting);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
        var visit = Assert.Single(file.Visits, v => v.Node == "countersigning");
        Assert.Equal((true, "passed", visit.EnteredAt), (visit.Skipped, visit.Outcome, visit.LeftAt));
        Assert.DoesNotContain(file.Asks, a => a.Vocabulary == "countersign");
        Assert.All(file.Visits.Where(v => v.Node != "countersigning"), v => Assert.False(v.Skipped));
        Assert.Contains("纪要第 1 稿送出，进入“待签发”；“纪要会签”未启用，跳过", await Timeline(meeting));
    }

    [Fact]
    public async Task A_text_sent_back_by_the_signer_passes_the_step_again_and_is_signed()
    {
        await World.Act(World.House, NoCountersign);
        var meeting = await World.Circulated();
        var ask = (await World.Ask(meeting, World.Government, "signature")).Id;
        await World.Act(World.Convenor, meeting, new AnswerAsk(ask, new("sendBack", "第二条请写明时限")));
        Assert.Equal("minutesDrafting", await World.Where(meeting));
        await World.Act(meeting, new Circulate());
        await World.Sign(meeting);
        Assert.Equal("signed", await World.Where(meeting));
        Assert.Equal(2, (await World.Look(meeting)).Visits.Count(v => v.Skipped));
    }

    /// <summary>To the step that was passed nobody could come back: it would be left again at once.</summary>
    [Fact]
    public async Task A_move_across_a_step_that_is_switched_off_is_taken_back_to_where_it_was_made()
    {
        await World.Act(World.House, NoCountersign);
        var meeting = await World.Circulated();
        await World.Act(meeting, new TakeBack("附件未附"));
        Assert.Equal("minutesDrafting", await World.Where(meeting));
    }

    [Fact]
    public async Task The_inputs_of_a_round_count_for_new_cases()
    {
        var round = new RoundEdit("members", "minutesIssue", "ratio:2/3", Deemed: true);
        await World.Act(World.House, Edit(new StepEdit("countersigning", null, round)));
        var meeting = await World.Circulated();
        var file = await World.Look(meeting);
        var asks = file.Asks.Where(a => a.Vocabulary == "countersign").ToList();
        Assert.Equal(World.Members.Select(World.Unit).Order(), asks.Select(a => a.Unit).Order());
        Assert.Equal("ratio:2/3", file.Lifecycle.Step("countersigning").Ask!.Policy);
        foreach (var unit in World.Members.Skip(1))
            await World.Answer(meeting, unit, Agree);
        Assert.Equal("awaitingSignature", await World.Where(meeting));
    }

    [Fact]
    public async Task Units_are_asked_one_after_the_other_where_the_office_says_so()
    {
        var round = new RoundEdit("members", "minutesCountersign", "all", false, AskOrder.Sequential);
        await World.Act(World.House, Edit(new StepEdit("countersigning", null, round)));
        var meeting = await World.Circulated();
        var asks = (await World.Look(meeting)).Asks.Where(a => a.Vocabulary == "countersign").ToList();
        Assert.Single(asks, a => a.State == AskState.Open);
        Assert.All(asks.Skip(1), a => Assert.Equal(AskState.Waiting, a.State));
    }

    [Fact]
    public async Task Whoever_signs_in_person_is_not_chosen_and_not_some_of_them()
    {
        var signing = Lifecycles.Shipped().Newest("meeting").Step("awaitingSignature").Ask!;
        var choices = RoundChoices.For("meeting", signing);
        Assert.Equal(["convenor"], choices.Who);
        Assert.Equal(["all"], choices.Policies);
        await Refused(
            "只能从列表中选择",
            World.House,
            Edit(new StepEdit("awaitingSignature", null, new("members", null, "any", false)))
        );
    }

    [Fact]
    public async Task What_an_office_writes_is_read_again_and_can_be_changed_again()
    {
        await World.Act(World.House, NoCountersign);
        var on = NoCountersign with { BasedOn = 2, Steps = [new StepEdit("countersigning", true, null)], Note = null };
        await World.Act(World.House, on);
        var rows = await World.Rows<DefinitionRow>("select * from definition order by version");
        var (off, again) = (LifecycleReader.Read(rows[0].Json), LifecycleReader.Read(rows[1].Json));
        Assert.Equal((2, 3), (off.Version, again.Version));
        Assert.True(off.Step("countersigning").Off);
        Assert.Empty(Comparison.Of(Lifecycles.Shipped().Newest("meeting"), again));
        Assert.Contains("\"position\"", rows[1].Json);
    }

    /// <summary>Two processes share the database; one makes a version, the other comes upon its cases.</summary>
    [Fact]
    public async Task Another_process_reads_a_version_when_it_comes_upon_it()
    {
        var other = new Steps(
            World.Database,
            World.Clock,
            Lifecycles.Shipped(),
            Shipped.Registry(),
            new Flows(null),
            WorkingDayCalendar.Embedded
        );
        await other.Look(World.Clerk, World.Mechanism);
        await World.Act(World.House, NoCountersign);
        var meeting = await World.Held();
        Assert.Equal(2, (await other.Look(World.Clerk, meeting)).File.Lifecycle.Version);
        var second = Edit(new StepEdit("countersigning", true, null)) with { BasedOn = 2 };
        await other.Act(World.Clerk, World.House, second);
        Assert.Equal(3, (await World.Look(await World.Notified("第二次全体会议"))).Row.Version);
    }

    /// <summary>A program that ships a number which an office has used already.</summary>
    [Fact]
    public async Task A_shipped_version_never_takes_the_place_of_one_that_cases_run_on()
    {
        await World.Act(World.House, NoCountersign);
        var meeting = await World.Held();
        var lifecycles = Lifecycles.Shipped();
        lifecycles.Add(lifecycles.Newest("meeting") with { Version = 2 });
        await using var session = await World.Database.Read();
        var file = await CaseFile.Load(session, meeting, lifecycles, new DateOnly(2026, 3, 2));
        Assert.True(file.Lifecycle.Step("countersigning").Off);
    }

    [Fact]
    public async Task Of_two_clerks_who_change_the_same_version_one_is_told()
    {
        var outcomes = await Task.WhenAll(
            new[] { "members", "convenor" }
                .Select(who => Edit(new StepEdit("notified", null, new(who, "receipt", "veto", false))))
                .Select(edit => Task.Run(async () => await Record.ExceptionAsync(() => World.Act(World.House, edit))))
        );
        Assert.Single(outcomes, o => o is null);
        Assert.Contains("已有第 2 版", Assert.IsType<Refusal>(outcomes.Single(o => o is not null)).Why);
        Assert.Single(await World.Rows<int>("select version from definition"));
    }

    [Fact]
    public async Task A_change_that_is_none_or_not_allowed_is_refused_in_words()
    {
        var keep = new RoundEdit("members", "receipt", "all", false);
        await Refused("没有不同", World.House, Edit(new StepEdit("notified", null, keep)));
        await Refused("不是可选环节", World.House, Edit(new StepEdit("inSession", false, null)));
        await Refused("不发请办", World.House, Edit(new StepEdit("draft", null, keep)));
        await Refused("没有“ghost”环节", World.House, Edit(new StepEdit("ghost", false, null)));
        foreach (
            var wrong in new[]
            {
                keep with
                {
                    Who = "taskUnits",
                },
                keep with
                {
                    Who = "return members",
                },
                keep with
                {
                    Deadline = "task",
                },
                keep with
                {
                    Policy = "most",
                },
            }
        )
            await Refused("只能从列表中选择", World.House, Edit(new StepEdit("notified", null, wrong)));
        await Refused(
            "会议回执不能逾期视为",
            World.House,
            Edit(new StepEdit("notified", null, keep with { Deemed = true }))
        );
        await Refused("不是业务流程", World.House, new EditLifecycle("house", 1, [], null));
        await Refused("没有找到流程“loan”", World.House, new EditLifecycle("loan", 1, [], null));
        await Refused("只有联席会议办公室可以“修改流程”", World.Administrator, World.House, NoCountersign);
        await Refused(
            "只有联席会议办公室可以“导入流程”",
            World.Liaison(World.Finance),
            World.House,
            new ImportLifecycle("{}", null)
        );
    }

    [Fact]
    public async Task A_new_step_comes_with_an_imported_file_and_cases_pass_it()
    {
        await World.Act(World.House, new ImportLifecycle(WithReview(), "增加征求意见"));
        Assert.Contains(
            "导入“会议”流程，成为第 2 版：“征求意见”增加环节；“会议中”删去连线：closed → 纪要起草；"
                + "“会议中”增加连线：closed → 征求意见；“征求意见”增加连线：passed → 纪要起草",
            await Timeline(World.House)
        );
        var meeting = await World.Held();
        Assert.Equal("review", await World.Where(meeting));
        foreach (var unit in World.Members)
            await World.Answer(meeting, unit, new("attend"));
        Assert.Equal("minutesDrafting", await World.Where(meeting));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_refused_with_the_node_and_nothing_changes()
    {
        await Refused("不是有效的 JSON", World.House, new ImportLifecycle("{", null));
        var lost = WithReview().Replace("\"passed\"", "\"lost\"", StringComparison.Ordinal);
        await Refused("节点“", World.House, new ImportLifecycle(lost, null));
        var same = Lifecycles.Shipped().Newest("meeting").Source!;
        await Refused("没有不同", World.House, new ImportLifecycle(same, null));
    }

    private static EditLifecycle Edit(params StepEdit[] steps) => new("meeting", 1, steps, "从简");

    /// <summary>The shipped meeting with one more round between the session and the minutes.</summary>
    private static string WithReview()
    {
        var file = JsonNode.Parse(Lifecycles.Shipped().Newest("meeting").Source!)!;
        var activities = file["root"]!["activities"]!.AsArray();
        var review = activities.First(a => (string?)a!["id"] == "notified")!.DeepClone();
        review["id"] = "review";
        Set(review, "title", "征求意见");
        Set(review, "completes", "auto");
        review["outcomes"]!["expression"]!["value"] = new JsonArray("passed");
        activities.Add(review);
        var edges = file["root"]!["connections"]!.AsArray();
        var before = edges.First(e => (string?)e!["source"]!["activity"] == "inSession")!;
        var after = before.DeepClone();
        before["target"]!["activity"] = "review";
        after["source"]!["activity"] = "review";
        after["source"]!["port"] = "passed";
        edges.Add(after);
        return file.ToJsonString();
    }

    private static void Set(JsonNode activity, string input, string value) =>
        activity[input]!["expression"]!["value"] = value;
}
