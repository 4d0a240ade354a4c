using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision.Figures;

namespace JointMeeting.Compliance.Stores;

public sealed class ReportOnSqlite : ReportTests<Sqlite>;

public sealed class ReportOnPostgres : ReportTests<Postgres>;

/// <summary>What a confirmed document asks to be reported, from Monday 2026-03-02 on.</summary>
public abstract class ReportTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly ProposedDuty Quarterly = new(
        "季度进展",
        "各成员单位",
        "",
        "quarterly",
        "每季度末月25日前",
        ["新增数", "存在问题"]
    );

    [Fact]
    public async Task A_confirmed_duty_asks_every_member_ten_workdays_before_each_day()
    {
        await TakenOver(Quarterly);
        await World.Fire("2026-03-10 09:00");
        Assert.Empty(await Reports());
        await World.Fire("2026-03-11 09:00");
        var first = Assert.Single(await Reports());
        var asks = (await World.Look(first)).Asks;
        Assert.Equal(World.Members.Select(World.Unit).Order(), asks.Select(a => a.Unit).Order());
        Assert.All(asks, ask => Assert.Equal(new DateOnly(2026, 3, 25), ask.Due));
        await World.Fire("2026-03-12 09:00");
        Assert.Single(await Reports());
        await World.Fire("2026-06-11 09:00");
        Assert.Equal(2, (await Reports()).Count);
        Assert.Equal("collecting", await World.Where(first));
        Assert.Contains(await Timeline(first), said => said.Contains("逾期未办理：定期报送"));
    }

    [Fact]
    public async Task What_a_unit_fills_in_is_kept_field_by_field_and_what_it_leaves_empty_is_nothing()
    {
        var report = await Opened(Quarterly);
        var draft = new AnswerDraft("submit") { Fields = [new("新增数", "0")] };
        await World.Answer(report, World.Education, draft);
        Assert.Equal([("新增数", "0")], (await World.Rows<(string, string)>("select name, value from answer_field")));
        var ask = await World.Ask(report, World.Education);
        await Refused("内容与上次答复相同", World.Liaison(World.Education), report, Answer(ask.Id, draft));
        var other = draft with { Fields = [new("编造的项目", "1")] };
        await Refused("不是这次报送的填报项目", World.Liaison(World.Education), report, Answer(ask.Id, other));
        await Refused(
            "请填写报送内容",
            World.Liaison(World.Finance),
            report,
            await Answer(report, World.Finance, new("submit"))
        );
        await Refused(
            "须填写理由或说明",
            World.Liaison(World.Finance),
            report,
            await Answer(report, World.Finance, new("nothing"))
        );
        await World.Answer(report, World.Finance, new("nothing", "本季度没有新增"));
        await World.Answer(report, World.Education, draft with { Fields = [new("新增数", "3")] });
        Assert.Equal("collecting", await World.Where(report));
    }

    [Fact]
    public async Task Who_has_not_reported_when_the_office_sums_up_stays_as_not_reported()
    {
        var report = await Opened(Quarterly);
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(report, unit, new("submit", "正常推进"));
        await Refused("只有联席会议办公室", World.Liaison(World.Education), report, new CloseReport());
        await World.Act(report, new CloseReport());
        Assert.Equal("collected", await World.Where(report));
        Assert.Contains("未报送：云江市人民政府、云江市发展和改革局", (await Timeline(report))[^1]);
        Assert.Equal(AskState.Withdrawn, (await World.Ask(report, World.Office)).State);
    }

    [Fact]
    public async Task A_duty_without_known_units_or_day_asks_nobody_and_says_why_until_the_office_arranges_it()
    {
        var notice = await TakenOver(
            Quarterly with
            {
                Name = "学期小结",
                Reporters = "各有关学校",
                Period = "everyTerm",
            }
        );
        Assert.Contains("报送事项 1 项（其中 1 项待安排）", (await Timeline(notice))[^1]);
        var duty = await Duty();
        Assert.Contains("“各有关学校”不是单位名录中的单位；没有写明多久", duty.WhyNot);
        await World.Fire("2026-12-01 09:00");
        Assert.Empty(await Reports());
        var units = new[] { World.Unit(World.Education) };
        ArrangeReports Arrange(DateOnly? day, params string[] who) =>
            new(duty.Id, who, ReportPeriod.HalfYearly, day, "与教育局商定");
        await Refused("请填写下一次报送的截止日期", World.Mechanism, Arrange(null, units));
        await Refused("已过", World.Mechanism, Arrange(new(2026, 11, 30), units));
        await Refused("请选择报送单位：“各有关学校”", World.Mechanism, Arrange(new(2027, 1, 20)));
        await Refused("不在单位名录中", World.Mechanism, Arrange(new(2027, 1, 20), "无此单位"));
        await World.Act(World.Mechanism, Arrange(new(2027, 1, 20), units));
        Assert.Null((await Duty()).WhyNot);
        await World.Fire("2027-01-12 09:00");
        var report = Assert.Single(await Reports());
        Assert.Equal(units, (await World.Look(report)).Asks.Select(a => a.Unit));
        Assert.Equal(new DateOnly(2027, 7, 20), (await Duty()).NextDue);
    }

    [Fact]
    public async Task A_period_that_passed_while_nothing_ran_is_named_and_owed_by_nobody()
    {
        await TakenOver(Quarterly);
        await World.Fire("2026-08-03 09:00");
        Assert.Empty(await Reports());
        Assert.Contains("应于 2026-03-25 前报送的一期没有按时发起，不再补报", (await Timeline(World.Mechanism))[^1]);
        await World.Fire("2026-09-14 09:00");
        Assert.Single(await Reports());
    }

    [Fact]
    public async Task A_stopped_duty_asks_no_more()
    {
        await TakenOver(Quarterly);
        var duty = await Duty();
        await Refused("停止报送的依据", World.Mechanism, new StopReports(duty.Id, " "));
        await World.Act(World.Mechanism, new StopReports(duty.Id, "并入专报"));
        await World.Fire("2026-03-25 09:00");
        Assert.Empty(await Reports());
        await Refused("已经停止", World.Mechanism, new StopReports(duty.Id, "再停"));
    }

    [Fact]
    public async Task The_same_document_again_makes_no_second_duty()
    {
        await TakenOver(Quarterly);
        var again = await Imported(Fact(ProposalKind.Duty, Quarterly));
        await Refused("也没有新的报送事项", again, new TakeOverLedger(World.Mechanism, new(2026, 3, 2)));
        await World.Act(
            await Imported(
                Fact(ProposalKind.Duty, Quarterly),
                Fact(ProposalKind.Duty, Quarterly with { Name = "年度总结" })
            ),
            new TakeOverLedger(World.Mechanism, new(2026, 3, 2))
        );
        Assert.Equal(2, (await World.Rows<string>("select id from duty")).Count);
    }

    [Fact]
    public async Task A_target_of_a_task_is_asked_for_in_its_report_and_stays_beside_what_was_reported()
    {
        var task = World.NoticeTasks[0];
        var row = Fact(ProposalKind.Target, new ProposedTarget("公共停车场", "", "≥ 5 处") { Task = "1" });
        var lost = Fact(ProposalKind.Indicator, new ProposedIndicator("公共停车场", "≥ 5 处", "", "建成处"));
        var known = Fact(
            ProposalKind.Task,
            new ProposedTask("1", null, "建成公共停车场 5 处", [World.Transport], "stated", [World.Transport], null)
        );
        await World.Act(await Imported(known, row, lost), new TakeOverLedger(World.Mechanism, new(2026, 3, 2)));
        var figures = await World.Rows<FigureRow>("select * from figure order by position");
        Assert.Equal([task, null], figures.Select(f => f.Task));
        Assert.Null(figures[1].Reached);
        var asks = (await World.Look(task)).Asks;
        foreach (var ask in asks.Where(a => a.Vocabulary == "signFor"))
            await World.Act(
                World.Liaison(World.Members.Single(m => World.Unit(m) == ask.Unit)),
                task,
                new Workflows.Answering.AnswerAsk(ask.Id, new("signed"))
            );
        await World.Answer(
            task,
            World.Transport,
            new AnswerDraft("progress", "推进中") { Fields = [new("公共停车场", "2 处")] }
        );
        Assert.Equal(["2 处"], await World.Rows<string>("select value from answer_field"));
        Assert.Equal(
            "≥ 5 处",
            Assert.Single(await World.Rows<string>("select goal from figure where task is not null"))
        );
    }

    private static Workflows.Answering.AnswerAsk Answer(string ask, AnswerDraft draft) => new(ask, draft);

    private async Task<Workflows.Answering.AnswerAsk> Answer(string report, string unit, AnswerDraft draft) =>
        new((await World.Ask(report, unit)).Id, draft);

    private async Task<string> Opened(ProposedDuty duty)
    {
        await TakenOver(duty);
        await World.Fire("2026-03-11 09:00");
        return Assert.Single(await Reports());
    }

    private async Task<string> TakenOver(ProposedDuty duty)
    {
        var notice = await Imported(Fact(ProposalKind.Duty, duty));
        await World.Act(notice, new TakeOverLedger(World.Mechanism, new(2026, 3, 2)));
        return notice;
    }

    private async Task<string> Imported(params Proposed[] proposals)
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "关于报送工作进展的通知",
            Json = "{}",
        };
        var import = new ImportNotice(notice, proposals, TakeUndoubted: true);
        return (await World.Act(World.Clerk, new Target.New(CaseKind.Notice, "通知"), import)).CaseId;
    }

    private Task<IReadOnlyList<string>> Reports() => World.Rows<string>("select case_id from report order by due_on");

    private async Task<DutyRow> Duty() => Assert.Single(await World.Rows<DutyRow>("select * from duty"));

    private static Proposed Fact<T>(ProposalKind kind, T value) =>
        new(kind, $"{kind}", null, null, ProposalValues.Write(value), null);
}
