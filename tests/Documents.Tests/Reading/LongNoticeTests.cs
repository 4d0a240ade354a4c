using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Measured alone: other tests would count in.</summary>
[CollectionDefinition(nameof(LongNoticeTests), DisableParallelization = true)]
public class LongNotices;

/// <summary>A notice of 300 pages (about 600 signs a page) within 10 s and 500 MB, in every form. Time is that of the processor: the machine may be busy.</summary>
[Collection(nameof(LongNoticeTests))]
public class LongNoticeTests
{
    private const int Clauses = 700;
    private const int Tasks = 1200;
    private const long Most = 500L * 1024 * 1024;
    private static readonly string[] Paragraphs =
    [
        "云溪市人民政府关于印发云溪市推进全民技能提升行动实施方案的通知",
        .. Enumerable
            .Range(1, Clauses)
            .Select(number =>
                $"{number}．做好第{number}项工作。加强统筹协调，健全第{number}号工作台账，围绕精细化工、装备制造、现代物流、康养服务等产业，整合各类资金，强化全过程监管，推动{number}个项目落地见效，按季度通报进展。（牵头单位：市人社局；责任单位：市财政局、市教育局）"
            ),
        "附件：重点任务分工表",
    ];
    private static readonly List<string[]> Rows =
    [
        ["序号", "重点任务", "责任单位", "完成时限"],
        .. Enumerable
            .Range(1, Tasks)
            .Select(number =>
                new[]
                {
                    $"{number}",
                    $"健全第{number}号工作台账，整合资金推动{number}个项目落地见效。",
                    "市人社局、市财政局",
                    "2026年12月底前",
                }
            ),
    ];

    [Fact]
    public void As_a_word_file() =>
        ReadsInBounds(
            SampleForms.Docx(
                string.Concat(Paragraphs.Select(text => $"<w:p>{SampleForms.Run(text)}</w:p>"))
                    + SampleForms.Table(Rows)
            )
        );

    [Fact]
    public void As_a_web_page() =>
        ReadsInBounds(
            Encoding.UTF8.GetBytes(
                "<html>"
                    + string.Concat(
                        Paragraphs.Select(text =>
                            $"<p class=\"ql-block\"><span style=\"font-size:20px\">{text}</span></p>"
                        )
                    )
                    + "<table>"
                    + string.Concat(
                        Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td><p>{cell}</p></td>"))}</tr>")
                    )
                    + "</table>"
            )
        );

    [Fact]
    public void As_a_text_with_tabs() =>
        ReadsInBounds(
            Encoding.UTF8.GetBytes(string.Join('\n', Paragraphs.Concat(Rows.Select(row => string.Join('\t', row)))))
        );

    private static void ReadsInBounds(byte[] bytes)
    {
        var before = GC.GetTotalMemory(true);
        var most = 0L;
        var start = Environment.CpuUsage.TotalTime;
        Notice read;
        using (new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 20))
            read = NoticeReader.Read(ReadAny.Read(bytes, "通知"), new(2026, 4, 1));
        var time = Environment.CpuUsage.TotalTime - start;
        Assert.Equal((Clauses, Tasks), (read.Clauses.Count, read.Tasks.Count));
        Assert.True(time < TimeSpan.FromSeconds(10), $"{time}");
        Assert.True(most - before < Most, $"{(most - before) / 1024 / 1024} MB");
    }
}
