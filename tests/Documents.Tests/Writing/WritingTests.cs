using System.Text;
using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Documents.Writing;

namespace JointMeeting.Documents.Tests.Writing;

public class WritingTests
{
    private static readonly Sheet List = new(
        "建议/清单",
        ["编号", "标题", "领衔代表", "主办单位", "办理期限"],
        [
            ["1", "关于“停车”<位>的建议,及其他", "李明", "市教育局", new DateOnly(2026, 6, 30)],
            [2, "=1+1 的建议", "王芳\u0001", null, null],
        ]
    );

    [Fact]
    public void What_is_written_as_a_workbook_is_read_again_by_the_own_importer()
    {
        var read = ItemListReader.Read(Workbook.Write(List), "清单.xlsx").Items;
        Assert.Equal(["关于“停车”<位>的建议,及其他", "=1+1 的建议"], read.Select(i => i.Title));
        Assert.Equal(("1", "李明", new DateOnly(2026, 6, 30)), (read[0].Number, read[0].Lead, read[0].FixedOn));
        Assert.Equal(("2", "王芳"), (read[1].Number, read[1].Lead));
    }

    [Fact]
    public void A_csv_opens_in_a_spreadsheet_and_runs_nothing()
    {
        var bytes = Csv.Write(List);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"关于“停车”<位>的建议,及其他\",李明", text);
        Assert.Contains("'=1+1 的建议", text);
    }

    [Fact]
    public void A_note_stands_under_its_table()
    {
        var rows = Encoding
            .UTF8.GetString(Csv.Write(List with { Note = "占比按最大余数法取整" }))
            .TrimEnd()
            .Split("\r\n");
        Assert.Equal("占比按最大余数法取整", rows[^1]);
    }
}
