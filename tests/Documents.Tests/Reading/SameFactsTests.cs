using System.Text;
using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>One notice, whatever kind of file it arrives as, has the same facts.</summary>
public class SameFactsTests
{
    private static readonly string Plain = Facts(ReadAny.Read(Samples.Samples.Notice(), "通知.txt"));

    [Fact]
    public void A_web_page_has_the_facts_of_its_text() => Has(Encoding.UTF8.GetBytes(SampleForms.Html()), "通知.html");

    [Fact]
    public void A_web_page_in_gb18030_has_the_facts_of_its_text() =>
        Has(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(SampleForms.Html()), "通知.htm");

    [Fact]
    public void A_word_file_has_the_facts_of_its_text() => Has(SampleForms.Docx(), "通知.docx");

    [Fact]
    public void A_workbook_has_the_facts_of_its_text() => Has(SampleForms.Xlsx(), "通知.xlsx");

    [Fact]
    public void A_paste_with_tabs_has_the_facts_of_its_text() => Has(Encoding.UTF8.GetBytes(SampleForms.Paste()), "");

    [Fact]
    public void The_name_of_a_file_does_not_matter() => Has(SampleForms.Docx(), "通知.txt");

    [Fact]
    public void A_line_says_where_it_stood()
    {
        var read = ReadAny.Read(SampleForms.Docx(), "通知.docx");
        Assert.Equal("第 1 段", read.Lines[0].Origin.Shown);
        Assert.Equal("表 1第 1 行第 2 列", read.Lines.First(line => line.Text == "重点任务").Origin.Shown);
        var sheet = ReadAny.Read(SampleForms.Xlsx(), "通知.xlsx");
        Assert.Equal("工作表“分工表”第 1 行第 2 列", sheet.Lines.First(line => line.Text == "重点任务").Origin.Shown);
        var text = ReadAny.Read(Samples.Samples.Notice(), "");
        Assert.Equal("第 1 行", text.Lines[0].Origin.Shown);
    }

    private static void Has(byte[] bytes, string name) => Assert.Equal(Plain, Facts(ReadAny.Read(bytes, name)));

    private static string Facts(SourceText source)
    {
        var json = NoticeJson.ToNode(NoticeReader.Read(source, new(2026, 4, 1)));
        json.Remove("remarks");
        WithoutLines(json);
        return json.ToJsonString(
            new()
            {
                WriteIndented = true,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }

    private static void WithoutLines(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("line");
            foreach (var field in fields)
                WithoutLines(field.Value);
        }
        else if (node is JsonArray items)
            foreach (var item in items)
                WithoutLines(item);
    }
}
