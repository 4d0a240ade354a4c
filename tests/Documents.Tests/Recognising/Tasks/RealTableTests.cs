using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Tests.Reading;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Task tables whose cells and merged cells are known.</summary>
public class RealTableTests
{
    private const string Head = "<p>云溪市人民政府关于开展检查的通知</p>";

    [Fact]
    public void A_unit_merged_over_rows_counts_for_each()
    {
        var rows = Page(
            "<tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>"
                + "<tr><td>1</td><td>编制方案</td><td rowspan=2>市教育局</td><td>市财政局、市人社局</td><td rowspan=2>2026年6月底前</td></tr>"
                + "<tr><td>2</td><td>开展检查</td><td>市审计局</td></tr>"
        );
        Assert.Equal(["市教育局|市财政局 市人社局|2026-06-30", "市教育局|市审计局|2026-06-30"], rows.Select(Shown));
        Assert.All(rows, row => Assert.Equal((LeadBasis.Stated, null), (row.Basis, row.Doubt)));
    }

    /// <summary>One sheet holds the whole notice, a line a row; its table begins far below.</summary>
    [Fact]
    public void A_table_below_many_lines_of_its_sheet_is_found()
    {
        var lines = string.Concat(
            Enumerable.Range(1, 20).Select(line => $"<tr><td colspan=4>第{line}段的话。</td></tr>")
        );
        var rows = Page(
            lines
                + "<tr><td>主要内容</td><td>具体举措</td><td>主责部门</td><td>时间节点</td></tr>"
                + "<tr><td rowspan=2>扩大规模</td><td>实施新造。</td><td>县林业局</td><td>20263月底前整地，11月底前栽植</td></tr>"
                + "<tr><td>改造老林。</td><td>县农业局县财政局</td><td>2026年9月底前</td></tr>"
        );
        Assert.Equal(["实施新造。", "改造老林。"], rows.Select(row => row.Text));
        Assert.Equal("2026年3月底前整地，11月底前栽植", rows[0].Deadline?.Value.Repaired);
        Assert.Equal(["县农业局", "县财政局"], rows[1].Units.All);
        Assert.NotNull(rows[1].Units.Doubt);
    }

    [Fact]
    public void A_form_for_one_task_has_its_labels_beside_their_values()
    {
        var row = Assert.Single(
            Page(
                "<tr><td>督办事项</td><td colspan=3>加快加装电梯</td></tr><tr><td>牵头单位</td><td>市住建局</td><td>配合单位</td><td>市财政局</td></tr><tr><td>办理要求</td><td colspan=3>逐小区建立台账。</td></tr><tr><td>办结时限</td><td colspan=3>2026年9月30日前</td></tr>"
            )
        );
        Assert.Equal("加快加装电梯", row.Text);
        Assert.Equal("市住建局|市财政局|2026-09-30", Shown(row));
        Assert.Equal(["逐小区建立台账。"], row.Details);
    }

    [Fact]
    public void Lead_and_others_may_stand_in_one_cell_with_their_roles()
    {
        var rows = Page(
            "<tr><td>序号</td><td>任务内容</td><td>责任分工</td></tr><tr><td>1</td><td>改造盲道。</td><td>牵头：市住建局<br>配合：市公安局、市财政局</td></tr><tr><td>2</td><td>投放公交。</td><td>牵头：市交通局</td></tr>"
        );
        Assert.Equal(
            ["市住建局", "市交通局"],
            rows.Select(row => string.Join(' ', row.Units.Lead.Select(unit => unit.Name)))
        );
        Assert.Equal(["市住建局", "市公安局", "市财政局"], rows[0].Units.All);
    }

    [Fact]
    public void A_heading_for_tasks_above_numbers_makes_no_table_of_tasks() =>
        Assert.Empty(
            Page(
                "<tr><td>序号</td><td>乡镇</td><td>任务（米）</td><td>责任单位</td></tr><tr><td>1</td><td>甲镇</td><td>200</td><td>甲镇人民政府</td></tr><tr><td>2</td><td>乙镇</td><td>100</td><td>乙镇人民政府</td></tr>"
            )
        );

