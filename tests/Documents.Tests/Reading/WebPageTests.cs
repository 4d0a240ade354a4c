using System.Diagnostics;
using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Reading;

public class WebPageTests
{
    [Fact]
    public void Scripts_frames_and_hidden_text_are_no_text()
    {
        var read = Read(
            "<html><body><script>document.write('坏')</script><p onclick=\"x()\">可<b>见</b></p><iframe src=x>框</iframe><div style=\"display: none\">藏</div><p><span style=\"display:none\">藏</span>也可见</p></body></html>"
        );
        Assert.Equal(["可见", "也可见"], read.Lines.Select(line => line.Text));
        Assert.Equal(2, read.Notices.Count);
    }

    [Fact]
    public void White_space_of_the_source_is_none_between_chinese_signs() =>
        Assert.Equal(
            ["市教育局 A B", "下一行"],
            Read("<html><p>市教育\n   局 A\n B<br/>\n下一行</p>").Lines.Select(line => line.Text)
        );

    [Fact]
    public void Items_of_numbered_lists_keep_their_numbers() =>
        Assert.Equal(
            ["3.甲", "4.乙", "丙"],
            Read("<html><ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>").Lines.Select(line => line.Text)
        );

    [Fact]
    public void Deep_nesting_is_read_or_refused_in_bounded_time()
    {
        var watch = Stopwatch.StartNew();
        foreach (
            var tag in new[]
            {
                "<div>",
                "<b><p>",
                "<table><tr><td>",
                "<a href=1><p>",
                "<ul><li>",
                "<font size=1><div>",
                "<svg><g>",
            }
        )
        {
            var page = "<html>" + string.Concat(Enumerable.Repeat(tag, 20_000)) + "通知";
            Assert.True(IsReadOrRefused(page), tag);
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed} for seven pages");
    }

    [Fact]
    public void The_plan_that_came_as_a_web_page_reads()
    {
        var read = NoticeReader.Read(ReadAny.Read(Shared.Seed("002"), "002.txt"), new(2022, 3, 1));
        var truth = Shared.Json("truth", "seed002.json");
        Assert.Equal(truth.GetProperty("title").GetString(), read.Heading.Title?.Value);
        Assert.Contains(read.Citations, cited => cited.Number?.Canonical == "国发〔2019〕4号");
        Assert.Contains(read.Citations, cited => cited.Number?.Canonical == "教职成〔2021〕4号");
    }

    private static bool IsReadOrRefused(string page)
    {
        try
        {
            return Read(page).Lines.Count > 0;
        }
        catch (ImportRefusedException refused)
        {
            return refused.Message.Contains('请');
        }
    }

    private static SourceText Read(string page) => ReadAny.Read(Encoding.UTF8.GetBytes(page), "页.html");
}
