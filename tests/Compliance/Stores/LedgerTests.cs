using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;
using JointMeeting.Workflows.Notices.SetAside;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Supervision.Judge;

namespace JointMeeting.Compliance.Stores;

public sealed class LedgerOnSqlite : LedgerTests<Sqlite>;

public sealed class LedgerOnPostgres : LedgerTests<Postgres>;

/// <summary>Takeover of a running ledger on Monday 2026-03-02, as of the end of February.</summary>
public abstract class LedgerTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly DateOnly AsOf = new(2026, 2, 28);
    private static readonly StatedDeadline June = new("2026年6月底前", DeadlineKind.By, new(2026, 6, 30), null);
    private static readonly StatedDeadline January = new("2026年1月底前", DeadlineKind.By, new(2026, 1, 31), null);
    private static readonly StatedDeadline Yesterday = new("2026年3月1日前", DeadlineKind.By, new(2026, 3, 1), null);

    [Theory]
    [InlineData("进行中", "June", "assigned")]
    [InlineData("进行中", "January", "historical")]
    [InlineData("进行中", "Yesterday", "historical")]
    [InlineData("进行中", "", "assigned")]
    [InlineData("已完成", "June", "historical")]
    [InlineData("已完成", "", "historical")]
    [InlineData("逾期", "June", "historical")]
    [InlineData("暂缓", "", "historical")]
    [InlineData("长期坚持", "", "assigned")]
    [InlineData("未启动", "June", "assigned")]
    [InlineData(null, "June", "assigned")]
    [InlineData(null, "January", "historical")]
    public async Task A_row_runs_on_or_waits_for_a_judgement(string? word, string deadline, string node)
    {
        var stated = deadline switch
        {
            "June" => June,
            "January" => January,
            "Yesterday" => Yesterday,
            _ => null,
        };
        var task = Assert.Single(await TakenOver(Row("1", "扩建停车场", word, stated)));
        Assert.Equal(node, await World.Where(task));
        if (node == "historical")
            Assert.Empty((await World.Look(task)).Asks);
        else
            Assert.Equal([World.Transport, World.Finance], await World.Asked(task, "assigned", AskState.Open));
    }

    [Fact]
    public async Task What_the_ledger_says_is_kept_as_its_word_with_its_day_and_is_nobodys_answer()
    {
        var task = Assert.Single(await TakenOver(Row("7", "扩建停车场", "已完成", January)));
        var word = Assert.Single(await World.Rows<Workflows.Supervision.TakenOverRow>("select * from taken_over"));
        Assert.Equal(
            (task, AsOf, "7", LedgerStatus.Done, "已完成", "扩建停车场的进展", "备注:甲"),
            (word.Task, word.AsOf, word.Number, word.Status, word.StatusRaw, word.Progress, word.More)
        );
        Assert.Empty((await World.Look(task)).Answers);
        Assert.Contains("台账转入任务 7（截至2026年2月28日，台账载明“已完成”），列为历史待核", await Timeline(task));
        await World.Act(task, new JudgeHistorical(true, "验收单"));
        Assert.Equal("doneBefore", await World.Where(task));
    }

    [Fact]
    public async Task A_task_without_end_gets_no_clock_from_its_status()
    {
        var task = Assert.Single(await TakenOver(Row("1", "错时共享", "长期坚持", null)));
        await World.Answer(task, World.Transport, new("signed"));
        await World.Answer(task, World.Finance, new("signed"));
        Assert.Null((await World.Ask(task, World.Transport, "report")).Due);
    }

    [Fact]
    public async Task The_same_ledger_again_makes_nothing_twice()
    {
        Proposed[] rows = [Row("1", "扩建停车场", "进行中", June), Row("2", "整治占道", "进行中", June)];
        Assert.Equal(2, (await TakenOver(rows)).Count);
        var again = await Imported(rows);
        await Refused("此前都已转入", again, new TakeOverLedger(World.Mechanism, AsOf));

        // A later edition: other numbers and progress, one row more.
        var later = await Imported(
            Row("1", "新增充电桩", "未启动", June),
            Row("2", "扩建 停车场", "已完成", June),
            Row("3", "整治占道", "进行中", June)
        );
        var done = await World.Act(later, new TakeOverLedger(World.Mechanism, AsOf));
        Assert.Single(done.Opened);
        Assert.Contains("2 项此前已转入，没有重复建立", (await Timeline(later))[^1]);
    }

    /// <summary>A corrected wording is another text than the ledger's: it is known by what the ledger wrote.</summary>
    [Fact]
    public async Task A_row_that_was_corrected_is_known_again_by_what_the_ledger_wrote()
    {
        var ledger = await Imported(Row("1", "扩建停车厂", "进行中", June));
        var row = await Proposal(ledger, ProposalKind.Task);
        var value = ProposalValues.Read<ProposedTask>(row.Value) with { Text = "扩建停车场" };
        await World.Act(ledger, new Decide(row.Id, ProposalState.Corrected, ProposalValues.Write(value)));
        await World.Act(ledger, new TakeOverLedger(World.Mechanism, AsOf));
        foreach (var text in new[] { "扩建停车厂", "扩建停车场" })
            await Refused(
                "此前都已转入",
                await Imported(Row("1", text, "进行中", June)),
                new TakeOverLedger(World.Mechanism, AsOf)
            );
    }

    /// <summary>The founding notice of the mechanism has the task 建成公共停车场 5 处 of the same lead.</summary>
    [Fact]
    public async Task A_row_that_the_founding_notice_made_a_task_is_not_made_another_and_its_progress_is_added()
    {
        Assert.Empty(await TakenOver(Row("1", "建成公共停车场5处", "进行中", June)));
        Assert.Equal(
            [World.NoticeTasks[0]],
            await World.Rows<string>("select task from ledger_progress where status = 'InProgress'")
        );
    }

    [Fact]
    public async Task Two_equal_rows_of_one_ledger_are_two_tasks_and_stay_two()
    {
        Proposed[] rows = [Row("1", "完成年度任务", "进行中", June), Row("2", "完成年度任务", "进行中", June)];
        Assert.Equal(2, (await TakenOver(rows)).Count);
        await Refused("此前都已转入", await Imported(rows), new TakeOverLedger(World.Mechanism, AsOf));
    }

    [Fact]
    public async Task Names_and_words_are_read_as_people_confirmed_them()
    {
        var ledger = await Imported(
            Row("1", "扩建停车场", "已兑付", June, lead: "市交通局"),
            Reading(ProposalKind.Unit, "市交通局", World.Transport),
            Reading(ProposalKind.Status, "已兑付", "")
        );
        var word = await Proposal(ledger, ProposalKind.Status);
        await Refused("没有建议的读法", ledger, new Decide(word.Id, ProposalState.Accepted));
        await Refused("没有建议的读法", ledger, new AcceptAll(ProposalKind.Status));
        var done = ProposalValues.Write(new ProposedReading("已兑付", "Done", 1));
        await World.Act(ledger, new Decide(word.Id, ProposalState.Corrected, done));
        await Refused("单位名称 1 项", ledger, new TakeOverLedger(World.Mechanism, AsOf));
        await World.Act(ledger, new AcceptAll(ProposalKind.Unit));
        var task = Assert.Single((await World.Act(ledger, new TakeOverLedger(World.Mechanism, AsOf))).Opened);
        Assert.Equal("historical", await World.Where(task));
        Assert.Equal(
            World.Unit(World.Transport),
            (await World.Rows<string>("select lead_units from task where case_id = @task", new { task })).Single()
        );
    }

    [Fact]
    public async Task What_a_person_confirmed_is_known_with_who_and_when_and_can_be_forgotten()
    {
        for (var times = 1; times <= 2; times++)
        {
            var ledger = await Imported(
                Row("1", "扩建停车场", null, June),
                Reading(ProposalKind.Unit, "市交通局", World.Transport)
            );
            await World.Act(ledger, new AcceptAll(ProposalKind.Unit));
            var learned = (await Known()).Of(LearnedKind.Unit, "市交通局")!;
            Assert.Equal(
                (World.Transport, "孙经办", times, World.Clock.Now),
                (learned.Reading, learned.ConfirmedBy, learned.Times, learned.ConfirmedAt)
            );
        }
        await Refused("没有找到", World.House, new ForgetLearned(LearnedKind.Status, "市交通局"));
        await Refused(
            "只有联席会议办公室",
            World.Administrator,
            World.House,
            new ForgetLearned(LearnedKind.Unit, "市交通局")
        );
        await World.Act(World.House, new ForgetLearned(LearnedKind.Unit, "市交通局"));
        Assert.Empty((await Known()).Learned);
    }

    [Fact]
    public async Task Another_reading_takes_the_place_of_the_old_one_and_a_rejected_one_teaches_nothing()
    {
        foreach (
            var (reading, state) in new[]
            {
                (World.Transport, ProposalState.Accepted),
                (World.Finance, ProposalState.Corrected),
                (World.Education, ProposalState.Rejected),
            }
        )
        {
            var ledger = await Imported(Reading(ProposalKind.Unit, "市交通局", World.Transport));
            var value = ProposalValues.Write(new ProposedReading("市交通局", reading, 1));
            await World.Act(ledger, new Decide((await Proposal(ledger, ProposalKind.Unit)).Id, state, value));
        }
        var learned = Assert.Single((await Known()).Learned);
        Assert.Equal((World.Finance, 1), (learned.Reading, learned.Times));
    }

    /// <summary>A known unit replaced by another is a change of the assignment, not of a name.</summary>
    [Theory]
    [InlineData("市交通局", true)]
    [InlineData(World.Education, false)]
    public async Task A_corrected_row_teaches_what_an_unknown_name_stands_for(string written, bool learns)
    {
        var ledger = await Imported(Row("1", "扩建停车场", null, June, lead: written));
        var row = await Proposal(ledger, ProposalKind.Task);
        var value = ProposalValues.Read<ProposedTask>(row.Value) with
        {
            Lead = [World.Transport],
            Units = [World.Transport, World.Finance],
        };
        await World.Act(ledger, new Decide(row.Id, ProposalState.Corrected, ProposalValues.Write(value)));
        Assert.Equal(learns ? World.Transport : null, (await Known()).Of(LearnedKind.Unit, written)?.Reading);
    }

    [Fact]
    public async Task A_heading_that_was_corrected_asks_for_another_import()
    {
        var ledger = await Imported(
            Row("1", "扩建停车场", null, June),
            Reading(ProposalKind.Column, "最新动态", "Other")
        );
        var column = await Proposal(ledger, ProposalKind.Column);
        var progress = ProposalValues.Write(new ProposedReading("最新动态", "Progress", 1));
        await World.Act(ledger, new Decide(column.Id, ProposalState.Corrected, progress));
        Assert.Equal("Progress", (await Known()).Of(LearnedKind.Column, "最新动态")!.Reading);
        await Refused("请重新导入", ledger, new TakeOverLedger(World.Mechanism, AsOf));
        await World.Act(ledger, new SetAsideNotice());
        await Refused("已办结", ledger, new TakeOverLedger(World.Mechanism, AsOf));
    }

    [Fact]
    public async Task A_takeover_that_cannot_be_is_refused_and_changes_nothing()
    {
        var ledger = await Imported(
            Row("1", "扩建停车场", "进行中", June),
            Row("2", "整治占道", "进行中", June, lead: "")
        );
        await Refused("晚于今天", ledger, new TakeOverLedger(World.Mechanism, new(2026, 3, 3)));
        await Refused("请选择转入哪个联席会议", ledger, new TakeOverLedger("none", AsOf));
        await Refused("第 2 项", ledger, new TakeOverLedger(World.Mechanism, AsOf));
        await Refused(
            "只有联席会议办公室",
            World.Liaison(World.Transport),
            ledger,
            new TakeOverLedger(World.Mechanism, AsOf)
        );
        await Refused("没有已采纳的任务", await Imported(), new TakeOverLedger(World.Mechanism, AsOf));
    }

    [Fact]
    public async Task Two_thousand_rows_are_taken_over_in_one_step()
    {
        var rows = Enumerable
            .Range(1, 2000)
            .Select(n => Row($"{n}", $"第 {n} 号工程", n % 3 == 0 ? "已完成" : "进行中", June));
        var ledger = await Imported([.. rows]);
        var before = Environment.CpuUsage.TotalTime;
        var done = await World.Act(ledger, new TakeOverLedger(World.Mechanism, AsOf));
        var took = Environment.CpuUsage.TotalTime - before;
        TestContext.Current.SendDiagnosticMessage(
            $"2,000 rows on {World.Kind}: {took.TotalSeconds:0.0} s of processor time"
        );
        Assert.Equal(2000, done.Opened.Count);
        Assert.InRange(took.TotalSeconds, 0, 60);
    }

    private async Task<IReadOnlyList<string>> TakenOver(params Proposed[] rows) =>
        (await World.Act(await Imported(rows), new TakeOverLedger(World.Mechanism, AsOf))).Opened;

    private async Task<string> Imported(params Proposed[] proposals)
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "台账.xlsx",
            Source = "台账",
            Json = "{}",
        };
        Proposed[] statuses =
        [
            .. new (string Word, string Status)[]
            {
                ("进行中", "InProgress"),
                ("已完成", "Done"),
                ("逾期", "Overdue"),
                ("暂缓", "Suspended"),
                ("长期坚持", "Ongoing"),
                ("未启动", "NotStarted"),
            }.Select(known => Reading(ProposalKind.Status, known.Word, known.Status, doubt: null)),
        ];
        var import = new ImportNotice(notice, [.. proposals, .. statuses], TakeUndoubted: true);
        return (await World.Steps.Act(World.Clerk, new Target.New(CaseKind.Notice, "台账"), import)).CaseId;
    }

    private static Proposed Row(
        string number,
        string text,
        string? status,
        StatedDeadline? deadline,
        string lead = World.Transport
    )
    {
        var task = new ProposedTask(
            number,
            null,
            text,
            lead.Length == 0 ? [] : [lead],
            "stated",
            lead.Length == 0 ? [] : [lead, World.Finance],
            deadline
        )
        {
            Ledger = new(null, status, $"{text}的进展", "备注:甲"),
        };
        return new(ProposalKind.Task, $"第 {number} 项", 1, null, ProposalValues.Write(task), Doubt: null);
    }

    private static Proposed Reading(ProposalKind kind, string from, string to, string? doubt = "请确认") =>
        new(kind, from, 1, null, ProposalValues.Write(new ProposedReading(from, to, 1)), doubt);

    private async Task<ProposalRow> Proposal(string ledger, ProposalKind kind) =>
        (
            await World.Rows<ProposalRow>(
                "select * from proposal where case_id = @ledger and kind = @kind order by position",
                new { ledger, kind = kind.ToString() }
            )
        )[0];

    private async Task<Known> Known()
    {
        await using var session = await World.Database.Read();
        return await Workflows.Notices.Learn.Known.Read(session, World.Unit(World.Office), new(2026, 3, 2));
    }
}
