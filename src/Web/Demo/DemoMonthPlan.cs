namespace JointMeeting.Web.Demo;

/// <summary>The coming year's work of the demo's office with its month plan, as it came in for review.</summary>
internal static class DemoMonthPlan
{
    public const string FileName = "年度工作要点.txt";

    public static string Of(DateOnly issued) =>
        $"""
            云溪市全民技能提升联席会议办公室关于印发{issued.Year + 1}年工作要点的通知
            云技联办〔{issued.Year}〕9号
            各县（区）人民政府，市政府各部门，云溪职业技术学院：
            现将《{issued.Year + 1}年工作要点》印发给你们，请认真组织实施。
            一、重点工作
            1．健全工作机制。每季度召开一次调度会，通报培训进展。（牵头单位：市人社局；责任单位：市教育局、市财政局）
            2．完善信息报送。各县（区）人民政府于每季度末月25日前向联席会议办公室报送培训进展情况。
            云溪市全民技能提升联席会议办公室
            {issued:yyyy年M月d日}
            附件：{issued.Year + 1}年工作月安排表

            月份

            主要工作

            责任单位

            1月

            1.召开联席会议全体会议。2.印发年度培训目录；分解年度培训任务。

            市人社局、市教育局

            3月

            1.开展培训机构复核。2.拨付第一批培训补贴资金。

            市人社局、市财政局

            6月

            1.组织职业技能竞赛月活动。

            市总工会、市人社局

            9月

            1.开展补贴资金使用情况检查。

            市财政局、市审计局

            12月

            1.总结全年工作。2.研究下一年度工作安排。

            市人社局
            """;
}
