using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Month plans without a table, and months that are more than one.</summary>
public class MonthPlanTests
{
    private const string Title = "关于印发2026年工作计划的通知\n";

    [Fact]
    public void A_line_for_each_month_with_its_matters_below_is_a_month_plan()
    {
        var entries = Text(
            "一、月度安排\n2月\n①印发计划；②召开会议。\n3\n①启动摸底②公布名单。\n4月\n组织验收。"
        ).Calendar;
        Assert.Equal(
            ["2.1 印发计划", "2.2 召开会议", "3.1 启动摸底", "3.2 公布名单", "4.1 组织验收"],
            entries.Select(entry => $"{entry.Month}.{entry.Number} {entry.Text}")
        );
        Assert.NotNull(entries[3].Doubt);
    }

    [Fact]
    public void A_line_for_each_quarter_lasts_three_months_and_each_part_names_its_units()
    {
        var entries = Text(
            "一、安排\n第一季度：制定计划（市民政局）；召开会议（市财政局）。\n第二季度：开展检查（市审计局）。\n第三季度：组织评估。"
        ).Calendar;
        Assert.Equal(
            ["1-3 制定计划 市民政局", "1-3 召开会议 市财政局", "4-6 开展检查 市审计局", "7-9 组织评估 "],
            entries.Select(entry =>
                $"{entry.Month}-{entry.LastMonth} {entry.Text} {string.Join('、', entry.Units.All)}"
            )
        );
    }

    [Fact]
    public void A_month_that_lost_its_sign_is_one_between_two_others() =>
        Assert.Equal(
            [3, 4, 5],
            Text("一、分月安排\n3月：（1）下达计划。\n4：（1）启动工程。\n5月：（1）公布名录。")
                .Calendar.Select(entry => entry.Month)
        );

    [Fact]
    public void Two_months_alone_make_no_plan() =>
        Assert.Empty(Text("一、安排\n2月\n印发计划。\n3月\n召开会议。").Calendar);

    /// <summary>6、12月 became half a year, 11—1月 ended in November, and 每月 was gone.</summary>
    [Theory]
    [InlineData("6、12月", "2026-06-01 2026-06-30", "2026-12-01 2026-12-31")]
    [InlineData("11—1月", "2026-11-01 2027-01-31")]
    [InlineData("每月", "2026-01-01 2026-12-31")]
    public void Months_that_are_more_than_one_are_read_as_they_are_written_and_doubted(
        string months,
        params string[] spans
    )
    {
        var entries = NoticeReader
            .Read(
                ReadAny.Read(
                    Encoding.UTF8.GetBytes(
                        $"<p>{Title}</p><table><tr><td>月份</td><td>工作内容</td></tr><tr><td>3月</td><td>1.印发计划。</td></tr><tr><td>{months}</td><td>1.开展演练。</td></tr></table><p>云溪市民政局</p><p>2026年1月10日</p>"
                    ),
                    "plan.html"
                ),
                new(2026, 2, 1)
            )
            .Calendar.Skip(1)
            .ToList();
        Assert.Equal(spans, entries.Select(entry => $"{entry.Start:yyyy-MM-dd} {entry.End:yyyy-MM-dd}"));
        Assert.All(entries, entry => Assert.NotNull(entry.Doubt));
    }

    private static Notice Text(string text) =>
        NoticeReader.Read(SourceText.FromText($"{Title}{text}\n云溪市民政局\n2026年1月10日"), new(2026, 2, 1));
}
