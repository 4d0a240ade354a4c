using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Numbers that jump tell that something is missing.</summary>
public class NumberGapsTests
{
    [Theory]
    [InlineData("一、任务\n1.开展检查。\n2.开展培训。\n4.开展评估。", "4.")]
    [InlineData("一、任务\n（一）开展检查。\n（三）开展评估。", "（三）")]
    [InlineData("一、任务\n开展检查。\n三、要求\n加强领导。", "三、")]
    public void A_jump_is_named(string text, string label) =>
        Assert.Contains(Gaps(text), finding => finding.Text.Contains($"跳到“{label}”"));

    [Theory]
    [InlineData("一、任务\n1.开展检查。\n2.开展培训。\n二、要求\n1.加强领导。\n2.定期通报。")]
    [InlineData("一、任务\n（一）检查\n1.开展检查。\n（二）培训\n2.开展培训。")]
    public void Numbers_that_go_on_or_begin_anew_are_none(string text) => Assert.Empty(Gaps(text));

    private static IEnumerable<Finding> Gaps(string text) =>
        NoticeReader
            .Read(SourceText.FromText($"云溪市民政局关于开展检查的通知\n{text}"), new(2026, 3, 20))
            .Findings.Where(finding => finding.Kind is FindingKind.CountMismatch);
}
