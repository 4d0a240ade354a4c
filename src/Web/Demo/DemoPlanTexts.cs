using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Decompose;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Web.Demo;

/// <summary>What the plans of the demo say.</summary>
internal sealed class DemoPlanTexts(Steps steps, DemoDesk desk)
{
    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    public async Task<IReadOnlyList<WrittenClause>> OnTheBase() =>
        [
            Goal("到明年底建成公共实训基地两个，年培训能力五千人次。"),
            await Duty("建设综合性公共实训基地，面向社会开放。", "市人社局", 60, "市教育局"),
            await Duty("职业院校实训设备纳入共享目录，利用率达到80%以上。", "市教育局", 90),
            await Duty("统筹安排建设资金，按进度拨付。", "市财政局", 40, "市人社局"),
        ];

    public async Task<IReadOnlyList<WrittenClause>> OnApprentices() =>
        [
            Goal("三年内规模以上企业学徒制覆盖面达到60%。"),
            await Duty("遴选培养企业，首年招收学徒三百名。", "市经信局", 60),
            await Duty("职业院校与企业共同制定培养计划，每半年评估一次。", "市教育局", 80),
            await Duty("对培养企业按人给予补贴，标准上浮两成。", "市财政局", 50),
            await Duty("维护学徒工资和工时权益。", "市总工会", null),
        ];

    public async Task<IReadOnlyList<WrittenClause>> OnFunds() =>
        [
            await Duty("培训补贴资金直达培训机构，按月结算。", "市财政局", 70, "市人社局"),
            await Duty("每年十月底前提出下一年度资金需求。", "市人社局", null),
            await Duty("农忙季节培训班单独建账。", "市农业农村局", null, "市教育局"),
        ];

    public async Task<IReadOnlyList<WrittenClause>> OnMasters() =>
        [
            Goal("用三年时间建成技能大师工作室十五个。"),
            await Duty("制定工作室申报条件和评审办法。", "市人社局", 30, "市总工会"),
        ];

    public async Task<IReadOnlyList<ClauseRow>> Newest(string plan)
    {
        await using var session = await steps.Database.Read();
        return (await session.PlanText(plan)).Clauses;
    }

    public async Task<SeenText> Seen(string plan)
    {
        await using var session = await steps.Database.Read();
        var (version, _) = await session.PlanText(plan);
        return new(version.Id, Moment.Text(version.MadeAt));
    }

    /// <summary>The newest text as the edit form shows it.</summary>
    public async Task<List<WrittenClause>> Form(string plan) =>
        [
            .. (await Newest(plan)).Select(c => new WrittenClause(
                [c.Id],
                c.Level,
                c.Mark,
                c.Text,
                c.AsText().LeadUnits,
                c.AsText().ResponsibleUnits,
                c.AsText().Deadline,
                WordingOnly: false
            )),
        ];

    /// <summary>A task a clause that binds; the first has milestones, the second a target that only the body states.</summary>
    public async Task<DecomposePlan> Tasks(string plan)
    {
        var binding = (await Newest(plan)).Where(c => c.Mark == ClauseMark.Decided);
        return new([
            .. binding.Select(
                (c, i) =>
                    new PlannedTask(
                        c.Id,
                        c.Text,
                        c.AsText().LeadUnits,
                        "stated",
                        c.AsText().ResponsibleUnits,
                        c.AsText().Deadline,
                        i == 0 ? [Milestone("完成选址", 8), Milestone("完成设备招标", 30)] : []
                    )
                    {
                        Targets = i == 0 ? ["年培训能力五千人次"] : [],
                    }
            ),
        ]);
    }

    private NewMilestone Milestone(string text, int workdays)
    {
        var day = steps.Calendar.AddWorkdays(Today, workdays).Date;
        return new(text, Words(day), day);
    }

    private static WrittenClause Goal(string text) => new([], 1, ClauseMark.Narrative, text, [], [], null, false);

    private async Task<WrittenClause> Duty(string text, string lead, int? workdays, params string[] others)
    {
        var responsible = new List<string>();
        foreach (var name in others)
            responsible.Add(await desk.Unit(name));
        var day = workdays is { } n ? steps.Calendar.AddWorkdays(Today, n).Date : (DateOnly?)null;
        var deadline = new StatedDeadline(
            day is { } by ? Words(by) : "持续实施",
            day is null ? DeadlineKind.Ongoing : DeadlineKind.By,
            day,
            null
        );
        return new([], 2, ClauseMark.Decided, text, [await desk.Unit(lead)], responsible, deadline, false);
    }

    private static string Words(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日前";
}
