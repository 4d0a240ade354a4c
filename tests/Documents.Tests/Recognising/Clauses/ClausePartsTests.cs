using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Parts of a clause that name units of their own, and who acts in a role.</summary>
public class ClausePartsTests
{
    [Fact]
    public void Parts_with_units_of_their_own_are_clauses_below_the_one_that_names_none()
    {
        var clauses = Read(
            "1.规范服务。\n（1）修订清单。（市财政局负责，4月底前）\n（2）开展整治。（市民政局牵头，市财政局配合）"
        ).Clauses;
        Assert.Equal(["规范服务", "修订清单", "开展整治"], clauses.Select(clause => clause.Title));
        Assert.Equal(
            ["", "市财政局", "市民政局 市财政局"],
            clauses.Select(clause => string.Join(' ', clause.Units.All))
        );
        Assert.Equal("4月底前", clauses[1].Deadline!.Value.Raw);
    }

    [Fact]
    public void Parts_below_a_clause_that_names_its_units_stay_its_text()
    {
        var clause = Assert.Single(
            Read("1.规范服务。\n（1）修订清单。\n（2）开展整治。\n（责任单位：市民政局）").Clauses
        );
        Assert.Contains("修订清单", clause.Text);
    }

    [Theory]
    [InlineData("1.各承办单位要严格落实要求。", "各承办单位")]
    [InlineData("1.由市城管局、市水利局进一步论证。", "市城管局 市水利局")]
    [InlineData("1.请市民政局根据会议意见修改完善。", "市民政局")]
    [InlineData("1.由市民政局会同市残联于6月底前下达任务。", "市民政局 市残联")]
    [InlineData("1.各级各部门要高度重视。", "")]
    public void Who_is_to_act_is_told_from_the_sentence(string text, string units) =>
        Assert.Equal(units, string.Join(' ', Assert.Single(Read(text).Clauses).Units.All));

    [Fact]
    public void The_span_of_a_stage_is_no_part_of_its_title() =>
        Assert.Equal(
            "动员部署阶段",
            Read(
                "一、步骤\n（一）动员部署阶段（3月1日—3月31日）。制定方案。\n（二）整治阶段（4月）。开展检查。\n（三）总结阶段。形成报告。"
            )
                .Clauses[0]
                .Title
        );

    [Theory]
    [InlineData("请各单位于6月底前完成自查。", "写有时限")]
    [InlineData("全市参保率不低于95%。", "写有数值要求")]
    public void A_sentence_in_front_of_all_headings_that_sets_something_is_named(string text, string what) =>
        Assert.Contains(
            Read($"各单位：\n{text}\n一、任务\n1.开展检查。").Findings,
            finding => finding.Kind is FindingKind.Unread && finding.Text.Contains(what)
        );

    private static Notice Read(string text) =>
        NoticeReader.Read(
            SourceText.FromText($"云溪市民政局关于开展检查的通知\n{text}\n云溪市民政局\n2026年3月10日"),
            new(2026, 3, 20)
        );
}
