using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Targets of plans and indicators of reports.</summary>
public class FigureTests
{
    [Theory]
    [InlineData("建设6个市级项目、2个省级基地。", "= 6 2 个")]
    [InlineData("建设2个省级专业群,1个市级专业群。", "= 2 1 个")]
    [InlineData("就业率不低于90%。", ">= 90 %")]
    [InlineData("能耗控制在50万元以内。", "<= 50 万元")]
    [InlineData("就业率超过90%。", "> 90 %")]
    [InlineData("全年培训1.5万人次以上。", ">= 15000 人次")]
    [InlineData("生均经费不低于1,200元/人/年。", ">= 1200 元/人/年")]
    public void A_number_a_plan_sets_is_a_target(string text, string target) =>
        Assert.Equal(target, Shown(Assert.Single(Plan(text).Targets)));

    [Theory]
    [InlineData("联合市财政局等6部门印发。")]
    [InlineData("建设药学、护理等3个专业。")]
    [InlineData("目前全市有12所学校。")]
    [InlineData("举办第3届大赛,落实《方案(2025年)》和“3个1”要求。")]
    [InlineData("分3个阶段推进,10个工作日内办结。")]
    public void A_count_a_name_or_a_span_of_time_is_no_target(string text) => Assert.Empty(Plan(text).Targets);

    [Fact]
    public void A_bound_that_lost_a_sign_is_doubted() =>
        Assert.NotNull(Assert.Single(Plan("标准不低8000元/年。").Targets).Doubt);

    [Fact]
    public void A_quota_is_read_for_each_sub_unit()
    {
        var targets = Plan("招生1000人,其中东山区400人、西山区600人。").Targets;
        Assert.Equal([null, "东山区", "西山区"], targets.Select(target => target.Scope));
        var table = Plan("做好工作。\n附件1\n区县\t任务数(户)\n东山区\t400\n西山区\t600\n合计\t1000").Targets;
        Assert.Equal(
            ["东山区 400 户", "西山区 600 户", " 1000 户"],
            table.Select(target => $"{target.Scope} {target.Values[0]} {target.Unit}")
        );
    }

    [Fact]
    public void Quotas_below_a_heading_of_two_rows_or_a_cell_a_line_are_read_with_what_was_reached()
    {
        var flat = Plan(
            "做好工作。\n附件1\n县区\n招生任务（人）\n实际招生（人）\n东山区\n400\n420\n西山区\n600\n590"
        ).Indicators;
        Assert.Equal(
            ["东山区 招生任务 400 420 True", "西山区 招生任务 600 590 False"],
            flat.Select(one => $"{one.Name} {one.Target} {one.Actual} {one.Met}")
        );
    }

