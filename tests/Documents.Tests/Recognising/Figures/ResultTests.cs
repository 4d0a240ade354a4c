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

    /// <summary>Name, goal, result, what it was before and the share of the goal, as the sentence states them.</summary>
    [Theory]
    [InlineData("全市计划改造小区186个，截至6月底已开工152个，开工率81.7%。", "改造小区 186 152 - 81.7")]
    [InlineData(
        "租赁住房新开工计划4860套，实际开工4392套，开工率90.4%，比上年同期高3.2个百分点。",
        "租赁住房新开工 4860 4392 - 90.4"
    )]
    [InlineData(
        "全年目标城镇新增就业3600人，截至6月底新增2147人，占全年目标的59.6%。",
        "城镇新增就业 3600 2147 - 59.6"
    )]
    [InlineData("失业人员再就业612人，年度任务为1000人。", "失业人员再就业 1000 612 - 61.2")]
    [InlineData("改造老旧管网完成年度目标48公里的46.5%。", "改造老旧管网 48 - - 46.5")]
    [InlineData("大班额占比由年初的3.8%下降到1.6%。", "大班额占比 - 1.6 3.8 -")]
    [InlineData("跨省结算率由2024年的61.3%提升至78.9%。", "跨省结算率 - 78.9 61.3 -")]
    [InlineData(
        "发放补贴6318户，为年度任务5800户的108.9%，比上年同期5472户增加846户。",
        "发放补贴 5800 6318 5472 108.9"
    )]
    [InlineData("水厂建设完成15座，占年度任务24座的62.5%。", "水厂建设 24 15 - 62.5")]
    [InlineData("普及率达到93.8%，较上月提高0.4个百分点，距95%的年度目标还差1.2个百分点。", "普及率 95 93.8 - -")]
    [InlineData(
        "完成工业投资86.4亿元，增长11.5%，增速居全省第3位，完成年度目标110亿元的78.5%。",
        "工业投资 110 86.4 - 78.5"
    )]
    [InlineData("新增就业2.3万人，完成全年目标的92%。", "就业 - 23000 - 92")]
    [InlineData("护理型床位占比达到61%（年度目标60%）。", "护理型床位占比 60 61 - -")]
    [InlineData("开工冷藏设施31座（占任务35座的88.6%）。", "开工冷藏设施 35 31 - 88.57")]
    [InlineData("新增公办学位7200个，超额完成年度计划（6000个），完成率120%。", "公办学位 6000 7200 - 120")]
    [InlineData("实现销售额318.6亿元，完成年初预期目标（增长6.5%以上）。", "销售额 - 318.6 - -")]
    [InlineData("PM2.5平均浓度27微克/立方米，同比下降6.9%。", "PM2.5平均浓度 - 27 - -")]
    [InlineData(
        "播种面积落实到312.6万亩，高出省里下达的312万亩任务0.6万亩，比上年的311.6万亩扩种1万亩。",
        "播种面积落实到 3120000 3126000 3116000 100.19"
    )]
    [InlineData("年末库存6.2万吨，与省核定的6.2万吨规模目标一致。", "年末库存 62000 62000 - 100")]
    [InlineData("建成网点236个，原定220个，超建16个。", "建成网点 220 236 - 107.27")]
    [InlineData("获批省级以上创新平台9个，比8个的计划数多1个。", "创新平台 8 9 - 112.5")]
    public void A_sentence_states_an_indicator(string text, string shown) =>
        Assert.EndsWith(shown, Shown(Assert.Single(Read(text).Indicators)));

    [Fact]
    public void One_plan_may_have_two_results()
    {
        var read = Read("管网改造年度任务780公里，截至5月底，已开工659公里，开工率84.5%；已完成417公里，完成率53.5%。");
        Assert.Equal(["管网改造 780 659 - 84.5", "管网改造 780 417 - 53.5"], read.Indicators.Select(Shown));
    }

    [Fact]
    public void A_rate_tells_what_the_second_of_two_results_is_measured_by()
    {
        var read = Read("排查隐患213处，已整改208处，整改率97.7%。");
        Assert.Equal(["排查隐患 - 213 - -", "排查隐患整改 213 208 - 97.7"], read.Indicators.Select(Shown));
    }

    [Fact]
    public void Goals_in_one_sentence_and_results_in_the_next_are_paired_by_name()
    {
        var read = Read(
            "目标任务：改造中心20个、便民商店150个。完成情况：改造中心22个、便民商店163个，完成率分别为110%、108.7%。"
        );
        Assert.Equal(["改造中心 20 22 - 110", "便民商店 150 163 - 108.67"], read.Indicators.Select(Shown));
    }

    [Theory]
    [InlineData("城镇登记失业率为3.12%，控制在4.5%的年度目标以内。", "<=", true)]
    [InlineData("城镇登记失业率为4.8%，高于4.5%的控制目标。", "<=", false)]
    [InlineData("损失率由2023年的4.1%压减至3.6%，没有突破4%的年度上限。", "<=", true)]
    [InlineData("优良天数比例为93.4%，未达到94%的年度目标。", ">=", false)]
    public void What_is_better_the_less_there_is_of_it_is_met_below_its_goal(string text, string op, bool met)
    {
        var one = Assert.Single(Read(text).Indicators);
        Assert.Equal((op, met), (one.Op, one.Met));
    }

    [Theory]
    [InlineData("普惠率由去年底的86.5%提高到，超过88%的年度目标。")]
    [InlineData("商户满意度为，较上年提高2.4个百分点。")]
    public void A_value_that_fell_out_is_lost_and_not_the_one_beside_it(string text)
    {
        var one = Assert.Single(Read(text).Indicators);
        Assert.Equal((true, null), (one.Lost, one.Actual));
    }

    private static string Shown(Indicator one)
    {
        static string Of(decimal? value) => value is null ? "-" : $"{value:0.##}";
        return $"{one.Name} {Of(one.Target)} {Of(one.Actual)} {Of(one.Previous)} {Of(one.CompletionRate)}";
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
    [InlineData("东县、西县进度分别为72%、68%。")]
    [InlineData("基本建成进度快于时序2个百分点。")]
    public void Where_somebody_stands_among_others_is_no_indicator(string text) => Assert.Empty(Read(text).Indicators);

    private static Notice Read(string text) =>
        NoticeReader.Read(
            SourceText.FromText(
                $"云溪市民政局关于2026年工作情况的报告\n一、进展情况\n{text}\n云溪市民政局\n2026年12月10日"
            ),
            new(2026, 12, 20)
        );
}
