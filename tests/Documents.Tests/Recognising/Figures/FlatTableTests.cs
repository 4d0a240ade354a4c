using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising.Figures;

/// <summary>Tables of figures without borders: a row that lost a cell neither ends them nor is lost silently.</summary>
public class FlatTableTests
{
    private const string Whole = "乡镇\n2025年完成数\n2026年任务数\n甲镇\n10\n20\n乙镇\n11\n21\n";

    [Fact]
    public void A_row_whose_lost_cell_left_a_blank_line_is_read_with_a_doubt_and_the_table_goes_on()
    {
        var read = Read(Whole + "丙镇\n\n22\n丁镇\n13\n23");
        Assert.Equal(["甲镇 20", "乙镇 21", "丙镇 22", "丁镇 23"], Targets(read));
        Assert.NotNull(read.Targets[2].Doubt);
        Assert.Contains(read.Findings, finding => finding.Kind is FindingKind.LostFigure);
    }

    [Fact]
    public void A_row_whose_lost_cell_cannot_be_told_is_named_with_its_words_and_the_table_goes_on()
    {
        var read = Read(Whole + "丙镇\n22\n丁镇\n13\n23");
        Assert.Equal(["甲镇 20", "乙镇 21", "丁镇 23"], Targets(read));
        Assert.Contains(Unread(read), finding => finding.Support == "丙镇 22");
    }

    [Fact]
    public void A_row_that_lost_its_name_is_named()
    {
        var read = Read(Whole + "12\n22\n丁镇\n13\n23");
        Assert.Contains("丁镇 23", Targets(read));
        Assert.Contains(Unread(read), finding => finding.Support!.Contains("12 22"));
    }

    [Fact]
    public void A_row_without_any_number_does_not_end_the_table()
    {
        var read = Read(Whole + "丙镇\n丁镇\n13\n23");
        Assert.Contains("丁镇 23", Targets(read));
        Assert.Contains(Unread(read), finding => finding.Support == "丙镇");
    }

    [Fact]
    public void A_numbered_table_goes_on_at_the_next_number()
    {
        var read = Read("序号\n指标名称\n单位\n目标值\n1\n造林面积\n亩\n300\n2\n湿地保护率\n60\n3\n绿道长度\n公里\n12");
        Assert.Equal(["300 亩", "12 公里"], read.Targets.Select(target => $"{target.Values[0]} {target.Unit}"));
        Assert.Contains(Unread(read), finding => finding.Support!.Contains("湿地保护率"));
    }

    [Fact]
    public void A_table_whose_header_does_not_fit_its_rows_is_named_as_a_whole()
    {
        var read = Read("乡镇\n2026年任务数\n甲镇\n10\n20\n乙镇\n11\n21\n丙镇\n12\n22");
        Assert.Empty(read.Targets);
        Assert.Contains(Unread(read), finding => finding.Support!.Contains("丙镇 12 22"));
    }

    [Theory]
    [InlineData("2025年完成数\n2026年任务数", 2)]
    [InlineData("上年任务数\n本年任务数", 2)]
    [InlineData("基数\n目标数", 2)]
    [InlineData("现有户数\n应完成户数", 2)]
    [InlineData("2025年任务数\n2026年任务数", 2)]
    public void A_column_of_the_past_is_no_target_and_is_named(string heads, int targets)
    {
        var read = Read($"乡镇\n{heads}\n甲镇\n10\n20\n乙镇\n11\n21");
        Assert.Equal(targets, read.Targets.Count);
        Assert.All(read.Targets, target => Assert.True(target.Values[0] >= 20));
    }

    [Theory]
    [InlineData("年度目标\n已完成")]
    [InlineData("年度目标\n1—9月完成")]
    [InlineData("计划完成数\n实际完成数")]
    public void What_was_reached_beside_a_goal_makes_an_indicator(string heads)
    {
        var read = Read($"乡镇\n{heads}\n甲镇\n10\n20\n乙镇\n11\n21");
        Assert.Equal([(10m, 20m), (11m, 21m)], read.Indicators.Select(one => (one.Target!.Value, one.Actual!.Value)));
    }

    private static IEnumerable<string> Targets(Notice read) =>
        read.Targets.Select(target => $"{target.Scope} {target.Values[0]}");

    private static IEnumerable<Finding> Unread(Notice read) =>
        read.Findings.Where(finding => finding.Kind is FindingKind.Unread);

    private static Notice Read(string table) =>
        NoticeReader.Read(
            SourceText.FromText(
                $"云溪市民政局关于下达2026年任务的通知\n一、要求\n1.做好工作。\n云溪市民政局\n2026年3月10日\n附件\n{table}"
            ),
            new(2026, 3, 20)
        );
}