    [Fact]
    public void A_cell_without_a_number_is_missing_and_named_with_its_row_and_column()
    {
        var read = Plan("做好工作。\n附件1\n区县\t任务数(户)\n东山区\t400\n西山区\t\n南山区\t待定\n北山区\t300");
        Assert.Equal(2, read.Targets.Count);
        Assert.Contains("“西山区”的“任务数(户)”为空", Of(read, FindingKind.LostFigure).Text);
        Assert.Contains("写作“待定”", Of(read, FindingKind.Unread).Text);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_or_not_what_the_text_says_is_shown_with_both_values()
    {
        var sum = Plan("做好工作。\n附件1\n区县\t任务数(户)\n东山区\t400\n西山区\t600\n合计\t1100");
        Assert.Equal(["1100", "1000"], Of(sum, FindingKind.SumMismatch).Values);
        var text = Plan("完成户厕改造1200户。\n附件1\n区县\t户厕改造任务(户)\n东山区\t400\n西山区\t600\n合计\t1000");
        Assert.Equal(["完成户厕改造1200户", "1000户"], Of(text, FindingKind.FiguresDiffer).Values);
    }

    [Fact]
    public void A_row_and_its_clause_that_give_different_numbers_for_one_thing_are_shown_with_both()
    {
        var read = Read(
            "关于开展培训的通知\n一、任务\n1.落实经费保障。公办高职生均经费不低于12000元。（责任单位：市财政局）\n附件\n序号\t任务\t责任单位\t完成时限\n1\t公办高职生均经费不低于15000元。\t市财政局\t2026年底前"
        );
        Assert.Equal(
            ["办高职生均经费不低于12000元", "办高职生均经费不低于15000元"],
            Of(read, FindingKind.FiguresDiffer).Values
        );
    }

    [Fact]
    public void A_figure_that_a_row_lost_is_proposed_from_its_clause()
    {
        var read = Read(
            "关于开展培训的通知\n一、任务\n1.落实经费保障。专项资金支付率不低于85%。（责任单位：市财政局）\n附件\n序号\t任务\t责任单位\t完成时限\n1\t专项资金支付率不低于。\t市财政局\t2026年底前"
        );
        var damaged = Of(read, FindingKind.DamagedText);
        Assert.Equal("专项资金支付率不低于85%。", damaged.Repair);
        Assert.Contains("专项资金支付率不低于85%", damaged.Support);
    }

    [Fact]
    public void A_lost_value_is_null_and_marked_never_zero()
    {
        var read = Report("毕业生就业率达,超过80%任务。");
        var indicator = Assert.Single(read.Indicators);
        Assert.Equal((null, true, 80m, true), (indicator.Actual, indicator.Lost, indicator.Target, indicator.Met));
        Assert.Equal(MetBasis.Text, indicator.Basis);
        Assert.Contains(
            read.Findings,
            finding => finding.Kind is FindingKind.LostFigure && finding.Text.Contains("原文缺失")
        );
    }

    [Theory]
    [InlineData("招生505人,超额完成425人任务。", "招生 505 425 True Figures")]
    [InlineData("招生405人,超额完成425人任务。", "招生 405 425  Contradicted")]
    [InlineData("培训60人,比2024年增加13人。", "培训 60   ")]
    [InlineData("获1金2银,超额完成银牌2个任务。", "  2  Contradicted")]
    public void A_value_is_compared_with_what_is_claimed_of_it(string text, string shown)
    {
        var one = Assert.Single(Report(text).Indicators);
        Assert.Equal(shown, $"{one.Name} {one.Actual} {one.Target} {one.Met} {one.Basis}");
    }

    [Fact]
    public void A_change_and_parts_that_do_not_add_up_are_shown_with_both_values()
    {
        var read = Report("培训60人,比2024年50人增加13人。招聘9人(甲校4人、乙校4人)。");
        Assert.Equal([false, false], read.Indicators.Select(indicator => indicator.PartsAgree));
        var sums = read.Findings.Where(finding => finding.Kind is FindingKind.SumMismatch).ToList();
        Assert.Equal(["9人 4+4=8人", "60 63"], sums.Select(sum => string.Join(' ', sum.Values)));
    }

    [Fact]
    public void A_table_of_indicators_states_target_and_value()
    {
        var read = Plan("做好工作。\n附件1\n指标名称\t目标值\t完成值\n就业率\t≥90%\t91.2%\n新增学校(所)\t5\t");
        Assert.Equal(
            ["就业率 >= 90 91.2 True False", "新增学校 >= 5   True"],
            read.Indicators.Select(one => $"{one.Name} {one.Op} {one.Target} {one.Actual} {one.Met} {one.Lost}")
        );
    }

    [Theory]
    [InlineData("办理人大建议、政协提案5件,2件主办、3件协办。", "5 2 3", false)]
    [InlineData("承办建议12件、提案9件,其中主办15件、会办7件。", "21 15 7", true)]
    public void Suggestions_and_proposals_are_counted_by_lead_and_assisting(string text, string shown, bool wrong)
    {
        var read = Report(text);
        var count = Assert.Single(read.Proposals);
        Assert.Equal(shown, $"{count.Total} {count.Lead} {count.Assist}");
        Assert.Equal(wrong, read.Findings.Any(finding => finding.Kind is FindingKind.SumMismatch));
    }

    private static Finding Of(Notice read, FindingKind kind) =>
        Assert.Single(read.Findings, finding => finding.Kind == kind);

    private static Notice Plan(string text) => Read("关于开展培训的通知\n一、任务\n1." + text);

    private static Notice Report(string text) => Read("云溪市教育局2025年工作总结\n一、主要工作\n1.工作情况。" + text);

    private static Notice Read(string text) => NoticeReader.Read(SourceText.FromText(text), new(2026, 1, 15));

    private static string Shown(Target target) => $"{target.Op} {string.Join(' ', target.Values)} {target.Unit}";
}
