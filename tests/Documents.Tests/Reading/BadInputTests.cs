using System.Net;
using System.Net.Sockets;
using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Reading.Outside;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Files that are damaged, built to do harm, or of a kind that is not read: each is refused with what to do, or read without the harm.</summary>
public class BadInputTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    [Fact]
    public void A_zip_bomb_is_stopped_while_it_unpacks() =>
        Refuses(
            RefusalCode.Hostile,
            Document(
                $"<w:document {W}><w:body><w:p>{SampleForms.Run(new string('零', 20_000_000))}</w:p></w:body></w:document>"
            )
        );

    [Fact]
    public void Too_much_text_is_stopped_even_without_a_bomb() =>
        Refuses(
            RefusalCode.TooLarge,
            Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<p>检查工作</p>", 350_000)))
        );

    [Fact]
    public void A_page_is_given_processor_time_and_not_time_by_the_clock()
    {
        using var page = new JointMeeting.Documents.Reading.Web.StreamInTime(new byte[10_000], TimeSpan.FromSeconds(5));
        Assert.True(page.Read(new byte[100], 0, 100) > 0);
        var worked = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - worked < TimeSpan.FromSeconds(5.2)) { }
        Assert.Throws<TimeoutException>(() => page.Read(new byte[100], 0, 100));
    }

    [Fact]
    public void External_entities_are_refused() =>
        Refuses(
            RefusalCode.Hostile,
            Document(
                $"<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
            )
        );

    [Fact]
    public void Deep_nesting_is_refused() =>
        Refuses(
            RefusalCode.Hostile,
            SampleForms.Docx(
                string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000))
            )
        );

    [Fact]
    public void Broken_xml_is_refused() =>
        Refuses(
            RefusalCode.Broken,
            Document($"<w:document {W}><w:body><w:p><w:r><w:t>通知</w:r></w:p></w:body></w:document>")
        );

    /// <summary>A damaged path once was listed but could not be opened (found by <see cref="DamagedFileTests"/>).</summary>
    [Theory]
    [InlineData("/word/_rels/document.xml.rels")]
    [InlineData("word\\_rels\\document.xml.rels")]
    [InlineData("_rels/.rels/../\\x.rels")]
    public void A_part_with_an_odd_path_is_read_like_any_other(string path) =>
        Assert.Equal(
            "通知",
            ReadAny
                .Read(
                    SampleForms.Docx(
                        $"<w:p>{SampleForms.Run("通知")}</w:p>",
                        (path, "<Relationships></Relationships>")
                    ),
                    "a.docx"
                )
                .Lines[0]
                .Text
        );

    [Fact]
    public void A_cut_file_is_refused() => Refuses(RefusalCode.Broken, SampleForms.Docx()[..^200]);

    [Fact]
    public void Macros_are_left_out_with_a_notice()
    {
        var read = ReadAny.Read(
            SampleForms.Docx($"<w:p>{SampleForms.Run("通知")}</w:p>", ("word/vbaProject.bin", "x")),
            "a.docm"
        );
        Assert.Contains("宏", Assert.Single(read.Notices));
    }

    [Fact]
    public void Nothing_outside_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        var page = ReadAny.Read(
            Encoding.UTF8.GetBytes(
                $"<html><head><link rel=stylesheet href=\"{address}\"><base href=\"{address}\"></head><body><p>通知<img src=\"{address}\"><iframe src=\"{address}\"></iframe><script src=\"{address}\"></script></body></html>"
            ),
            "a.html"
        );
        var word = ReadAny.Read(
            SampleForms.Docx(
                $"<w:p>{SampleForms.Run("通知")}</w:p>",
                (
                    "word/_rels/settings.xml.rels",
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>"
                )
            ),
            "a.docx"
        );
        Assert.Equal(("通知", "通知"), (page.Lines[0].Text, word.Lines[0].Text));
        Assert.Contains("外部", Assert.Single(word.Notices));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_file_of_a_gigabyte_is_refused_after_twenty_megabytes()
    {
        using var huge = new Endless(1L << 30);
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAny.ReadAsync(huge, "a.docx"));
        Assert.Equal(RefusalCode.TooLarge, refused.Code);
        Assert.InRange(huge.Given, 1, ReadBytes.LargestFile + 200_000);
    }

    [Fact]
    public void A_mark_of_secrecy_is_found_wherever_it_stands()
    {
        Refuses(
            RefusalCode.Classified,
            SampleForms.Docx($"<w:p>{SampleForms.Run("秘密")}{SampleForms.Run("★1年")}</w:p>")
        );
        Refuses(
            RefusalCode.Classified,
            SampleForms.Docx(
                $"<w:p>{SampleForms.Run("通知")}</w:p>",
                ("word/header1.xml", $"<w:hdr {W}><w:p>{SampleForms.Run("机密★")}</w:p></w:hdr>")
            )
        );
        Refuses(RefusalCode.Classified, Encoding.UTF8.GetBytes("<html><p>绝<b>密</b>★长期</p>"));
        Refuses(RefusalCode.Classified, Encoding.UTF8.GetBytes("<html><title>秘密★</title><p>通知</p>"));
    }

    /// <summary>Nobody reads these parts, but who marked the paper there meant all of it.</summary>
    [Theory]
    [InlineData(
        "word/header2.xml",
        "<w:hdr {0}><v:textpath xmlns:v=\"urn:schemas-microsoft-com:vml\" string=\"机密★1年\"/></w:hdr>"
    )]
    [InlineData("word/comments.xml", "<w:comments {0}><w:t>绝密★</w:t></w:comments>")]
    [InlineData("word/footnotes.xml", "<w:footnotes {0}><w:t>秘</w:t><w:t>密★</w:t></w:footnotes>")]
    [InlineData(
        "xl/worksheets/sheet9.xml",
        "<worksheet><headerFooter><oddHeader>机密★</oddHeader></headerFooter></worksheet>"
    )]
    public void A_mark_of_secrecy_in_a_part_that_nobody_reads_is_found(string part, string xml) =>
        Refuses(
            RefusalCode.Classified,
            SampleForms.Docx($"<w:p>{SampleForms.Run("通知")}</w:p>", (part, xml.Replace("{0}", W)))
        );

    [Fact]
    public void A_mark_of_secrecy_in_the_name_of_the_file_is_found() =>
        Assert.Equal(
            RefusalCode.Classified,
            Assert
                .Throws<ImportRefusedException>(() => ReadAny.Read(SampleForms.Docx(), "机密★关于工作的通知.docx"))
                .Code
        );

    [Fact]
    public void A_file_that_is_only_kept_is_looked_into_as_well()
    {
        Assert.False(FileMark.IsIn(SampleForms.Docx(), "佐证.docx"));
        Assert.True(FileMark.IsIn(SampleForms.Docx($"<w:p>{SampleForms.Run("秘密★")}</w:p>"), "佐证.docx"));
        Assert.True(FileMark.IsIn(SampleForms.Docx(), "绝密★佐证.docx"));
        Assert.True(FileMark.IsIn(Encoding.UTF8.GetBytes("机密★1年"), "佐证.txt"));
        Assert.False(FileMark.IsIn([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "照片.jpg"));
        Assert.False(FileMark.IsIn(SampleForms.Docx()[..^200], "残缺.docx"));
        Assert.False(FileMark.IsIn([], "空.txt"));
    }

    /// <summary>Each number is copied before every paragraph: 100 kB could become 20 GB.</summary>
    [Fact]
    public void A_list_number_as_long_as_a_book_is_left_out()
    {
        var level =
            $"<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{new string('A', 1_000_000)}\"/></w:lvl>";
        var numbering =
            $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\">{level}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        var cell =
            "<w:tc><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>格</w:t></w:r></w:p></w:tc>";
        var before = GC.GetTotalAllocatedBytes();
        var read = ReadAny.Read(
            SampleForms.Packed([
                ("[Content_Types].xml", Types),
                (
                    "word/document.xml",
                    $"<w:document {W}><w:body><w:tbl>{string.Concat(Enumerable.Repeat($"<w:tr>{cell}{cell}</w:tr>", 500))}</w:tbl></w:body></w:document>"
                ),
                ("word/numbering.xml", numbering),
            ]),
            "a.docx"
        );
        Assert.All(read.Lines, line => Assert.Equal("格", line.Text));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    /// <summary>Looking each attribute up among the others takes the square of their number.</summary>
    [Fact]
    public void An_element_with_attributes_without_end_is_refused() =>
        Refuses(
            RefusalCode.Hostile,
            SampleForms.Packed([
                (
                    "[Content_Types].xml",
                    $"<Types><Default {string.Concat(Enumerable.Range(0, 100_000).Select(n => $" a{n}=\"\""))}/></Types>"
                ),
            ])
        );

    /// <summary>A name stays in memory as long as the process.</summary>
    [Fact]
    public void A_file_of_ever_new_names_is_refused() =>
        Refuses(
            RefusalCode.Hostile,
            Document(
                $"<w:document {W}><w:body>{string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<w:x{n}/>"))}</w:body></w:document>"
            )
        );

    [Fact]
    public void Lines_without_end_are_refused_before_they_are_kept()
    {
        Refuses(RefusalCode.TooLarge, Encoding.UTF8.GetBytes("通知" + new string('\n', 5_000_000 - 10)));
        Refuses(
            RefusalCode.TooLarge,
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("序\t号\t一\n", 200_000)))
        );
    }

    [Fact]
    public void Other_kinds_are_named_with_what_to_do()
    {
        Refuses(RefusalCode.Empty, []);
        Refuses(RefusalCode.Empty, Encoding.UTF8.GetBytes("<html><body><img src=1.png></body></html>"));
        Refuses(RefusalCode.Scanned, [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]);
        Refuses(RefusalCode.UnknownKind, Encoding.ASCII.GetBytes("Rar!\u001a"));
        Refuses(RefusalCode.Empty, SampleForms.Packed([("OFD.xml", "<ofd/>")]));
        Refuses(RefusalCode.UnknownKind, SampleForms.Packed([("通知.txt", "通知")]));
        Refuses(RefusalCode.UnknownKind, Encoding.ASCII.GetBytes("MIME-Version: 1.0\nContent-Type: multipart/related"));
        Refuses(RefusalCode.Encrypted, Compound("EncryptedPackage"));
    }

    [Fact]
    public void An_old_file_that_cannot_be_converted_says_what_to_do() =>
        Refuses(OldOfficeFile.IsReadable ? RefusalCode.Broken : RefusalCode.NeedsProgram, Compound("WordDocument"));

    internal static byte[] Compound(string stream) =>
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[600],
            .. Encoding.Unicode.GetBytes(stream + "\0"),
            .. new byte[600],
        ];

    private static byte[] Document(string xml) =>
        SampleForms.Packed([("[Content_Types].xml", Types), ("word/document.xml", xml)]);

    private static void Refuses(RefusalCode code, byte[] bytes)
    {
        var refused = Assert.Throws<ImportRefusedException>(() => ReadAny.Read(bytes, "文件"));
        Assert.Equal(code, refused.Code);
        Assert.Contains("请", refused.Message);
    }

    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = (int)Math.Min(count, length - Given);
            Given += got;
            return got;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
