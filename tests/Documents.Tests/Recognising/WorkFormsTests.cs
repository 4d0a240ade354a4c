using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Forms of clauses and task tables, and what does not agree in them.</summary>
public class WorkFormsTests
{
    [Fact]
    public void A_table_with_tabs_and_lead_columns_states_its_leads()
    {
        var read = Read(
            "附件2\n序号\t重点任务\t牵头单位\t配合单位\t完成时限\n1\t完成排口整治\t县环保局\t县住建局、水利局\t2025年12月底\n2\t建立巡查制度\t县水利局\t各乡镇人民政府\t长期坚持"
        );
        Assert.Equal(
            ["县环保局 县住建局 县水利局", "县水利局 各乡镇人民政府"],
            read.Tasks.Select(row => string.Join(' ', row.Units.All))
        );
        Assert.All(read.Tasks, row => Assert.Equal((LeadBasis.Stated, 1), (row.Basis, row.Lead.Count)));
        Assert.Equal([DeadlineKind.By, DeadlineKind.Ongoing], read.Tasks.Select(row => row.Deadline!.Value.Kind));
    }

    [Fact]
    public void A_row_that_lost_a_cell_is_doubted_and_the_next_is_not()
    {
        var read = Read(
            "序号\n工作任务\n责任单位\n完成时限\n1\n完成排口整治工作\n县水利局\n2\n建立巡查制度\n县水利局、县林业局\n2026年6月底前"
        );
        Assert.Null(read.Tasks[0].Deadline);
        Assert.Equal([true, false], read.Tasks.Select(row => row.Doubt is not null));
    }

    [Fact]
    public void A_row_that_lost_its_number_is_kept_and_doubted()
    {
        var read = Read(
            "序号\n工作任务\n责任单位\n完成时限\n1\n完成排口整治工作\n县水利局\n2026年6月底前\n建立常态巡查制度\n县林业局\n长期坚持\n3\n建成湿地公园\n县水利局\n2026年6月底前"
        );
        Assert.Equal([1, 2, 3], read.Tasks.Select(row => row.Number));
        Assert.Equal([false, true, false], read.Tasks.Select(row => row.Doubt is not null));
    }

    [Fact]
    public void Text_after_a_table_is_no_row()
    {
        var read = Read(
            "序号\n工作任务\n责任单位\n完成时限\n1\n完成排口整治工作\n县水利局\n2026年6月底前\n说明：以上任务由各单位分头落实。"
        );
        Assert.Equal("完成排口整治工作", Assert.Single(read.Tasks).Text);
        Assert.NotNull(read.Tasks[0].Doubt);
    }

    [Fact]
    public void A_table_whose_number_header_was_lost_is_still_numbered()
    {
        var read = Read("工作任务\n责任单位\n1\n完成排口整治工作\n县水利局\n2\n建立巡查制度\n县水利局");
        Assert.Equal(["1 完成排口整治工作", "2 建立巡查制度"], read.Tasks.Select(row => $"{row.Number} {row.Text}"));
    }

    [Fact]
    public void A_number_missing_in_a_table_is_reported()
    {
        var read = Read("序号\n工作任务\n责任单位\n1\n完成排口整治工作\n县水利局\n3\n建立巡查制度\n县水利局");
        Assert.Equal((FindingKind.CountMismatch, 3), (read.Findings[0].Kind, read.Findings[0].Row));
    }

    [Fact]
    public void Clauses_of_the_second_level_count_where_they_name_units()
    {
        var read = Read(
            "关于河湖治理的通知\n一、任务\n（一）控源截污。完成整治。（牵头单位：县环保局；完成时限：2025年12月底）\n（二）生态修复。建成公园。（县水利局牵头，县林业局配合）\n（三）强化巡查。\n责任单位：县水利局\n完成时限：长期坚持"
        );
        Assert.Equal(["控源截污", "生态修复", "强化巡查"], read.Clauses.Select(clause => clause.Title));
        Assert.Equal(
            ["县环保局", "县水利局 县林业局", "县水利局"],
            read.Clauses.Select(clause => string.Join(' ', clause.Units.All))
        );
        Assert.Equal(
            [DeadlineKind.By, null, DeadlineKind.Ongoing],
            read.Clauses.Select(clause => clause.Deadline?.Value.Kind)
        );
        Assert.All(read.Clauses, clause => Assert.NotNull(clause.Doubt));
    }

    [Fact]
    public void A_clause_among_others_with_units_is_kept_and_its_sentence_read()
    {
        var read = Read(
            "关于河湖治理的通知\n一、任务\n（一）控源截污。完成整治。责任单位：县环保局、县住建局。\n（二）强化监管。由县水利局牵头，会同县公安局开展巡查。\n（三）加强协同。水利、林业等部门要加强联动。"
        );
        Assert.Equal(
            ["| 县环保局 县住建局", "县水利局 | 县公安局", "|"],
            read.Clauses.Select(clause =>
                $"{string.Join(' ', clause.Units.Lead.Select(unit => unit.Name))} | {string.Join(' ', clause.Units.Responsible.Select(unit => unit.Name))}".Trim()
            )
        );
        Assert.Contains(
            read.Findings,
            finding => finding is { Kind: FindingKind.SectorNames, Clause: 3, Units: ["水利", "林业"] }
        );
    }

