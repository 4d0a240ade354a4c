using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class FinalMatchesSignedTests
{
    private static readonly string[] Signed = ["新增停车位 300 个。", "建成信息平台，2026年6月底前上线。"];

    [Fact]
    public void Line_breaks_page_numbers_and_headings_of_the_print_do_not_count() =>
        Assert.Empty(
            FinalMatchesSigned.Differences(
                Signed,
                "云江市教育局文件\n云教发〔2026〕1号\n一、新增停车位 300\n个。\n— 1 —\n二、建成信息平台，2026年6\n— 2 —\n月底前上线。\n印章"
            )
        );

    [Theory]
    [InlineData("新增停车位300个。建成信息平台，2026年9月底前上线。")]
    [InlineData("新增停车位300个。建成信息平台,2026年6月底前上线。")]
    [InlineData("新增停车位300个。")]
    public void A_clause_that_differs_in_one_sign_or_is_missing_is_named(string final) =>
        Assert.Equal(
            (2, Signed[1]),
            FinalMatchesSigned.Differences(Signed, final).Select(d => (d.Place, d.Signed)).Single()
        );

    [Fact]
    public void Clauses_in_another_order_are_named() =>
        Assert.Equal(2, Assert.Single(FinalMatchesSigned.Differences(Signed, Signed[1] + Signed[0])).Place);
}
