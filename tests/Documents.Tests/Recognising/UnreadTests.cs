using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>What the importer leaves out is named with its place: nothing is lost silently.</summary>
public class UnreadTests
{
    private const string Head = "云溪市人民政府关于开展检查的通知\n";

    [Theory]
    [InlineData("1.开展检查。\n附件\n车牌\t型号\t驾驶员\n甲1\t小型\t张三\n甲2\t大型\t李四", "表格没有读入", "甲1")]
    [InlineData(
        "1.开展检查。\n附件\n序号\t任务\t责任单位\t批示\n1\t开展检查\t市教育局\t阅",
        "“批示”一栏没有读入",
        "阅"
    )]
    [InlineData(
        "1.开展检查。\n附件\n序号\t任务\t责任单位\n1\t开展检查\t市教育局\n2\t\t市财政局",
        "一行没有任务内容",
        "市财政局"
    )]
    [InlineData("市教育局12人、市财政局：\n1.开展检查。", "像是主送机关", "12人")]
    [InlineData("1.开展检查。（市教育局同志和市财政局同志们牵头）", "像是责任单位", "市财政局同志们")]
    [InlineData("一、要求\n1.开展检查。市教育局于3月5日前向市政府报告。", "像是报送要求", "3月5日前")]
    public void A_part_that_no_grammar_takes_is_named_with_its_words(string text, string what, string words)
    {
        var unread = Read(text).Findings.Where(finding => finding.Kind is FindingKind.Unread);
        Assert.Contains(unread, finding => finding.Text.Contains(what) && finding.Support!.Contains(words));
    }

    [Fact]
    public void Numbered_text_that_becomes_no_clause_is_named_once_a_section()
    {
        var read = Read(
            "一、任务\n（一）培训\n1.开展技能培训。（责任单位：市人社局）\n（二）检查\n2.开展安全检查。（责任单位：市应急局）\n三、保障措施\n（一）加强领导，各单位要高度重视这项工作，抓好落实，务求实效。\n1.每年安排专项经费，用于培训和检查，不得挪作他用。\n（二）严格考核，把这项工作纳入年度考核，定期通报进展情况。"
        );
        var unread = Assert.Single(read.Findings, finding => finding.Kind is FindingKind.Unread);
        Assert.Contains("保障措施", unread.Text);
    }

    [Fact]
    public void A_plain_notice_leaves_nothing_out() =>
        Assert.DoesNotContain(
            Read(
                "各县（市、区）人民政府：\n一、任务\n1.开展检查。（责任单位：市教育局）\n附件\n序号\t任务\t责任单位\n1\t开展检查\t市教育局"
            ).Findings,
            finding => finding.Kind is FindingKind.Unread
        );

    private static Notice Read(string text) => NoticeReader.Read(SourceText.FromText(Head + text), new(2026, 1, 15));
}
