using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings.Minutes;

namespace JointMeeting.Web.Demo;

/// <summary>What the minutes of the demo say.</summary>
internal sealed class DemoMinutes(Steps steps, DemoDesk desk)
{
    /// <summary>Four decisions, one matter left open.</summary>
    public async Task<IReadOnlyList<MinutesClause>> OfTheFirstMeeting()
    {
        var today = Moment.DayInChina(steps.Time.GetUtcNow());
        return
        [
            Clause(
                ClauseMark.Narrative,
                "会议听取了全民技能提升行动推进情况汇报，充分肯定前一阶段工作。",
                [],
                [],
                null
            ),
            Clause(
                ClauseMark.Decided,
                "制定公共实训平台建设方案，明确设备清单和开放办法。",
                [await desk.Unit("市人社局")],
                [await desk.Unit("市发改委"), await desk.Unit("云溪职业技术学院")],
                steps.Calendar.AddWorkdays(today, 12).Date
            ),
            Clause(
                ClauseMark.Decided,
                "建立职业培训补贴资金直达台账，按月对账。",
                [await desk.Unit("市财政局")],
                [await desk.Unit("市审计局")],
                steps.Calendar.AddWorkdays(today, 45).Date
            ),
            Clause(
                ClauseMark.Decided,
                "组织规模以上企业学徒制需求摸底，形成岗位清单。",
                [await desk.Unit("市经信局")],
                [await desk.Unit("市总工会")],
                steps.Calendar.AddWorkdays(today, 15).Date
            ),
            Clause(ClauseMark.Decided, "持续做好返乡农民工实用技术培训。", [await desk.Unit("市农业农村局")], [], null),
            Clause(ClauseMark.Discussed, "关于技能大赛奖金标准，各单位意见不一，会后继续研究。", [], [], null),
        ];
    }

    /// <summary>Two decisions, one of which a unit will object to.</summary>
    public async Task<IReadOnlyList<MinutesClause>> OnFunds() =>
        [
            Clause(
                ClauseMark.Decided,
                "设立培训补贴专项资金，年内完成首批拨付。",
                [await desk.Unit("市财政局")],
                [await desk.Unit("市人社局")],
                steps.Calendar.AddWorkdays(Moment.DayInChina(steps.Time.GetUtcNow()), 25).Date
            ),
            Clause(
                ClauseMark.Decided,
                "对历年培训资金开展一次专项审计。",
                [await desk.Unit("市审计局")],
                [],
                steps.Calendar.AddWorkdays(Moment.DayInChina(steps.Time.GetUtcNow()), 40).Date
            ),
        ];

    /// <summary>One decision for two units.</summary>
    public async Task<IReadOnlyList<MinutesClause>> OnCatalogue() =>
        [
            Clause(
                ClauseMark.Decided,
                "修订职业培训项目目录，增补康养、物流类项目。",
                [await desk.Unit("市人社局")],
                [await desk.Unit("市教育局")],
                steps.Calendar.AddWorkdays(Moment.DayInChina(steps.Time.GetUtcNow()), 20).Date
            ),
        ];

    /// <summary>As a clerk writes at first: a decision told as a story, and words that say nothing one could verify.</summary>
    public async Task<IReadOnlyList<MinutesClause>> BeingDrafted() =>
        [
            .. await OnCatalogue(),
            Clause(
                ClauseMark.Narrative,
                "会议听取了目录修订情况汇报。会议要求市人社局牵头建立目录动态调整机制。",
                [],
                [],
                null
            ),
            Clause(ClauseMark.Decided, "进一步研究新职业培训标准。", [await desk.Unit("市人社局")], [], null),
        ];

    /// <summary>A report heard and a matter left open.</summary>
    public IReadOnlyList<MinutesClause> WithoutDecision() =>
        [
            Clause(ClauseMark.Narrative, "会议听取了乡村技能振兴计划实施情况汇报。", [], [], null),
            Clause(ClauseMark.Discussed, "劳务品牌评选办法，各单位会后再研究。", [], [], null),
        ];

    private static MinutesClause Clause(
        ClauseMark mark,
        string text,
        IReadOnlyList<string> lead,
        IReadOnlyList<string> responsible,
        DateOnly? due
    )
    {
        StatedDeadline? deadline =
            due is { } day ? new($"{day.Year}年{day.Month}月{day.Day}日前", DeadlineKind.By, day, null)
            : mark == ClauseMark.Decided ? new("持续实施", DeadlineKind.Ongoing, null, null)
            : null;
        return new MinutesClause(null, mark, text, lead, responsible, deadline, WordingOnly: false);
    }
}
