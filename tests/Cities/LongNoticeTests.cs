using System.Diagnostics;
using System.Text;
using System.Text.Json;
using JointMeeting.Documents.Tests.Reading;

namespace JointMeeting.Cities;

/// <summary>300 pages of about 600 signs through the command line: within 10 s of processor time and 500 MB of the whole process.</summary>
public sealed class LongNoticeTests : IDisposable
{
    private const int Clauses = 900;
    private const int Tasks = 1200;
    private const long Most = 500L * 1024 * 1024;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-test-");

    private static readonly string[] Paragraphs =
    [
        "澄湖市人民政府关于印发澄湖市现代化产业体系建设三年行动方案的通知",
        "澄政发〔2024〕1号",
        .. Enumerable
            .Range(1, Clauses)
            .Select(number =>
                $"{number}.推进第{number}项工程。围绕“{number}号链条”建立工作台账，统筹用好各类专项资金，新增规模以上企业{number}家，按季度通报进展，切实解决企业反映的用地、用工、融资等问题，确保各项目标如期实现。（牵头单位：市工信局；责任单位：市发改委、市财政局、市人社局，各县（市、区）人民政府）"
            ),
        "附件：重点任务分解表",
    ];

    private static readonly List<string[]> Rows =
    [
        ["序号", "工作任务", "责任单位", "完成时限"],
        .. Enumerable
            .Range(1, Tasks)
            .Select(number =>
                new[]
                {
                    $"{number}",
                    $"完成第{number}批项目的前期工作，推动“{number}号链条”重点企业开工投产，新增产值{number}万元。",
                    "市工信局、市发改委、市财政局",
                    number % 3 == 0 ? "202412月底前" : "2024年12月底前",
                }
            ),
    ];

    [Fact]
    public async Task As_a_text_with_tabs()
    {
        var text = string.Join('\n', Paragraphs.Concat(Rows.Select(row => string.Join('\t', row))));
        Assert.InRange(text.Length, 180_000, 250_000);
        await IsReadInBounds("long.txt", Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public Task As_a_word_file() =>
        IsReadInBounds(
            "long.docx",
            SampleForms.Docx(
                string.Concat(Paragraphs.Select(text => $"<w:p>{SampleForms.Run(text)}</w:p>"))
                    + SampleForms.Table(Rows)
            )
        );

    public void Dispose() => folder.Delete(recursive: true);

    private async Task IsReadInBounds(string name, byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(file, bytes);
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "JointMeeting.Web.dll"), "import", file, "--json"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["JOINTMEETING_DATA"] = folder.FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (most, time) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(10))
            if (Measured(process) is { } now)
                (most, time) = (Math.Max(most, now.Memory), now.Time);
        Console.WriteLine($"{name}: {time.TotalSeconds:0.0} s of processor time, {most / 1024 / 1024} MB");
        using var json = JsonDocument.Parse(await output);
        Assert.Equal(
            (Clauses, Tasks),
            (
                json.RootElement.GetProperty("clauses").GetArrayLength(),
                json.RootElement.GetProperty("tasks").GetArrayLength()
            )
        );
        Assert.True(time < TimeSpan.FromSeconds(10), $"{time}");
        Assert.InRange(most, 1, Most);
    }

    /// <summary>Its memory now and its processor time so far; null where it has just ended.</summary>
    private static (long Memory, TimeSpan Time)? Measured(Process process)
    {
        try
        {
            process.Refresh();
            return (process.WorkingSet64, process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
