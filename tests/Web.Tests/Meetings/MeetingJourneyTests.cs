using System.Net;
using System.Text.RegularExpressions;

namespace JointMeeting.Web.Tests.Meetings;

public sealed class MeetingJourneyTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_meeting_goes_from_convening_to_a_task_struck_off_through_its_pages()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await Convene(clerk, "走通全程的会议");
        await Notify(clerk, meeting);
        await AnswerReceipts(clerk, meeting);
        await Hold(clerk, meeting);
        await Draft(clerk, meeting, "市级资金承担两成");
        await Circulate(clerk, meeting);
        await ObjectAndReturn(clerk, meeting);
        await Draft(clerk, meeting, "市级资金承担三成，列入预算");
        await Circulate(clerk, meeting);
        await CountersignAgain(clerk, meeting);
        await SignAndIssue(clerk, meeting);
        await Supervise(clerk, meeting);
    }

    private async Task<string> Convene(Browser clerk, string subject)
    {
        var day = town.Steps.Calendar.AddWorkdays(town.Today, 10).Date;
        var answer = await clerk.Submit(
            $"/mechanisms/{town.Mechanism}/convene",
            new()
            {
                ["Input.Subject"] = subject,
                ["Input.StartsAt"] = $"{day:yyyy-MM-dd}T09:00",
                ["Input.Place"] = "市政府第一会议室",
                ["Input.Agenda"] = "研究资金渠道",
            }
        );
        Assert.Matches("^/meetings/[0-9a-f-]{36}$", answer.Location!);
        return answer.Location!;
    }

    private static async Task Notify(Browser clerk, string meeting)
    {
        var page = await clerk.Follow(await clerk.Submit(meeting, new(), "发出会议通知"));
        Assert.Contains("会议通知已发出", page.Text);
        Assert.Contains("4 个单位中还有 4 个没有答复", page.Text);
    }

    private async Task AnswerReceipts(Browser clerk, string meeting)
    {
        await Answer("finance", "请报送参会回执", new() { ["Input.Value"] = "attend" });
        await Answer(
            "education",
            "请报送参会回执",
            new()
            {
                ["Input.Value"] = "standIn",
                ["Input.PersonName"] = "周立",
                ["Input.PersonPost"] = "基建科科长",
                ["Input.TakesBack"] = "true",
            }
        );
        await Answer("housing", "请报送参会回执", new() { ["Input.Value"] = "leave", ["Input.Text"] = "参加省里会议" });
        var board = await clerk.Get($"{meeting}/receipts");
        Assert.Contains("还有 1 个单位没有回执", board.Text);
        Assert.Contains("周立（基建科科长，代会）", board.Text);
        Assert.Contains("带回研究，会后确认", board.Text);
        Assert.Contains("1. 市人民政府（", board.Text);
        await Record(clerk, board, "市人民政府", new() { ["Input.Value"] = "attend", ["From.Channel"] = "电话" });
        Assert.Contains("代录：参加", (await clerk.Get($"{meeting}/receipts")).Text);
    }

    private static async Task Hold(Browser clerk, string meeting)
    {
        await clerk.Submit(meeting, new(), "开始会议");
        var sheet = await clerk.Follow(await clerk.Submit($"{meeting}/attendance", new(), "为勾选的人员签到"));
        Assert.Contains("到会单位 3/4", sheet.Text);
        Assert.Contains("周立 代会", sheet.Text);
        var next = await clerk.Follow(await clerk.Submit(meeting, new(), "结束会议"));
        Assert.Contains("带回研究，待会后确认", next.Text);
    }

    private static async Task Draft(Browser clerk, string meeting, string second)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input[0].Text"] = "建立项目清单",
            ["Input[0].Lead"] = OfficeHost.OfficeUnit,
            ["Input[0].Deadline"] = "2027年6月底前",
            ["Input[1].Text"] = second,
            ["Input[1].Lead"] = Town.Finance,
            ["Input[1].Responsible"] = Town.Education,
            ["Input[1].Deadline"] = "持续实施",
            ["Input[2].Mark"] = "Discussed",
            ["Input[2].Text"] = "加装电梯补助标准，会后继续研究",
        };
        var page = await clerk.Follow(await clerk.Submit($"{meeting}/draft", fields, "保存纪要"));
        Assert.Contains("纪要已保存", page.Text);
        Assert.Contains("2027年6月30日（含）前", page.Text);
    }

    private static async Task Circulate(Browser clerk, string meeting) =>
        Assert.Equal($"{meeting}/countersign", (await clerk.Submit($"{meeting}/draft", new(), "送会签")).Location);

    private async Task ObjectAndReturn(Browser clerk, string meeting)
    {
        await Answer("housing", "请会签会议纪要", new() { ["Input.Value"] = "agree" });
        await Answer(
            "finance",
            "请会签会议纪要",
            new() { ["Input.Value"] = "object", ["Input.Text"] = "市级比例应为三成" }
        );
        await Answer("education", "请会签会议纪要", new() { ["Input.Value"] = "agree" });
        var matrix = await clerk.Get($"{meeting}/countersign");
        Assert.Contains("市财政局不同意", matrix.Text);
        Assert.Matches("disabled[^>]*>.*送签发", matrix.Html);
        await clerk.Submit(matrix, $"{meeting}/countersign", new() { ["Why"] = "按市财政局意见修改" }, "退回修改纪要");
    }

    private async Task CountersignAgain(Browser clerk, string meeting)
    {
        var matrix = await clerk.Get($"{meeting}/countersign");
        Assert.Contains("沿用", Row(matrix.Html, OfficeHost.OfficeUnit));
        Assert.DoesNotMatch("tone-ok[^>]*>[^<]*<[^>]*>[^<]*</svg>沿用", matrix.Html);
        await Answer("finance", "请会签会议纪要", new() { ["Input.Value"] = "agree" });
        await Answer("education", "请会签会议纪要", new() { ["Input.Value"] = "agree" });
        var versions = await clerk.Get($"{meeting}/versions");
        Assert.Contains("实质性修改 1 条", versions.Text);
        Assert.Contains("<del>市级资金承担两成</del>", versions.Html);
    }

    private async Task SignAndIssue(Browser clerk, string meeting)
    {
        await Answer(Town.Convenor, "请签发会议纪要", new() { ["Input.Value"] = "sign" });
        var page = await clerk.Follow(await clerk.Submit(meeting, new(), "印发纪要"));
        Assert.Contains("第 1 期", page.Text);
        Assert.Contains("没有发文字号，只编期号", page.Text);
        var paper = await clerk.Get($"{meeting}/minutes");
        Assert.Contains($"{Town.Name}纪要", paper.Text);
        Assert.Contains("市级比例应为三成", paper.Text);
        Assert.Contains("周立（市教育局）", paper.Text);
        Assert.Contains("议过未定事项", paper.Text);
    }

    private async Task Supervise(Browser clerk, string meeting)
    {
        await Answer("housing", "建立项目清单", new() { ["Input.Value"] = "signed" });
        await Answer(
            "housing",
            "建立项目清单",
            new() { ["Input.Value"] = "applyClose", ["Input.Text"] = "清单已印发" },
            new Handed("Input.Files", "清单.txt", "清单"u8.ToArray())
        );
        var task = Regex.Match((await clerk.Get(meeting)).Html, "/tasks/[0-9a-f-]{36}").Value;
        var detail = await clerk.Get(task);
        Assert.Contains("申请办结", detail.Text);
        Assert.Contains("清单.txt", detail.Text);
        await AnswerAs(clerk, "建立项目清单", new() { ["Input.Value"] = "close" });
        Assert.Contains("已销号", (await clerk.Get(task)).Text);
        var closing = await clerk.Get(meeting);
        Assert.Contains("还有 1 项督办事项没有销号", closing.Text);
    }

    private async Task Answer(
        string login,
        string about,
        Dictionary<string, string> values,
        params IReadOnlyList<Handed> files
    )
    {
        using var browser = await town.Host.SignedIn(login);
        await AnswerAs(browser, about, values, files);
    }

    private static async Task AnswerAs(
        Browser browser,
        string about,
        Dictionary<string, string> values,
        params IReadOnlyList<Handed> files
    )
    {
        foreach (Match link in Regex.Matches((await browser.Get("/")).Html, "<a href=\"(/asks/[0-9a-f-]{36})\""))
        {
            var address = link.Groups[1].Value;
            var page = await browser.Get(address);
            if (!page.Text.Contains(about, StringComparison.Ordinal))
                continue;
            if (page.Text.Contains("签收并办理", StringComparison.Ordinal))
                page = await browser.Follow(await browser.Submit(page, address, new(), "签收并办理"));
            var answer = await browser.Submit(page, address, values, "提交答复", files);
            Assert.True(answer.Status == HttpStatusCode.Found, answer.Text);
            return;
        }
        Assert.Fail($"Nothing about {about} waits.");
    }

    private static async Task Record(Browser clerk, Answer board, string unit, Dictionary<string, string> values)
    {
        var link = Regex.Match(board.Html, $"<a href=\"([^\"]+)\" aria-label=\"代录{unit}的回执\"").Groups[1].Value;
        values["From.Who"] = $"{unit}办公室";
        var address = WebUtility.HtmlDecode(link);
        Assert.Equal(HttpStatusCode.Found, (await clerk.Submit(address, values, "提交代录")).Status);
    }

    private static string Row(string html, string unit) =>
        Regex
            .Matches(html, "<tr.*?</tr>", RegexOptions.Singleline)
            .Select(m => m.Value)
            .First(row => row.Contains(unit, StringComparison.Ordinal));
}