    [Fact]
    public void A_header_in_two_rows_is_read_by_its_lower_names()
    {
        var rows = Page(
            "<tr><th rowspan=2>序号</th><th rowspan=2>重点任务</th><th colspan=2>责任单位</th><th rowspan=2>完成时限</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>"
                + "<tr><td>1</td><td>编制方案</td><td>市教育局</td><td>市财政局</td><td>2026年6月底前</td></tr>"
        );
        Assert.Equal("市教育局|市财政局|2026-06-30", Shown(Assert.Single(rows)));
    }

    [Fact]
    public void A_title_above_the_header_and_unknown_columns_do_no_harm()
    {
        var rows = Page(
            "<tr><td colspan=5>重点任务分工表</td></tr><tr><td>序号</td><td>工作任务</td><td>验收要求</td><td>责任单位</td><td>备注</td></tr>"
                + "<tr><td colspan=5>一、夯实基础</td></tr><tr><td>1</td><td>编制方案</td><td>印发</td><td>市教育局</td><td></td></tr>"
                + "<tr><td colspan=5>稳步推进</td></tr><tr><td>2</td><td>开展检查</td><td></td><td>市审计局</td><td>已启动</td></tr>"
        );
        Assert.Equal(["一、夯实基础 编制方案", "稳步推进 开展检查"], rows.Select(row => $"{row.Section} {row.Text}"));
        Assert.Equal(["市教育局||", "市审计局||"], rows.Select(Shown));
    }

    [Fact]
    public void An_empty_cell_stays_empty()
    {
        var rows = Page(
            "<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>"
                + "<tr><td>1</td><td>编制方案</td><td></td><td>2026年6月底前</td></tr><tr><td>2</td><td>开展检查</td><td>市审计局</td><td></td></tr>"
        );
        Assert.Equal(["||2026-06-30", "市审计局||"], rows.Select(Shown));
        Assert.Contains("没有责任单位", rows[0].Doubt);
    }

    [Fact]
    public void One_task_over_several_rows_has_the_units_of_all_and_a_doubt()
    {
        var rows = Page(
            "<tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td rowspan=2>1</td><td rowspan=2>编制方案</td><td>市教育局</td></tr><tr><td>市财政局</td></tr>"
        );
        var row = Assert.Single(rows);
        Assert.Equal(["市教育局", "市财政局"], row.Units.All);
        Assert.NotNull(row.Doubt);
    }

    [Fact]
    public void A_section_beside_the_tasks_is_taken_from_its_merged_cell()
    {
        var rows = Page(
            "<tr><td>类别</td><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"
                + "<tr><td rowspan=2>夯实基础</td><td>1</td><td>编制方案</td><td>市教育局</td></tr><tr><td>2</td><td>开展检查</td><td>市审计局</td></tr>"
        );
        Assert.Equal(["夯实基础", "夯实基础"], rows.Select(row => row.Section));
    }

    [Fact]
    public void A_table_goes_on_behind_a_page_break()
    {
        var rows = Read(
            Head
                + "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>编制方案</td><td>市教育局</td></tr></table>"
                + "<table><tr><td>2</td><td>开展检查</td><td>市审计局</td></tr></table>"
        ).Tasks;
        Assert.Equal(["市教育局||", "市审计局||"], rows.Select(Shown));
    }

    [Fact]
    public void A_paste_that_lost_its_merged_cells_proposes_the_lead_above()
    {
        var rows = NoticeReader
            .Read(
                SourceText.FromText(
                    "云溪市人民政府关于开展检查的通知\n序号\t工作任务\t牵头单位\t配合单位\n1\t编制方案\t市教育局\t市财政局\n2\t\"开展检查\n并通报\"\t\t市审计局"
                ),
                new(2026, 4, 1)
            )
            .Tasks;
        Assert.Equal(["市教育局|市财政局|", "市教育局|市审计局|"], rows.Select(Shown));
        Assert.Equal("开展检查\n并通报", rows[1].Text);
        Assert.Null(rows[0].Doubt);
        Assert.Contains("沿用上一行", rows[1].Doubt);
    }

