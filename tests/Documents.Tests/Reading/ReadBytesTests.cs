using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Samples;

namespace JointMeeting.Documents.Tests.Reading;

public class ReadBytesTests
{
    private const string Text = "云溪市人民政府关于开展检查的通知\r\n\r\n各区人民政府：\r\n请认真落实。";

    [Fact]
    public void Utf8_is_read_without_a_notice()
    {
        var read = ReadBytes.Read(Encoding.UTF8.GetBytes(Text));
        Assert.Equal(("UTF-8", 4, "各区人民政府："), (read.Encoding, read.Lines.Count, read.Lines[2].Text));
        Assert.Equal(3, read.Lines[2].Number);
        Assert.Empty(read.Notices);
    }

    [Fact]
    public void A_mark_at_the_start_is_no_part_of_the_title()
    {
        var read = ReadBytes.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]);
        Assert.StartsWith("云溪", read.Lines[0].Text);
    }

    [Fact]
    public void Other_encodings_are_read_with_a_notice()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (
            var (name, bytes) in new[]
            {
                ("GB18030", gb.GetBytes(Text)),
                ("UTF-16", (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]),
                ("UTF-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]),
                ("UTF-16", Encoding.Unicode.GetBytes(Text)),
            }
        )
        {
            var read = ReadBytes.Read(bytes);
            Assert.Equal((name, "各区人民政府："), (read.Encoding, read.Lines[2].Text));
            Assert.Contains(name, Assert.Single(read.Notices));
        }
    }

    [Fact]
    public void A_text_cut_inside_a_letter_is_read_with_a_notice()
    {
        var read = ReadBytes.Read(Encoding.UTF8.GetBytes(Text)[..^4]);
        Assert.Equal("UTF-8", read.Encoding);
        Assert.Contains("残缺", Assert.Single(read.Notices));
    }

    [Fact]
    public void Every_refusal_says_what_to_do()
    {
        Refuses(RefusalCode.Empty, []);
        Refuses(RefusalCode.Empty, Encoding.UTF8.GetBytes(" \n\u3000\n"));
        Refuses(RefusalCode.Binary, [0x50, 0x4B, 3, 4, 0, 0, 0, 8, 0, 0xFF, 0xD8, 0]);
        Refuses(RefusalCode.Binary, Encoding.UTF8.GetBytes("云溪市\u0001关于"));
        Refuses(RefusalCode.Binary, [.. Enumerable.Range(0, 400).Select(at => (byte)(0x80 + (at * 37 % 120)))]);
        Refuses(RefusalCode.TooLarge, new byte[ReadBytes.LargestFile + 1]);
        Refuses(RefusalCode.NotPlainText, Encoding.UTF8.GetBytes("<html><body><p>关于</p><p>通知</p></body></html>"));
        Refuses(RefusalCode.Classified, Encoding.UTF8.GetBytes("机密★10年\n云溪市人民政府关于开展检查的通知"));
        Refuses(RefusalCode.Classified, Encoding.UTF8.GetBytes("秘 密 ★ 1年\n云溪市人民政府关于开展检查的通知"));
    }

    [Fact]
    public void A_text_that_is_no_notice_is_refused()
    {
        var read = SourceText.FromText("春眠不觉晓,处处闻啼鸟。\n夜来风雨声,花落知多少。");
        var refused = Assert.Throws<ImportRefusedException>(() => NoticeReader.Read(read, new(2026, 1, 1)));
        Assert.Equal(RefusalCode.NoNotice, refused.Code);
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_the_limit()
    {
        using var endless = new MemoryStream(new byte[ReadBytes.LargestFile + 100_000]);
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadBytes.ReadAsync(endless));
        Assert.Equal(RefusalCode.TooLarge, refused.Code);
        using var sample = new MemoryStream(Samples.Samples.Notice());
        Assert.NotEmpty((await ReadBytes.ReadAsync(sample)).Lines);
    }

    private static void Refuses(RefusalCode code, byte[] bytes)
    {
        var refused = Assert.Throws<ImportRefusedException>(() => ReadBytes.Read(bytes));
        Assert.Equal(code, refused.Code);
        Assert.Contains("请", refused.Message);
    }
}
