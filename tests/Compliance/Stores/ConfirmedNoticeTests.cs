using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Supervision;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Compliance.Stores;

public sealed class ConfirmedNoticeOnSqlite : ConfirmedNoticeTests<Sqlite>;

public sealed class ConfirmedNoticeOnPostgres : ConfirmedNoticeTests<Postgres>;

/// <summary>What people decided on an imported notice is what becomes of it, on Monday 2026-03-02.</summary>
public abstract class ConfirmedNoticeTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly StatedDeadline June = new("2026年6月底前", DeadlineKind.By, new(2026, 6, 30), null);
    private static readonly FoundMechanism Found = new(
        "充电设施联席会议",
        World.Office,
        SubstitutionMode.Automatic,
        []
    );

    [Fact]
    public async Task A_name_that_was_not_accepted_as_a_unit_becomes_none()
    {
        var notice = await Imported(
            Member,
            Row("1", "市有关部门"),
            Fact(
                ProposalKind.Unit,
                "市有关部门",
                new ProposedReading("市有关部门", "市有关部门", 1),
                "不是一个具体单位"
            )
        );
        await Decide(notice, ProposalKind.Unit, ProposalState.Rejected);
        await Refused("没有采纳为单位的名称还在使用：“市有关部门”（第 1 项）", notice, Found);
        await Refused("没有采纳为单位的名称还在使用", notice, new TakeOverLedger(World.Mechanism, Today));
        await Correct(notice, ProposalKind.Task, Task("1", World.Transport));
        Assert.Single((await World.Act(notice, new TakeOverLedger(World.Mechanism, Today))).Opened);
        Assert.Empty(await World.Rows<string>("select id from unit where name = '市有关部门'"));
    }

    [Fact]
    public async Task A_form_that_shows_what_another_has_decided_since_is_refused()
    {
        var notice = await Imported(Row("1", World.Transport));
        var seen = (await Proposal(notice, ProposalKind.Task)).Version;
        await Correct(notice, ProposalKind.Task, Task("1", World.Finance));
        var row = await Proposal(notice, ProposalKind.Task);
        await Refused("已由孙经办改为“更正”", notice, new Decide(row.Id, ProposalState.Accepted) { Seen = seen });
        await World.Act(notice, new Decide(row.Id, ProposalState.Accepted) { Seen = row.Version });
        row = await Proposal(notice, ProposalKind.Task);
        Assert.Equal((ProposalState.Accepted, row.Original), (row.State, row.Value));
    }

    [Fact]
    public async Task A_word_that_is_no_status_is_not_kept()
    {
        var notice = await Imported(
            Fact(ProposalKind.Status, "已兑付", new ProposedReading("已兑付", "", 1), "没有认出")
        );
        foreach (var word in new[] { "foo", "7" })
            await Refused(
                $"“{word}”不是台账状态",
                notice,
                new Decide(
                    (await Proposal(notice, ProposalKind.Status)).Id,
                    ProposalState.Corrected,
                    ProposalValues.Write(new ProposedReading("已兑付", word, 1))
                )
            );
    }

    [Fact]
    public async Task Milestones_of_a_row_are_opened_with_its_task_and_nobody_is_chased_for_a_past_one()
    {
        var row = Task("1", World.Transport) with
        {
            Milestones = [new("完成选址", "1月底前", new(2026, 1, 31)), new("完成申报", "4月底前", new(2026, 4, 30))],
        };
        var notice = await Imported(Fact(ProposalKind.Task, "第 1 项", row));
        var task = Assert.Single((await World.Act(notice, new TakeOverLedger(World.Mechanism, Today))).Opened);
        var kept = await World.Rows<MilestoneRow>(
            "select * from milestone where task = @task order by position",
            new { task }
        );
        Assert.Equal(
            [("完成选址", "1月底前", new DateOnly(2026, 1, 31)), ("完成申报", "4月底前", new DateOnly(2026, 4, 30))],
            kept.Select(one => (one.Text, one.DeadlineRaw!, one.DeadlineDate!.Value))
        );
        Assert.Equal(
            [kept[1].Id],
            await World.Rows<string>(
                "select distinct ask_id from timer where ask_id in @ids",
                new { ids = kept.Select(one => one.Id).ToList() }
            )
        );
    }

    [Fact]
    public async Task Rows_that_say_how_far_they_came_keep_their_word_when_a_mechanism_is_founded_with_them()
    {
        var done = Task("1", World.Transport) with { Ledger = new(LedgerStatus.Done, "已完成", "已建成5处", null) };
        var runs = Task("2", World.Transport) with { Ledger = new(LedgerStatus.InProgress, "进行中", "已选址", null) };
        var notice = await Imported(
            Member,
            Fact(ProposalKind.Task, "第 1 项", done),
            Fact(ProposalKind.Task, "第 2 项", runs)
        );
        await Refused("请填写它的截至日期", notice, Found);
        await Refused("晚于今天", notice, Found with { AsOf = new(2026, 3, 3) });
        var opened = (await World.Act(notice, Found with { AsOf = new(2026, 2, 28) })).Opened;
        Assert.Equal("historical", await World.Where(opened[1]));
        Assert.Equal("assigned", await World.Where(opened[2]));
        var words = await World.Rows<TakenOverRow>(
            "select * from taken_over where ledger = @notice order by number",
            new { notice }
        );
        Assert.Equal(["已建成5处", "已选址"], words.Select(word => word.Progress));
        Assert.Equal(new DateOnly(2026, 2, 28), words[0].AsOf);
    }

    [Fact]
    public async Task A_document_founds_one_mechanism()
    {
        var first = await Imported(Member);
        await World.Act(first, Found with { DocumentNumber = "云政办〔2026〕9号" });
        var second = await Imported(Member);
        await Refused("本单位办公室已有“充电设施联席会议”", second, Found);
        await Refused(
            "“充电设施联席会议”已依据云政办〔2026〕9号建立",
            second,
            Found with
            {
                MechanismName = "另一联席会议",
                DocumentNumber = "云政办〔2026〕9号",
            }
        );
        await World.Act(second, Found with { MechanismName = "另一联席会议", DocumentNumber = "云政办〔2026〕10号" });
    }

    [Theory]
    [InlineData(HeadingField.IssueDate, "成文日期")]
    [InlineData(HeadingField.Title, "标题")]
    public async Task A_date_or_title_that_nobody_confirmed_founds_nothing_until_it_is_filled_in(
        HeadingField field,
        string name
    )
    {
        var text = field is HeadingField.IssueDate ? "2026-02-20" : "某页";
        var notice = await Imported(
            Member,
            Fact(ProposalKind.Heading, name, new ProposedHeading(field, text), "由网页推定")
        );
        await Refused($"建立文件的{name}还没有确认", notice, Found);
        await Decide(notice, ProposalKind.Heading, ProposalState.Rejected);
        await Refused($"建立文件的{name}还没有确认", notice, Found);
        var filled = Found with { IssuedOn = new(2026, 2, 16), DocumentTitle = "关于建立充电设施联席会议的通知" };
        var mechanism = (await World.Act(notice, filled)).Opened[0];
        var kept = (
            await World.Rows<MechanismRow>("select * from mechanism where case_id = @mechanism", new { mechanism })
        ).Single();
        Assert.Equal("关于建立充电设施联席会议的通知", kept.FoundedBy);
        Assert.Equal(
            ["2026-02-16"],
            await World.Rows<string>(
                "select t.from_day from tenure t join seat s on s.id = t.seat where s.mechanism = @mechanism",
                new { mechanism }
            )
        );
    }

    [Fact]
    public async Task Deadlines_without_a_year_are_asked_about_again_when_the_date_of_the_document_is_corrected()
    {
        var inferred = Task("1", World.Transport) with
        {
            Deadline = new("9月底前", DeadlineKind.By, new(2026, 9, 30), null),
        };
        var chosen = Task("2", World.Transport) with
        {
            Deadline = new("5月底前", DeadlineKind.By, new(2026, 5, 31), null),
        };
        var notice = await Imported(
            Fact(ProposalKind.Heading, "成文日期", new ProposedHeading(HeadingField.IssueDate, "2026-02-20")),
            Fact(ProposalKind.Task, "第 1 项", inferred),
            Fact(ProposalKind.Task, "第 2 项", chosen),
            Fact(ProposalKind.Task, "第 3 项", Task("3", World.Transport))
        );
        var rows = await Rows(notice, ProposalKind.Task);
        var mine = chosen with { Deadline = new("5月底前", DeadlineKind.By, new(2025, 5, 31), null) };
        await World.Act(notice, new Decide(rows[1].Id, ProposalState.Corrected, ProposalValues.Write(mine)));
        await Correct(notice, ProposalKind.Heading, new ProposedHeading(HeadingField.IssueDate, "2025-02-20"));
        rows = await Rows(notice, ProposalKind.Task);
        Assert.Equal(
            [ProposalState.Pending, ProposalState.Corrected, ProposalState.Accepted],
            rows.Select(row => row.State)
        );
        Assert.Contains("“9月底前”没有写年份，是按2026年2月20日推算的，而成文日期改为2025年2月20日", rows[0].Doubt);
        Assert.Contains("1 项时限没有写年份", (await Timeline(notice))[^1]);
        await Refused("任务 1 项", notice, new TakeOverLedger(World.Mechanism, Today));
    }

    /// <summary>A row that was corrected in other fields waits again with its correction, and accepting it keeps that.</summary>
    [Fact]
    public async Task A_correction_that_is_asked_about_again_is_not_thrown_away_by_accepting_it()
    {
        var row = Task("1", World.Transport) with
        {
            Deadline = new("9月底前", DeadlineKind.By, new(2026, 9, 30), null),
        };
        var notice = await Imported(
            Fact(ProposalKind.Heading, "成文日期", new ProposedHeading(HeadingField.IssueDate, "2026-02-20")),
            Fact(ProposalKind.Task, "第 1 项", row)
        );
        await Correct(notice, ProposalKind.Task, row with { Text = "新建充电桩" });
        await Correct(notice, ProposalKind.Heading, new ProposedHeading(HeadingField.IssueDate, "2025-02-20"));
        Assert.Equal(ProposalState.Pending, (await Proposal(notice, ProposalKind.Task)).State);
        await World.Act(notice, new AcceptAll(ProposalKind.Task));
        var kept = await Proposal(notice, ProposalKind.Task);
        Assert.Equal(ProposalState.Corrected, kept.State);
        Assert.Equal("新建充电桩", ProposalValues.Read<ProposedTask>(kept.Value).Text);
    }

    private static Proposed Member =>
        Fact(ProposalKind.Person, "召集人", new ProposedPerson("周市长", World.Government, "副市长", "召集人"));

    private static ProposedTask Task(string number, string lead) =>
        new(number, null, $"第 {number} 号工程", [lead], "stated", [lead], June);

    private static Proposed Row(string number, string lead) =>
        Fact(ProposalKind.Task, $"第 {number} 项", Task(number, lead));

    private static Proposed Fact<T>(ProposalKind kind, string label, T value, string? doubt = null) =>
        new(kind, label, 1, null, ProposalValues.Write(value), doubt);

    private async Task<string> Imported(params Proposed[] proposals)
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "通知",
            IssueDate = new(2026, 2, 20),
            Json = "{}",
        };
        var import = new ImportNotice(notice, proposals, TakeUndoubted: true);
        return (await World.Act(World.Clerk, new Target.New(CaseKind.Notice, "通知"), import)).CaseId;
    }

    private async Task Decide(string notice, ProposalKind kind, ProposalState state) =>
        await World.Act(notice, new Decide((await Proposal(notice, kind)).Id, state));

    private async Task Correct<T>(string notice, ProposalKind kind, T value) =>
        await World.Act(
            notice,
            new Decide((await Proposal(notice, kind)).Id, ProposalState.Corrected, ProposalValues.Write(value))
        );

    private async Task<ProposalRow> Proposal(string notice, ProposalKind kind) => (await Rows(notice, kind))[0];

    private Task<IReadOnlyList<ProposalRow>> Rows(string notice, ProposalKind kind) =>
        World.Rows<ProposalRow>(
            "select * from proposal where case_id = @notice and kind = @kind order by position",
            new { notice, kind = kind.ToString() }
        );
}