    [Fact]
    public void A_word_table_has_its_vertically_merged_cells()
    {
        string[] merged = ["<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>"];
        var body =
            $"<w:p>{SampleForms.Run("云溪市人民政府关于开展检查的通知")}</w:p><w:tbl>"
            + $"<w:tr>{string.Concat(new[] { "序号", "工作任务", "牵头单位", "完成时限" }.Select(cell => SampleForms.Cell(cell)))}</w:tr>"
            + string.Concat(
                merged.Select(
                    (merge, at) =>
                        $"<w:tr>{SampleForms.Cell($"{at + 1}")}{SampleForms.Cell($"任务{at + 1}")}{SampleForms.Cell(at == 0 ? "市教育局" : "", merge)}{SampleForms.Cell("2026年底")}</w:tr>"
                )
            )
            + "</w:tbl>";
        var rows = NoticeReader.Read(ReadAny.Read(SampleForms.Docx(body), ""), new(2026, 4, 1)).Tasks;
        Assert.Equal(["市教育局||2026-12-31", "市教育局||2026-12-31"], rows.Select(Shown));
    }

    [Fact]
    public void A_roster_in_a_table_has_its_roles_and_persons()
    {
        var persons = Read(
            Head
                + "<p>云溪市技能提升联席会议成员名单</p><table><tr><td>序号</td><td>姓名</td><td>单位及职务</td><td>会议职务</td></tr>"
                + "<tr><td>1</td><td>陆　明</td><td>市教育局局长</td><td>召集人</td></tr>"
                + "<tr><td>2</td><td>顾言</td><td>市财政局副局长</td><td rowspan=2>成员</td></tr><tr><td>3</td><td>何叙白</td><td>市人社局副局长</td></tr></table>"
        ).Roster!.Persons;
        Assert.Equal(
            ["召集人 陆明 市教育局 局长", "成员 顾言 市财政局 副局长", "成员 何叙白 市人社局 副局长"],
            persons.Select(person => $"{person.Role} {person.Name} {person.Unit} {person.Post}")
        );
    }

    [Fact]
    public void A_month_plan_in_a_table_has_its_entries()
    {
        var calendar = Read(
            Head
                + "<table><tr><td>月份</td><td>主要工作内容</td></tr><tr><td>1月</td><td><p>1.制定计划。</p><p>2.部署工作。</p></td></tr>"
                + "<tr><td rowspan=2>2</td><td>开展检查</td></tr><tr><td>通报结果</td></tr></table>"
        ).Calendar;
        Assert.Equal(
            ["1.1 制定计划", "1.2 部署工作", "2.1 开展检查", "2.2 通报结果"],
            calendar.Select(entry => $"{entry.Month}.{entry.Number} {entry.Text}")
        );
    }

    private static string Shown(TaskRow row) =>
        row.Basis is LeadBasis.Stated
            ? $"{string.Join(' ', row.Units.Lead.Select(unit => unit.Name))}|{string.Join(' ', row.Units.Responsible.Select(unit => unit.Name))}|{row.Deadline?.Value.Date:yyyy-MM-dd}"
            : $"{string.Join(' ', row.Units.All)}||{row.Deadline?.Value.Date:yyyy-MM-dd}";

    private static IReadOnlyList<TaskRow> Page(string rows) => Read($"{Head}<table>{rows}</table>").Tasks;

    private static Notice Read(string page) =>
        NoticeReader.Read(ReadAny.Read(Encoding.UTF8.GetBytes(page), "通知.html"), new(2026, 4, 1));
}
