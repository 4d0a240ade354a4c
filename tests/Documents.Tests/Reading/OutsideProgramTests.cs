using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Reading.Outside;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Files read through programs of the system, where these are installed.</summary>
public class OutsideProgramTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);

    [Fact]
    public void A_pdf_with_text_is_read_with_its_pages()
    {
        NeedsPdf();
        var read = ReadAny.Read(
            Pdf("云溪市人民政府关于开展安全检查的通知", "1.开展检查。（责任单位：市教育局、市财政局）"),
            "a.pdf"
        );
        var notice = NoticeReader.Read(read, Today);
        Assert.Equal("云溪市人民政府关于开展安全检查的通知", notice.Heading.Title?.Value);
        Assert.Equal(["市教育局", "市财政局"], Assert.Single(notice.Clauses).Units.All);
        Assert.StartsWith("第 1 页第", read.Lines.First(line => line.Text.Contains("云溪")).Origin.Shown);
    }

    [Fact]
    public void Set_lines_are_joined_to_paragraphs_and_tables_are_left_out()
    {
        NeedsPdf();
        var read = ReadAny.Read(
            Pdf(
                "云溪市人民政府关于开展安全检查的通知",
                "1.开展检查。各单位要统筹安排，围绕重点领域、重点部位组织检查（责任单位：市教育局、市财",
                "政局）",
                "附件 1",
                "序号   工作任务   责任单位   完成时限",
                "1   开展检查   市审计局   2026年6月底前"
            ),
            "a.pdf"
        );
        var notice = NoticeReader.Read(read, Today);
        Assert.Equal(["市教育局", "市财政局"], Assert.Single(notice.Clauses).Units.All);
        Assert.Empty(notice.Tasks);
        Assert.Contains(notice.Remarks, remark => remark.Contains("表格"));
        Assert.Contains(read.Lines, line => line.Text.Contains("市审计局"));
    }

    [Fact]
    public void A_scanned_pdf_gets_a_message()
    {
        NeedsPdf();
        Assert.Equal(RefusalCode.Scanned, Refused(Pdf()));
    }

    [Fact]
    public void A_damaged_pdf_gets_a_message()
    {
        NeedsPdf();
        Assert.Equal(RefusalCode.Broken, Refused(Encoding.ASCII.GetBytes("%PDF-1.7\nnothing more")));
    }

    [Fact]
    public void Rich_text_is_read_through_a_converter()
    {
        if (!OldOfficeFile.IsReadable)
            Assert.Skip("LibreOffice is not installed.");
        var letters = string.Concat("云溪市人民政府关于开展检查的通知".Select(sign => $"\\u{(int)sign}?"));
        var read = ReadAny.Read(Encoding.ASCII.GetBytes($"{{\\rtf1\\ansi {letters}\\par}}"), "a.doc");
        Assert.Equal("云溪市人民政府关于开展检查的通知", read.Lines[0].Text);
        Assert.Contains("对照原件", read.Notices[0]);
    }

    /// <summary>LibreOffice itself is not installed everywhere; a script in its place shows how it is called.</summary>
    [Fact]
    public void A_converter_is_called_in_a_folder_of_its_own_that_is_gone_afterwards()
    {
        using var place = new Script(
            "printf '%s\n' \"$PWD\" \"$HOME\" \"$@\" > \"$OUT/called\"; env > \"$OUT/environment\"; cp \"$OUT/made.docx\" \"${@: -2:1}/in.docx\""
        );
        place.Write("made.docx", SampleForms.Docx("<w:p><w:r><w:t>云溪市人民政府关于开展检查的通知</w:t></w:r></w:p>"));
        var made = OldOfficeFile.Convert([1, 2, 3], OldOffice.Text, place.Path, TimeSpan.FromSeconds(20));
        Assert.Equal("云溪市人民政府关于开展检查的通知", ReadAny.Read(made, "in.docx").Lines[0].Text);
        var called = place.Read("called").Split('\n');
        var folder = called[0];
        Assert.Equal(folder, called[1]);
        Assert.False(Directory.Exists(folder));
        Assert.Contains("--headless", called);
        Assert.Contains($"-env:UserInstallation=file://{folder}/profile", called);
        Assert.Equal(["--convert-to", "docx", "--outdir", folder, $"{folder}/in.doc"], called[6..11]);
        Assert.DoesNotContain("JOINTMEETING", place.Read("environment"));
    }

    [Fact]
    public void A_converter_that_takes_too_long_or_leaves_nothing_ends_in_advice()
    {
        foreach (var (script, limit) in new[] { ("sleep 60", 1), ("exit 0", 20), ("exit 1", 20) })
        {
            using var place = new Script(script);
            var refused = Assert.Throws<ImportRefusedException>(() =>
                OldOfficeFile.Convert([1], OldOffice.Sheet, place.Path, TimeSpan.FromSeconds(limit))
            );
            Assert.Equal(RefusalCode.Broken, refused.Code);
            Assert.Contains("另存为 .docx 或 .xlsx 后再导入", refused.Message);
        }
    }

    [Fact]
    public void Without_a_converter_old_files_get_a_message_that_says_what_to_do()
    {
        if (OldOfficeFile.IsReadable)
            Assert.Skip("LibreOffice is installed.");
        var refused = Assert.Throws<ImportRefusedException>(() =>
            ReadAny.Read(Encoding.ASCII.GetBytes("{\\rtf1\\ansi x\\par}"), "a.doc")
        );
        Assert.Equal(RefusalCode.NeedsProgram, refused.Code);
        Assert.Contains("另存为 .docx 或 .xlsx 后再导入", refused.Message);
    }

    /// <summary>A program of one line with a folder beside it.</summary>
    private sealed class Script : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-test-");

        public Script(string line)
        {
            Write("soffice", Encoding.UTF8.GetBytes($"#!/bin/bash\nOUT='{folder.FullName}'\n{line}\n"));
            if (OperatingSystem.IsWindows())
                throw new PlatformNotSupportedException("The script is one of bash.");
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string Path => System.IO.Path.Combine(folder.FullName, "soffice");

        public void Write(string name, byte[] bytes) =>
            File.WriteAllBytes(System.IO.Path.Combine(folder.FullName, name), bytes);

        public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(folder.FullName, name));

        public void Dispose() => folder.Delete(recursive: true);
    }

    [Fact]
    public void A_program_that_takes_too_long_is_stopped()
    {
        if (OutsideProgram.Path("sleep") is not { } sleep)
            Assert.Skip("sleep is not installed.");
        else
            Assert.Null(OutsideProgram.Run(sleep, ["60"], Path.GetTempPath(), TimeSpan.FromSeconds(1), 1L << 30));
    }

    private static void NeedsPdf()
    {
        if (!PdfFile.IsReadable)
            Assert.Skip("pdftotext is not installed.");
    }

    private static RefusalCode Refused(byte[] bytes) =>
        Assert.Throws<ImportRefusedException>(() => ReadAny.Read(bytes, "a.pdf")).Code;

    /// <summary>A page whose codes are the letters themselves, as its map to Unicode says.</summary>
    internal static byte[] Pdf(params string[] lines)
    {
        const string map =
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end";
        var page = string.Concat(
            lines.Select(
                (line, at) =>
                    $"BT /F1 12 Tf 50 {780 - (at * 20)} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj ET\n"
            )
        );
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {page.Length}>>stream\n{page}endstream",
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 8 0 R>>",
            $"<</Length {map.Length}>>stream\n{map}endstream",
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (at, text) in objects.Index())
        {
            places.Add(file.Length);
            file.Append($"{at + 1} 0 obj{text}\nendobj\n");
        }
        var table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append($"{place:0000000000} 00000 n \n");
        return Encoding.ASCII.GetBytes(
            $"{file}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
        );
    }
}
