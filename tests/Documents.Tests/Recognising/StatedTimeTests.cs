using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Every time expression of a text has its kind and the days it covers.</summary>
public class StatedTimeTests
{
    [Theory]
    [InlineData("2026年6月底前完成评估", "2026年6月底前 by  2026-06-30 ")]
    [InlineData("20268月底前完成", "20268月底前 by  2026-08-31 ")]
    [InlineData("2026年9月二期建成", "2026年9月 by  2026-09-30 ")]
    [InlineData("2026年9月召开会议", "2026年9月 during 2026-09-01 2026-09-30 ")]
    [InlineData("2025—2026学年度", "2025—2026学年度 range 2025-09-01 2026-08-31 ")]
    [InlineData("2025年3月至2026年10月", "2025年3月至2026年10月 range 2025-03-01 2026-10-31 ")]
    [InlineData("从2025年起", "从2025年起 range 2025-01-01  ")]
    [InlineData("从今年起", "从今年起 range 2026-01-01  ")]
    [InlineData("去年完成", "去年 during 2025-01-01 2025-12-31 ")]
    [InlineData("3月21日开会", "3月21日 point 2026-03-21 2026-03-21 ")]
    [InlineData("“十五五”期间持续实施", "“十五五”期间 ongoingUntil 2026-01-01 2030-12-31 ")]
    [InlineData("“十四五”规划的收官之年", "“十四五”规划 label 2021-01-01 2025-12-31 ")]
    [InlineData("每季度末月25日前报送", "每季度末月25日前 recurring   quarterly")]
    [InlineData("定期通报", "定期 recurring   unspecified")]
    [InlineData("自印发之日起30日内报送", "自印发之日起30日内 relative   ")]
    [InlineData("会后5个工作日内印发", "会后5个工作日内 relative   ")]
    [InlineData("春节前走访", "春节前 relative   ")]
    [InlineData("长期坚持", "长期坚持 ongoing   ")]
    [InlineData("尽快落实", "尽快 soft   ")]
    [InlineData("2026届毕业生", "2026届 label   ")]
    [InlineData("2026是关键之年", "2026 during 2026-01-01 2026-12-31 ")]
    public void An_expression_is_read(string text, string shown)
    {
        var time = Read("通知如下:" + text)[0];
        Assert.Equal(
            shown,
            $"{time.Raw} {time.Kind.Word()} {time.Start:yyyy-MM-dd} {time.End:yyyy-MM-dd} {time.Period}"
        );
    }

    [Theory]
    [InlineData("可持续发展")]
    [InlineData("中长期规划")]
    [InlineData("固定期限合同")]
    [InlineData("青政发〔2026〕12号")]
    [InlineData("电话85202612")]
    [InlineData("投入2026万元")]
    public void What_only_looks_like_one_is_none(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_year_in_a_title_is_marked_as_part_of_a_name() =>
        Assert.True(Read("落实《方案(2025—2027年)》").Single().InName);

    [Fact]
    public void Without_a_year_in_the_document_this_year_is_ambiguous() =>
        Assert.Equal(DeadlineKind.Ambiguous, Times("关于开展检查的通知\n今年完成。")[0].Kind);

    private static List<StatedTime> Read(string text) =>
        [
            .. Times($"关于开展检查的通知\n{text}。\n云溪市民政局\n2026年3月10日")
                .Where(time => time.Raw != "2026年3月10日"),
        ];

    private static IReadOnlyList<StatedTime> Times(string text) =>
        NoticeReader.Read(SourceText.FromText(text), new(2026, 3, 15)).Times;
}
