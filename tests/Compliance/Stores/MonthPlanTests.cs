using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Compliance.Stores;

public sealed class MonthPlanOnSqlite : MonthPlanTests<Sqlite>;

public sealed class MonthPlanOnPostgres : MonthPlanTests<Postgres>;

/// <summary>What becomes of a month plan (月度安排), on Monday 2026-03-02.</summary>
public abstract class MonthPlanTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly FoundMechanism Found = new("防汛联席会议", World.Office, SubstitutionMode.Automatic, []);

    private static readonly ProposedMonthEntry April = new(
        "4月-1",
        "4月",
        new(2026, 4, 1),
        new(2026, 4, 30),
        ["召开一季度形势分析会", "开展防汛演练"],
        [World.Transport],
        "convention",
        [World.Transport, World.Finance]
    );

    private static readonly ProposedMonthEntry Leaderless = April with
    {
        Number = "4月-2",
        Matters = ["检查景区安全"],
        Lead = [],
        LeadBasis = "",
        Units = [],
    };

    private TakeOverLedger TakeOver => new(World.Mechanism, Today);

    [Fact]
    public async Task Each_matter_becomes_a_task_within_its_month_and_not_by_its_end()
    {
        var notice = await Imported(April);
        var opened = (await World.Act(notice, TakeOver)).Opened;
        var tasks = await Tasks("4月%");
        Assert.Equal(opened, tasks.Select(task => task.CaseId));
        Assert.Equal(
            [("4月-1.1", "召开一季度形势分析会"), ("4月-1.2", "开展防汛演练")],
            tasks.Select(task => (task.Number, task.Text))
        );
        Assert.All(
            tasks,
            task =>
                Assert.Equal(
                    ("4月", DeadlineKind.During, new DateOnly(2026, 4, 30)),
                    (task.DeadlineRaw, task.DeadlineKind, task.DeadlineDate)
                )
        );
        Assert.All(tasks, task => Assert.Equal("convention", task.LeadBasis));
        Assert.Equal(
            [World.Transport, World.Finance],
            await World.Asked(opened[0], "assigned", Domain.Asks.AskState.Open)
        );
    }

    [Fact]
    public async Task A_plan_without_a_task_table_founds_a_mechanism_with_its_tasks()
    {
        var notice = await Imported(
            April,
            April with
            {
                Number = "1月-1",
                Month = "1月",
                From = new(2026, 1, 1),
                To = new(2026, 1, 31),
            }
        );
        var opened = (await World.Act(notice, Found)).Opened;
        Assert.Equal(5, opened.Count);
        Assert.Equal("assigned", await World.Where(opened[1]));
        // January is over: nobody is asked before a person has judged it.
        Assert.Equal("historical", await World.Where(opened[3]));
        Assert.Contains("1 人，任务 4 项", (await Timeline(notice))[^1]);
    }

    [Fact]
    public async Task An_entry_that_names_nobody_is_not_accepted_before_a_person_names_one()
    {
        var notice = await Imported(Leaderless);
        var row = (await Entries(notice))[0];
        await Refused("没有写明由谁办理，请更正补上", notice, new Decide(row.Id, ProposalState.Accepted));
        await Refused("请逐项更正补上，或不采纳", notice, new AcceptAll(ProposalKind.MonthEntry));
        await Correct(
            row,
            Leaderless with
            {
                Lead = [World.Finance],
                LeadBasis = "corrected",
                Units = [World.Finance],
            }
        );
        Assert.Single((await World.Act(notice, TakeOver)).Opened);
        Assert.Equal(World.Unit(World.Finance), Assert.Single(await Tasks("4月%")).LeadUnits);
    }

    [Fact]
    public async Task A_month_of_no_year_is_corrected_first()
    {
        var notice = await Imported(April with { From = null, To = null });
        var row = (await Entries(notice))[0];
        await Refused("没有写明是哪一年", notice, new Decide(row.Id, ProposalState.Accepted));
        await Correct(row, April);
        Assert.Equal(2, (await World.Act(notice, TakeOver)).Opened.Count);
    }

    [Fact]
    public async Task What_can_be_accepted_is_decided_first_and_what_names_nobody_may_wait()
    {
        var notice = await Imported([Entry(April) with { Doubt = "只写责任单位" }, Entry(Leaderless)]);
        await Refused("待确认的识别结果：月度安排 1 项", notice, TakeOver);
        await World.Act(notice, new AcceptAll(ProposalKind.MonthEntry));
        Assert.Equal([ProposalState.Accepted, ProposalState.Pending], (await Entries(notice)).Select(row => row.State));
        Assert.Equal(2, (await World.Act(notice, TakeOver)).Opened.Count);
    }

    [Fact]
    public async Task Matters_are_joined_and_taken_apart_by_a_person()
    {
        var notice = await Imported(April, April with { Number = "5月-1", Matters = ["检查景区，组织演练"] });
        var rows = await Entries(notice);
        await Correct(rows[0], April with { Matters = ["召开形势分析会，开展防汛演练"] });
        await Correct(rows[1], April with { Number = "5月-1", Matters = ["检查景区", "组织演练"] });
        await World.Act(notice, TakeOver);
        Assert.Equal(["4月-1"], (await Tasks("4月%")).Select(task => task.Number));
        Assert.Equal(["检查景区", "组织演练"], (await Tasks("5月%")).Select(task => task.Text));
    }

    [Fact]
    public async Task The_same_plan_again_makes_nothing_twice_however_its_matters_were_joined()
    {
        var notice = await Imported(April);
        await Correct(
            (await Entries(notice))[0],
            April with
            {
                Matters = ["召开形势分析会，开展防汛演练"],
                Lead = [World.Finance],
            }
        );
        await World.Act(notice, TakeOver);
        await Refused("此前都已转入", await Imported(April), TakeOver);
    }

    [Fact]
    public async Task A_plan_that_founded_a_mechanism_is_known_when_it_comes_again()
    {
        var mechanism = (await World.Act(await Imported(April), Found)).Opened[0];
        await Refused("此前都已转入", await Imported(April), new TakeOverLedger(mechanism, Today));
    }

    /// <summary>开展安全生产月活动 stands in every year's plan.</summary>
    [Fact]
    public async Task The_same_matter_in_the_next_years_plan_is_another_task()
    {
        await World.Act(await Imported(April), TakeOver);
        var next = April with { From = new(2027, 4, 1), To = new(2027, 4, 30) };
        Assert.Equal(2, (await World.Act(await Imported(next), TakeOver)).Opened.Count);
        Assert.Equal(4, (await Tasks("4月%")).Count);
    }

    /// <summary>Plans say 4月 and no year; the year is what a person confirmed.</summary>
    [Fact]
    public async Task The_next_years_plan_that_states_no_year_is_other_work_once_its_year_is_confirmed()
    {
        var undated = April with { From = null, To = null };
        foreach (var year in new[] { 2026, 2027 })
        {
            var notice = await Imported(undated);
            var confirmed = April with { From = new(year, 4, 1), To = new(year, 4, 30) };
            await Correct((await Entries(notice))[0], confirmed);
            Assert.Equal(2, (await World.Act(notice, TakeOver)).Opened.Count);
        }
        var again = await Imported(undated);
        await Correct((await Entries(again))[0], April);
        await Refused("此前都已转入", again, TakeOver);
    }

    [Fact]
    public async Task A_matter_that_was_left_out_once_can_be_taken_later()
    {
        var notice = await Imported(April);
        await Correct((await Entries(notice))[0], April with { Matters = ["开展防汛演练"] });
        Assert.Single((await World.Act(notice, TakeOver)).Opened);
        var opened = (await World.Act(await Imported(April), TakeOver)).Opened;
        Assert.Single(opened);
        Assert.Equal(
            ["召开一季度形势分析会", "开展防汛演练"],
            (await Tasks("4月%")).Select(task => task.Text).Order(StringComparer.Ordinal)
        );
        await Refused("此前都已转入", await Imported(April), TakeOver);
    }

    [Fact]
    public async Task A_matter_that_was_taken_apart_is_known_when_it_comes_as_it_was_written()
    {
        var joined = April with { Matters = ["检查景区，组织演练", "召开一季度形势分析会"] };
        var notice = await Imported(joined);
        await Correct(
            (await Entries(notice))[0],
            joined with
            {
                Matters = ["检查景区", "组织演练", "召开一季度形势分析会"],
                Lead = [World.Finance],
                To = new(2026, 4, 20),
            }
        );
        Assert.Equal(3, (await World.Act(notice, TakeOver)).Opened.Count);
        await Refused("此前都已转入", await Imported(joined), TakeOver);
    }

    [Theory]
    [InlineData("2025-02-20", ProposalState.Pending)]
    [InlineData("2026-02-16", ProposalState.Accepted)]
    public async Task Months_are_asked_about_again_when_the_document_is_of_another_year(
        string issued,
        ProposalState state
    )
    {
        var notice = await Imported(April);
        var date = (await Rows(notice, ProposalKind.Heading))[0];
        await Correct(date, new ProposedHeading(HeadingField.IssueDate, issued));
        Assert.Equal(state, (await Entries(notice))[0].State);
    }

    [Fact]
    public async Task A_name_that_was_not_accepted_as_a_unit_holds_an_entry_back()
    {
        var names = Fact(ProposalKind.Unit, "综合科", new ProposedReading("综合科", "综合科", 1));
        var notice = await Imported([names, Entry(April with { Lead = ["综合科"], Units = ["综合科"] })]);
        var name = (await Rows(notice, ProposalKind.Unit))[0];
        await World.Act(notice, new Decide(name.Id, ProposalState.Rejected));
        await Refused("没有采纳为单位的名称还在使用：“综合科”（4月-1）", notice, TakeOver);
        await Correct(name, new ProposedReading("综合科", World.Transport, 1));
        await World.Act(notice, TakeOver);
        Assert.All(await Tasks("4月%"), task => Assert.Equal(World.Unit(World.Transport), task.LeadUnits));
    }

    private static Proposed Entry(ProposedMonthEntry entry) => Fact(ProposalKind.MonthEntry, entry.Number, entry);

    private static Proposed Fact<T>(ProposalKind kind, string label, T value) =>
        new(kind, label, 1, null, ProposalValues.Write(value), Doubt: null);

    private Task<string> Imported(params ProposedMonthEntry[] entries) =>
        Imported([
            Fact(ProposalKind.Person, "召集人", new ProposedPerson("周市长", World.Government, "副市长", "召集人")),
            Fact(ProposalKind.Heading, "成文日期", new ProposedHeading(HeadingField.IssueDate, "2026-02-20")),
            .. entries.Select(Entry),
        ]);

    /// <summary>What is missing has its doubt, so that it waits for a person.</summary>
    private async Task<string> Imported(IEnumerable<Proposed> proposals)
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "工作要点.txt",
            Source = "工作要点",
            IssueDate = new(2026, 2, 20),
            Json = "{}",
        };
        var doubted = proposals.Select(p =>
            ProposalValues.IsUnread(p.Kind, p.Value) ? p with { Doubt = "没有写明" } : p
        );
        var import = new ImportNotice(notice, [.. doubted], TakeUndoubted: true);
        return (await World.Act(World.Clerk, new Target.New(CaseKind.Notice, "工作要点"), import)).CaseId;
    }

    private async Task Correct<T>(ProposalRow row, T value) =>
        await World.Act(row.CaseId, new Decide(row.Id, ProposalState.Corrected, ProposalValues.Write(value)));

    private Task<IReadOnlyList<ProposalRow>> Entries(string notice) => Rows(notice, ProposalKind.MonthEntry);

    private Task<IReadOnlyList<ProposalRow>> Rows(string notice, ProposalKind kind) =>
        World.Rows<ProposalRow>(
            "select * from proposal where case_id = @notice and kind = @kind order by position",
            new { notice, kind = kind.ToString() }
        );

    private Task<IReadOnlyList<TaskRow>> Tasks(string number) =>
        World.Rows<TaskRow>("select * from task where number like @number order by case_id", new { number });
}
