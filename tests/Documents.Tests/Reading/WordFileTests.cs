using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Reading.Word;

namespace JointMeeting.Documents.Tests.Reading;

public class WordFileTests
{
    [Fact]
    public void Numbers_of_the_word_processor_are_made_visible() =>
        Assert.Equal(
            ["1．甲", "（一）乙", "（二）丙", "2．丁", "（一）戊"],
            Lines(Numbered(0, "甲") + Numbered(1, "乙") + Numbered(1, "丙") + Numbered(0, "丁") + Numbered(1, "戊"))
        );

    [Fact]
    public void A_text_box_is_read_once_behind_its_paragraph()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";
        Assert.Equal(
            ["正文", "框内", "下一段"],
            Lines(
                $"<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p>{SampleForms.Run("下一段")}</w:p>"
            )
        );
    }

    [Fact]
    public void Insertions_are_read_and_deletions_are_not()
    {
        var read = Read(
            $"<w:p>{SampleForms.Run("市")}<w:ins>{SampleForms.Run("教育局")}</w:ins><w:del><w:r><w:delText>财政局</w:delText></w:r></w:del></w:p>"
        );
        Assert.Equal("市教育局", Assert.Single(read.Lines).Text);
        Assert.Contains("修订", Assert.Single(read.Notices));
    }

    [Fact]
    public void Hidden_text_and_instructions_of_fields_are_left_out() =>
        Assert.Equal(
            ["可见"],
            Lines(
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r><w:r><w:t>可见</w:t></w:r></w:p>"
            )
        );

    [Theory]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 21, "二十一")]
    [InlineData("chineseCounting", 105, "一百零五")]
    [InlineData("chineseCounting", 110, "一百一十")]
    [InlineData("chineseLegalSimplified", 3, "叁")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("lowerLetter", 27, "aa")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("neverHeardOf", 7, "7")]
    public void Numbers_are_written_in_their_format(string format, int number, string written) =>
        Assert.Equal(written, NumberFormats.Write(format, number));

    private static string Numbered(int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{SampleForms.Run(text)}</w:p>";

    private static IEnumerable<string> Lines(string body) => Read(body).Lines.Select(line => line.Text);

    private static SourceText Read(string body) => ReadAny.Read(SampleForms.Docx(body), "a.docx");
}
