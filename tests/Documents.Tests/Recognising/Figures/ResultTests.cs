using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising.Figures;

/// <summary>What reports say was reached, beside what was planned.</summary>
public class ResultTests
{
    [Theory]
    [InlineData("全市完成投资412.6亿元，占年度计划520亿元的79.3%。", "投资 520 412.6")]
    [InlineData("计划新开工项目96个，已开工81个，开工率84.4%。", "新开工项目 96 81")]
    [InlineData("实现到位资金286.3亿元，完成年度目标360亿元的79.5%。", "到位资金 360 286.3")]
    public void A_goal_beside_its_result_is_one_indicator(string text, string shown)
    {
        var one = Assert.Single(Read(text).Indicators);
        Assert.EndsWith(shown, $"{one.Name} {one.Target:0.###} {one.Actual:0.###}");
        Assert.NotEqual(MetBasis.Contradicted, one.Basis);
    }

    [Fact]
    public void Parts_in_a_sentence_of_their_own_that_come_to_more_than_the_whole_are_named()
    {
        var read = Read("全市完成投资10亿元，占年度计划20亿元的50%。其中，甲类完成6亿元，乙类完成5亿元。");
        Assert.Single(read.Indicators);
        Assert.Contains(read.Findings, finding => finding.Kind is FindingKind.SumMismatch);
    }

    [Theory]
    [InlineData("东山区、西山区排名靠后，低于全市平均水平17.6个百分点。")]
    [InlineData("高于时序进度4.3个百分点。")]
    public void Where_somebody_stands_among_others_is_no_indicator(string text) => Assert.Empty(Read(text).Indicators);

    private static Notice Read(string text) =>
        NoticeReader.Read(
            SourceText.FromText(
                $"云溪市民政局关于2026年工作情况的报告\n一、进展情况\n{text}\n云溪市民政局\n2026年12月10日"
            ),
            new(2026, 12, 20)
        );
}
