using System.IO.Compression;
using System.Net;
using System.Text;
using JointMeeting.Ledger;
using JointMeeting.Web.Tests.Cli;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>What must not come in: the page and the command line say the same, and nothing is stored.</summary>
public sealed class BadInputTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Each with the words a person reads.</summary>
    public static TheoryData<string, string> Files =>
        new()
        {
            { "secret.txt", "秘密★、机密★或绝密★" },
            { "secret.csv", "立即从本机删除该文件" },
            { "bomb.docx", "疑似压缩炸弹" },
            { "entity.docx", "外部实体" },
            { "broken.docx", "文件已损坏" },
            { "picture.png", "请做文字识别" },
            { "archive.rar", "请先解压" },
            { "script.html", "没有认出通知" },
            { "huge.txt", "20 MB" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_bad_file_is_refused_in_the_same_words_on_the_page_and_at_the_command_line(
        string name,
        string expected
    )
    {
        var before = await Stored();
        using var clerk = await host.Clerk();
        var answer = await clerk.Submit("/notices", [], null, new Handed("Paper", name, Bytes(name)));
        Assert.True(
            answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge,
            $"{answer.Status}"
        );
        Assert.Contains(expected, answer.Text);

        var file = Path.Combine(Directory.CreateTempSubdirectory("jointmeeting-test-").FullName, name);
        await File.WriteAllBytesAsync(file, Bytes(name), TestContext.Current.CancellationToken);
        var ran = await CommandLine.Run(host.Settings, "import", file, "--apply", "--as", OfficeHost.ClerkLogin);
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains(expected, ran.Error);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task A_pasted_mark_of_secrecy_is_stopped_and_not_shown_again()
    {
        using var clerk = await host.Clerk();
        var before = await Stored();
        var answer = await clerk.Submit("/notices", new() { ["Text"] = "机 密★1年\n关于做好某项工作的通知" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("已停止导入，内容未保存", answer.Text.Replace(',', '，'));
        Assert.DoesNotContain("做好某项工作", answer.Text);
        Assert.Equal(before, await Stored());
    }

    /// <summary>Script and remote links of a page are text at most; the notice itself is read.</summary>
    [Fact]
    public async Task Script_in_a_notice_reaches_no_page()
    {
        using var clerk = await host.Clerk();
        const string page =
            "<html><body><p>云溪市人民政府关于开展检查的通知</p><script>alert(1)</script><p onclick=\"alert(2)\">1．开展检查&lt;img src=x onerror=alert(3)&gt;。</p></body></html>";
        var answer = await clerk.Follow(
            await clerk.Submit("/notices", [], null, new Handed("Paper", "网页.html", Encoding.UTF8.GetBytes(page)))
        );
        Assert.Contains("关于开展检查的通知", answer.Text);
        Assert.DoesNotContain("alert(1)", answer.Html);
        Assert.DoesNotContain("alert(2)", answer.Html);
        Assert.DoesNotContain("<img", answer.Html);
    }

    private static byte[] Bytes(string name) =>
        name switch
        {
            "secret.txt" => Encoding.UTF8.GetBytes("秘密★1年\n关于做好某项工作的通知"),
            "secret.csv" => Encoding.UTF8.GetBytes("序号,任务,责任单位,状态\n1,绝密★事项,市教育局,进行中\n"),
            "bomb.docx" => Document(
                $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>{new string('零', 20_000_000)}</w:t></w:r></w:p></w:body></w:document>"
            ),
            "entity.docx" => Document(
                $"<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
            ),
            "broken.docx" => Document($"<w:document xmlns:w=\"{Word}\"><w:body><w:p></w:body></w:document>"),
            "picture.png" => [0x89, 0x50, 0x4E, 0x47, 0, 0],
            "archive.rar" => Encoding.ASCII.GetBytes("Rar!\u001a"),
            "script.html" => Encoding.UTF8.GetBytes("<html><script>document.write('通知')</script><p>欢迎</p></html>"),
            "huge.txt" => new byte[24 * 1024 * 1024],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };

    private static byte[] Document(string xml)
    {
        const string types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
            foreach (var (path, text) in new[] { ("[Content_Types].xml", types), ("word/document.xml", xml) })
                using (var part = archive.CreateEntry(path).Open())
                    part.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private async Task<long> Stored()
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<long>("select count(*) from notice")
            + await session.Scalar<long>("select count(*) from cases");
    }
}
