using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>OFD pages place text by coordinates, in whatever order the program that made them liked.</summary>
public class OfdFileTests
{
    private const string Ofd = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    [Fact]
    public void Text_is_read_by_its_place_page_by_page()
    {
        var read = ReadAny.Read(
            File(
                Page(Text(30, 60, "一、主要任务"), Text(30, 40, "关于建设停车设施的通知"), Text(58, 60.4, "共五项")),
                Page(Text(30, 40, "（一）新增停车位三百个。"))
            ),
            "定稿.ofd"
        );
        Assert.Equal(
            ["关于建设停车设施的通知", "一、主要任务共五项", "（一）新增停车位三百个。"],
            read.Lines.Select(l => l.Text)
        );
        Assert.Contains(read.Notices, n => n.Contains("OFD"));
    }

    [Fact]
    public void A_page_that_is_missing_is_a_broken_file()
    {
        var refused = Assert.Throws<ImportRefusedException>(() =>
            ReadAny.Read(
                SampleForms.Packed([("OFD.xml", Root), ("Doc_0/Document.xml", Document("Pages/Page_0/Content.xml"))]),
                "定稿.ofd"
            )
        );
        Assert.Equal(RefusalCode.Broken, refused.Code);
    }

    [Fact]
    public void Pictures_of_pages_have_no_text()
    {
        var refused = Assert.Throws<ImportRefusedException>(() => ReadAny.Read(File(Page()), "扫描.ofd"));
        Assert.Equal(RefusalCode.Empty, refused.Code);
    }

    private static string Root =>
        $"<ofd:OFD {Ofd}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";

    private static string Document(params string[] pages) =>
        $"<ofd:Document {Ofd}><ofd:Pages>{string.Concat(pages.Select((p, i) => $"<ofd:Page ID=\"{i}\" BaseLoc=\"{p}\"/>"))}</ofd:Pages></ofd:Document>";

    private static string Page(params string[] texts) =>
        $"<ofd:Page {Ofd}><ofd:Content><ofd:Layer>{string.Concat(texts)}</ofd:Layer></ofd:Content></ofd:Page>";

    private static string Text(double x, double y, string text) =>
        $"<ofd:TextObject Boundary=\"{x} {y} 100 8\"><ofd:TextCode X=\"0\" Y=\"5\">{text}</ofd:TextCode></ofd:TextObject>";

    private static byte[] File(params string[] pages)
    {
        var names = pages.Select((_, i) => $"Pages/Page_{i}/Content.xml").ToArray();
        return SampleForms.Packed([
            ("OFD.xml", Root),
            ("Doc_0/Document.xml", Document(names)),
            .. pages.Select((p, i) => ($"Doc_0/{names[i]}", p)),
        ]);
    }
}
