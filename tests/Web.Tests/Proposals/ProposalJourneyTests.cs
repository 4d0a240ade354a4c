using System.Net;
using System.Text;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>From the list to a released evaluation, on the pages alone and without script.</summary>
public sealed class ProposalJourneyTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private const string List =
        "编号,标题,领衔代表,联系电话,主办单位,协办单位\n"
        + "1,关于增加学校周边停车位的建议,李明,13812345678,市教育局,市财政局\n"
        + "2,关于建设社区食堂的建议,王芳,,市民政局,\n"
        + ",没有编号的建议,赵强,,市教育局,\n";

    public async ValueTask InitializeAsync() =>
        await host.Add(
            OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
            OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice),
            OfficeHost.New("education", "教育联络员", "市教育局", Role.Liaison),
            OfficeHost.New("educationhead", "郑局长", "市教育局", Role.Head),
            OfficeHost.New("finance", "财政联络员", "市财政局", Role.Liaison)
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_list_becomes_replies_that_the_deputies_judge()
    {
        using var government = await host.SignedIn("government");
        var id = await Imported(government);
        await Assigned(government);
        await Opinion();
        using var host1 = await host.SignedIn("education");
        await Accepted(host1);
        await Replied(host1, id);
        await Judged(id);
        var page = await host1.Get($"/proposals/{id}");
        Assert.Contains("满意 1 份", page.Text);
        Assert.Contains("138****5678", (await (await host.SignedIn("finance")).Get($"/proposals/{id}")).Text);
        var figures = await government.Get("/proposals/statistics");
        Assert.Contains("满意+基本满意 ÷ 收到反馈件数", figures.Text);
        Assert.Contains("100.0%(1/1)", figures.Text);
        Assert.Equal(HttpStatusCode.OK, (await government.Get("/proposals/commitments")).Status);
        Assert.Contains("停车位", (await government.Get("/proposals?q=tcw")).Text);
    }

    private static async Task<string> Imported(Browser government)
    {
        var preview = await government.Submit(
            "/proposals/intake",
            new() { ["SessionName"] = "五届三次" },
            "预览",
            new Handed("Paper", "清单.csv", Encoding.UTF8.GetBytes(List))
        );
        Assert.Contains("缺编号", preview.Text);
        Assert.Contains("单位名录中没有“市民政局”", preview.Text);
        var job = await government.Submit(preview, "/proposals/intake", [], "导入 2 件");
        await Finished(government, job.Location!);
        var ledger = await government.Get("/proposals?state=all");
        Assert.Contains("关于建设社区食堂的建议", ledger.Text);
        return IdOf(ledger, "关于增加学校周边停车位的建议");
    }

    private static async Task Assigned(Browser government)
    {
        var form = await government.Get("/proposals/assign");
        Assert.Contains("没有建议单位，请填写", form.Text);
        var job = await government.Submit(form, "/proposals/assign", [], "交办勾选的件");
        Assert.True(job.Location is not null, job.Text);
        Assert.Contains("完成 1 件", await Finished(government, job.Location));
    }

    /// <summary>Two clicks from the inbox: the request, and 提交.</summary>
    private async Task Opinion()
    {
        using var finance = await host.SignedIn("finance");
        var ask = AskOf(await finance.Get("/"));
        var answer = await finance.Submit(ask, new() { ["Input.Text"] = "资金可从专项中安排。" }, "提交答复");
        Assert.True(answer.Location == "/", answer.Text);
    }

    private static async Task Accepted(Browser education)
    {
        var answer = await education.Submit(AskOf(await education.Get("/")), [], "提交答复");
        Assert.True(answer.Location == "/", answer.Text);
    }

    private async Task Replied(Browser education, string id)
    {
        var ask = await education.Get(AskOf(await education.Get("/")));
        Assert.Equal($"/proposals/{id}/reply", ask.Location);
        var draft = await education.Get(ask.Location!);
        Assert.Contains("资金可从专项中安排", draft.Text);
        var sent = await education.Submit(
            draft,
            ask.Location!,
            new() { ["Input[1].Text"] = "已新增停车位 300 个。" },
            "保存并送审"
        );
        Assert.True(sent.Location == $"/proposals/{id}", sent.Text);
        using var head = await host.SignedIn("educationhead");
        await head.Submit(AskOf(await head.Get("/")), new() { ["Input.Value"] = "sign" }, "提交答复");
        var done = await education.Submit($"/proposals/{id}/reply", new() { ["Send.Series"] = "市教建复" }, "发出答复");
        Assert.True(done.Location == $"/proposals/{id}", done.Text);
        Assert.Contains("市教建复〔", (await education.Get($"/proposals/{id}")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await education.Get($"/proposals/{id}/feedback")).Status);
    }

    private async Task Judged(string id)
    {
        using var congress = await host.SignedIn("congress");
        var page = await congress.Follow(await congress.Submit($"/proposals/{id}/feedback", [], "生成单次链接"));
        var address = System.Text.RegularExpressions.Regex.Match(page.Html, "/feedback/[0-9a-f]+").Value;
        using var deputy = host.Visitor();
        Assert.Contains("链接无效", (await deputy.Get("/feedback/guessed")).Text);
        var given = await deputy.Submit(
            address,
            new() { ["Input.Attitude"] = "Satisfied", ["Input.Result"] = "Satisfied" }
        );
        Assert.Contains("已收到您的意见", given.Text);
        Assert.Contains("已经使用过", (await deputy.Get(address)).Text);
        var released = await congress.Submit($"/proposals/{id}/feedback", [], "公布反馈结果");
        Assert.True(released.Location == $"/proposals/{id}", released.Text);
    }

    private static async Task<string> Finished(Browser browser, string job)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await browser.Get(job);
            if (page.Text.Contains("已完成", StringComparison.Ordinal))
                return page.Text;
            await Task.Delay(100);
        }
        return "not finished";
    }

    private static string AskOf(Answer workbench) =>
        System.Text.RegularExpressions.Regex.Match(workbench.Html, "/asks/[0-9a-f-]+").Value;

    private static string IdOf(Answer page, string title) =>
        System.Text.RegularExpressions.Regex.Match(page.Html, $"/proposals/([0-9a-f-]+)\">{title}").Groups[1].Value;
}
