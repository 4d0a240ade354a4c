using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Writing;

namespace JointMeeting.Documents.Tests.Writing;

public class SheetFileTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        string[][] rows =
        [
            ["单位", "意见"],
            ["市财政局", "资金须经预算安排"],
            ["市教育局", "  同意 <全文> & “无意见”"],
        ];
        var read = ReadAny.Read(SheetFile.Write("采纳情况", rows), "采纳情况.xlsx");
        var text = string.Join('\n', read.Lines.Select(l => l.Text));
        Assert.All(rows.SelectMany(r => r), cell => Assert.Contains(cell.Trim(), text));
    }

    [Fact]
    public void A_formula_stays_text()
    {
        var read = ReadAny.Read(
            SheetFile.Write(
                "表",
                [
                    ["=1+1"],
                    ["@SUM(A1)"],
                ]
            ),
            "表.xlsx"
        );
        Assert.Contains(read.Lines, l => l.Text.Contains("=1+1"));
        Assert.Contains(read.Lines, l => l.Text.Contains("@SUM(A1)"));
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out_and_more_than_26_columns_have_two_letters()
    {
        var wide = Enumerable.Range(1, 30).Select(i => $"列{i}\u0001").ToArray();
        var read = ReadAny.Read(SheetFile.Write("[很长的]名称：" + new string('长', 40), [wide]), "表.xlsx");
        Assert.Contains(read.Lines, l => l.Text.Contains("列30"));
        Assert.DoesNotContain(read.Lines, l => l.Text.Contains('\u0001'));
    }
}