    [Fact]
    public void Titles_that_lost_their_stop_are_proposed_where_it_is_lost_again_and_again()
    {
        const string Lost =
            "1.加强基层人民调解员队伍建设开展个人品牌调解工作室建设。评选一批工作室。\n2.组织全民法治宣传周活动按照省厅统一部署,结合实际细化组织工作。";
        var read = Read($"关于工作要点的通知\n一、任务\n{Lost}\n3.办好竞赛。举办比赛。");
        Assert.Equal(
            ["加强基层人民调解员队伍建设", "组织全民法治宣传周活动", "办好竞赛"],
            read.Clauses.Select(clause => clause.Title)
        );
        Assert.Equal([true, true, false], read.Clauses.Select(clause => clause.TitleRunsOn));
    }

    [Fact]
    public void Several_milestones_in_one_row_are_kept_and_the_last_is_the_deadline()
    {
        var read = Read(
            "2026年重点任务分工表\n序号\t重点任务\t具体措施\t责任单位\t完成时限\n1\t培育企业\t培育5家\t县工信局\t6月底前完成申报，12月底前完成认定\n2\t建设基地\t建设2个\t同上\t全年"
        );
        Assert.Equal(
            [new DateOnly(2026, 6, 30), new DateOnly(2026, 12, 31)],
            read.Tasks[0].Milestones.Select(one => one.Value.Date!.Value)
        );
        Assert.Equal(new DateOnly(2026, 12, 31), read.Tasks[0].Deadline!.Value.Date);
        Assert.NotNull(read.Tasks[0].Deadline!.Doubt);
        Assert.Equal(("县工信局", "建设2个"), (read.Tasks[1].Units.All[0], read.Tasks[1].Details[0]));
    }

    [Fact]
    public void Items_of_the_list_of_attachments_are_no_clauses()
    {
        var read = Read(
            "关于河湖治理的通知\n1.完成整治。做好工作。\n2.加强巡查。\n附件：1.成员名单\n2.任务分工表\n3.考核办法"
        );
        Assert.Equal((2, 3), (read.Clauses.Count, read.Attachments.Count));
    }

    [Theory]
    [InlineData("培训100人(甲班60人、乙班50人)。", true)]
    [InlineData("培训100人(甲班60人、乙班40人)。", false)]
    [InlineData("培训100人,其中甲班60人、乙班50人。", true)]
    [InlineData("培训100人,其中女性30人、党员20人。", false)]
    [InlineData("建立3个共同体、10个基地。", false)]
    public void A_total_that_is_not_the_sum_of_its_parts_is_found(string text, bool found) =>
        Assert.Equal(
            found,
            Read("关于培训的通知\n" + text).Findings.Any(finding => finding.Kind is FindingKind.SumMismatch)
        );

    [Theory]
    [InlineData("联合县水利局、林业局、财政局等4部门印发。", true)]
    [InlineData("联合县水利局、林业局、财政局等3部门印发。", false)]
    [InlineData("落实教育部等八部门要求。", false)]
    public void A_count_that_is_not_the_number_listed_is_found(string text, bool found) =>
        Assert.Equal(
            found,
            Read("关于培训的通知\n" + text).Findings.Any(finding => finding.Kind is FindingKind.CountMismatch)
        );

    [Theory]
    [InlineData("弘扬“劳动精神“工匠精神”。", true)]
    [InlineData("标准不低8000元。", true)]
    [InlineData("就业率达,超过任务。", true)]
    [InlineData("弘扬“劳动精神”“工匠精神”,就业率达90%,标准不低于8000元/年。", false)]
    public void Damage_that_shows_by_itself_is_found(string text, bool found) =>
        Assert.Equal(
            found,
            Read("关于培训的通知\n" + text).Findings.Any(finding => finding.Kind is FindingKind.DamagedText)
        );

    [Fact]
    public void Numbers_in_a_month_plan_are_looked_for_in_order()
    {
        var read = Read("工作月安排表\n月份\n主要工作内容\n1\n1.投入2.5亿元。2. 召开会议3.总结\n12月\n1.考核。");
        Assert.Equal(
            ["1 1 投入2.5亿元", "1 2 召开会议", "1 3 总结", "12 1 考核"],
            read.Calendar.Select(entry => $"{entry.Month} {entry.Number} {entry.Text}")
        );
    }

    private static Notice Read(string text) => NoticeReader.Read(SourceText.FromText(text), new(2026, 1, 15));
}
