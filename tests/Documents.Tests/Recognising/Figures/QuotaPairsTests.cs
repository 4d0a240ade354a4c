using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising.Figures;

/// <summary>Tables of sub-units with several goals and results: which belongs to which.</summary>
public class QuotaPairsTests
{
    private const string Plain = """
        <tr><td>区（县）</td><td>计划改造（个）</td><td>已开工（个）</td><td>开工率</td><td>计划投资（亿元）</td><td>完成投资（亿元）</td><td>投资完成率</td><td>综合排名</td></tr>
        <tr><td>东区</td><td>50</td><td>40</td><td>80.0%</td><td>3.60</td><td>2.38</td><td>66.1%</td><td>1</td></tr>
        <tr><td>西区</td><td>20</td><td>18</td><td>90.0%</td><td>2.00</td><td>1.00</td><td>50.0%</td><td>2</td></tr>
        <tr><td>南县</td><td>30</td><td>15</td><td>50.0%</td><td>1.00</td><td>0.40</td><td>40.0%</td><td>3</td></tr>
        """;

    private const string Grouped = """
        <tr><td rowspan="2">县区</td><td colspan="3">新开工（套）</td><td colspan="3">基本建成（套）</td></tr>
        <tr><td>计划</td><td>实际</td><td>完成率</td><td>计划</td><td>实际</td><td>完成率</td></tr>
        <tr><td>东区</td><td>500</td><td>400</td><td>80%</td><td>300</td><td>150</td><td>50%</td></tr>
        <tr><td>西区</td><td>200</td><td>180</td><td>90%</td><td>100</td><td>75</td><td>75%</td></tr>
        """;

    private const string OneGoal = """
        <tr><td>乡镇（街道）</td><td>年度任务（户）</td><td>已开工（户）</td><td>开工率</td><td>已竣工（户）</td><td>竣工率</td><td>位次</td></tr>
        <tr><td>甲镇</td><td>50</td><td>40</td><td>80%</td><td>20</td><td>40%</td><td>1</td></tr>
        <tr><td>乙镇</td><td>20</td><td>18</td><td>90%</td><td>5</td><td>25%</td><td>2</td></tr>
        """;

    private const string GoalsFirst = """
        <tr><td>县区</td><td>计划开工数</td><td>计划建成数</td><td>实际开工数</td><td>实际建成数</td></tr>
        <tr><td>东区</td><td>50</td><td>30</td><td>40</td><td>12</td></tr>
        <tr><td>西区</td><td>20</td><td>10</td><td>18</td><td>9</td></tr>
        """;

    [Theory]
    [InlineData(Plain, "东区 50 40", "东区 3.6 2.38", "西区 20 18", "西区 2 1", "南县 30 15", "南县 1 0.4")]
    [InlineData(Grouped, "东区 500 400", "东区 300 150", "西区 200 180", "西区 100 75")]
    [InlineData(OneGoal, "甲镇 50 40", "甲镇 50 20", "乙镇 20 18", "乙镇 20 5")]
    [InlineData(GoalsFirst, "东区 50 40", "东区 30 12", "西区 20 18", "西区 10 9")]
    public void Each_result_is_measured_by_its_own_goal(string rows, params string[] shown)
    {
        var read = Read(rows);
        Assert.Equal(
            shown,
            read.Indicators.Select(one => $"{one.Name.Split(' ')[0]} {one.Target:0.###} {one.Actual:0.###}")
        );
        Assert.Empty(read.Targets);
        Assert.DoesNotContain(read.Findings, finding => finding.Kind is FindingKind.FiguresDiffer);
    }

    [Fact]
    public void A_rate_that_its_own_figures_contradict_is_shown_with_both_values()
    {
        var read = Read(Plain.Replace("90.0%", "95.0%"));
        var finding = Assert.Single(read.Findings, finding => finding.Kind is FindingKind.FiguresDiffer);
        Assert.Equal(["95.0%", "90%"], finding.Values);
    }

    [Fact]
    public void A_rate_that_no_other_column_explains_is_a_result_of_its_own()
    {
        var read = Read(
            """
            <tr><td>县区</td><td>群众满意率</td><td>排名</td></tr>
            <tr><td>东区</td><td>95.2%</td><td>1</td></tr>
            <tr><td>西区</td><td>90.1%</td><td>2</td></tr>
            """
        );
        Assert.Equal(["95.2 %", "90.1 %"], read.Indicators.Select(one => $"{one.Actual} {one.Unit}"));
    }

    [Fact]
    public void Sub_units_are_known_by_their_names_where_the_heading_says_something_else()
    {
        var read = Read(
            OneGoal.Replace("乡镇（街道）", "牵头推进方").Replace("甲镇", "丙街道")
                + OneGoal[OneGoal.IndexOf("<tr><td>乙镇")..].Replace("乙镇", "丁镇")
        );
        Assert.Equal(6, read.Indicators.Count);
    }

    /// <summary>A row of a table that could not be read was taken for a sentence with a rate.</summary>
    [Fact]
    public void The_rows_of_a_table_that_was_not_read_are_no_sentences()
    {
        var source = SourceText.FromText(
            "云溪市民政局关于2026年工作情况的报告\n一、进展情况\n甲类\t52\t47\t90.4%\t3.60\t2.38\n乙类\t44\t38\t86.4%\n云溪市民政局\n2026年12月10日"
        );
        Assert.Empty(NoticeReader.Read(source, new(2026, 12, 20)).Indicators);
    }

    private static Notice Read(string rows) =>
        NoticeReader.Read(
            ReadAny.Read(
                Encoding.UTF8.GetBytes(
                    $"<html><body><p>云溪市民政局关于2026年工作情况的报告</p><p>一、进展情况</p><p>各地情况如下。</p><table>{rows}</table><p>云溪市民政局</p><p>2026年12月10日</p></body></html>"
                ),
                "report.html"
            ),
            new(2026, 12, 20)
        );
}
