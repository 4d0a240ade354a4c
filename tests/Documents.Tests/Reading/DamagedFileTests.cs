using System.Text;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Reading.Outside;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Whatever happens to the bytes of a file, it is read or refused: nothing else is ever thrown.</summary>
public class DamagedFileTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(120);
    private static readonly byte[] Docx = SampleForms.Docx();
    private static readonly byte[] Xlsx = SampleForms.Xlsx();
    private static readonly string Body =
        string.Concat(SampleForms.Paragraphs.Select(line => $"<w:p>{SampleForms.Run(line)}</w:p>"))
        + SampleForms.Table(SampleForms.Rows);

    [Fact]
    public void A_damaged_word_file() => Check(random => Damaged(Docx, random));

    [Fact]
    public void A_damaged_workbook() => Check(random => Damaged(Xlsx, random));

    [Fact]
    public void A_word_file_whose_text_is_mixed_up() => Check(random => SampleForms.Docx(Mixed(Body, random)));

    [Fact]
    public void A_web_page_whose_tags_are_mixed_up() =>
        Check(random => Encoding.UTF8.GetBytes("<html>" + Mixed(SampleForms.Html(), random)));

    [Fact]
    public void A_damaged_web_page() => Check(random => Damaged(Encoding.UTF8.GetBytes(SampleForms.Html()), random));

    [Fact]
    public void A_paste_whose_tabs_are_mixed_up() =>
        Check(random => Encoding.UTF8.GetBytes(Mixed(SampleForms.Paste(), random)));

    [Fact]
    public void A_damaged_pdf()
    {
        if (!PdfFile.IsReadable)
            Assert.Skip("pdftotext is not installed.");
        var pdf = OutsideProgramTests.Pdf("云溪市人民政府关于开展安全检查的通知");
        Check(random => Damaged(pdf, random), Cases.WithMaxTest(15));
    }

    private static void Check(Func<Random, byte[]> make, Config? cases = null) =>
        Prop.ForAll(Seeds, seed => IsReadOrRefused(make(new Random(seed)))).Check(cases ?? Cases);

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return NoticeJson.Write(NoticeReader.Read(ReadAny.Read(bytes, "文件"), new(2026, 4, 1))).Length > 0;
        }
        catch (ImportRefusedException refused)
        {
            return refused.Message.Contains('请');
        }
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var damaged = random.Next(4) == 0 ? bytes[..random.Next(1, bytes.Length)] : [.. bytes];
        for (var hits = random.Next(1, 40); hits > 0; hits--)
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return damaged;
    }

    private static string Mixed(string text, Random random)
    {
        string[] others =
        [
            "<w:tc>",
            "</w:p>",
            "<w:vMerge/>",
            "<td rowspan=9999999>",
            "</table>",
            "<table>",
            "<tr>",
            "\t",
            "\"",
            "\n",
            "&#0;",
            "<!--",
            "<ol><li value=-5>",
        ];
        var mixed = new StringBuilder(text);
        for (var hits = random.Next(1, 12); hits > 0; hits--)
            if (random.Next(2) == 0)
                mixed.Insert(random.Next(mixed.Length), others[random.Next(others.Length)]);
            else
                mixed.Remove(random.Next(mixed.Length - 40), random.Next(40));
        return mixed.ToString();
    }
}
