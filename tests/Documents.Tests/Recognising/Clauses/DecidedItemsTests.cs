using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Minutes that number nothing below their headings: the paragraphs that decide are the items.</summary>
public class DecidedItemsTests
{
    private const string Text = """
        云溪市养老服务联席会议纪要

        一、关于工作进展
        会议听取了市民政局的汇报。截至5月底，建成助餐点46个，完成年度任务60个的76.7%；床位使用率达到58.4%，距60%的目标还差1.6个百分点。
        会议指出，部分助餐点3个月没有开业。

        二、关于下一步工作
        会议明确，由市民政局牵头，市财政局、市卫健委配合，于2026年9月底前建成助餐点60个。
        会议议定，由市财政局牵头，市审计局配合，2026年10月底前完成补贴清算。
        会议强调，各单位要提高认识。

        云溪市人民政府办公室
        2026年6月17日
        """;

    private readonly Notice read = NoticeReader.Read(SourceText.FromText(Text), new(2026, 6, 20));

    [Fact]
    public void What_the_meeting_decides_is_an_item_with_its_units()
    {
        Assert.Equal(
            ["市民政局|市财政局 市卫健委", "市财政局|市审计局"],
            read.Clauses.Select(clause =>
                $"{string.Join(' ', clause.Units.Lead.Select(unit => unit.Name))}|{string.Join(' ', clause.Units.Responsible.Select(unit => unit.Name))}"
            )
        );
        Assert.All(read.Clauses, clause => Assert.Equal("二、关于下一步工作", clause.Section));
    }

    [Fact]
    public void What_it_heard_is_a_result_and_no_target()
    {
        Assert.Equal(
            ["建成助餐点 60 46", "床位使用率 60 58.4"],
            read.Indicators.Select(one => $"{one.Name} {one.Target} {one.Actual}")
        );
        Assert.Equal([60m], read.Targets.Select(target => target.Values[0]));
    }
}
