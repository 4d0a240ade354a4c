using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>
/// A suggestion of the demo from a co-handler's opinion to a kept promise, counting what people click; the same pages
/// do it with script and without.
/// </summary>
public sealed class ItemJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Handled = "关于职业院校面向企业开放实训基地的建议";
    private const string Followed = "关于扩大社区技能培训覆盖面的建议";

    private RunningProgram _program = null!;
    private bool _script;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opinion_reply_verdict_redo_and_promise_in_few_clicks(bool script)
    {
        _script = script;
        var page = await chromium.NewPageOrSkip(script);
        await using var program = await RunningProgram.Start("--demo");
        _program = program;
        var visitor = new Visitor(page, program.Address);
        await CoHandlerAnswers(visitor);
        var item = await HostReplies(visitor);
        await HandlingUnitSeesNoEvaluation(visitor, item);
        await CongressIsNotSatisfied(visitor, item);
        await HostSeesTheRedo(visitor, item);
        await PromiseIsKeptAndUpgraded(visitor);
    }

    private async Task CoHandlerAnswers(Visitor visitor)
    {
        await SignIn(visitor, "caizheng");
        visitor.Clicks = 0;
        await visitor.OpenFromInbox("协办意见", Handled);
        await Look(visitor, "co-opinion");
        await visitor.Fill("Input.Text", "补助可从专项资金中安排。");
        await visitor.Press("提交答复");
        Assert.Equal(2, visitor.Clicks);
    }

    private async Task<string> HostReplies(Visitor visitor)
    {
        await SignIn(visitor, "jiaoyu");
        visitor.Clicks = 0;
        await visitor.OpenFromInbox("办理答复", Handled);
        await visitor.Sees("补助可从专项资金中安排");
        await Look(visitor, "reply-draft");
        var item = new Uri(visitor.Page.Url).AbsolutePath.Replace("/reply", "", StringComparison.Ordinal);
        await visitor.Fill("Input[1].Text", "已开放实训基地 4 个，并给予补助。");
        await visitor.Press("保存并送审");
        var clicks = visitor.Clicks;
        await SignIn(visitor, "jiaoyuhead");
        visitor.Clicks = 0;
        await visitor.OpenFromInbox("答复签发", Handled);
        await Look(visitor, "reply-sign");
        await visitor.Choose("Input.Value", "sign");
        await visitor.Press("提交答复");
        clicks += visitor.Clicks;
        await SignIn(visitor, "jiaoyu");
        visitor.Clicks = 0;
        await visitor.OpenFromInbox("发出", Handled);
        await Look(visitor, "reply-send");
        await visitor.Fill("Send.Series", "云教建复");
        await visitor.Press("发出答复");
        clicks += visitor.Clicks;
        await visitor.Sees("云教建复〔");
        Assert.InRange(clicks, 1, 8);
        return item;
    }

    /// <summary>Before the release the unit gets no page with it; the attempt is on record for the congress office.</summary>
    private static async Task HandlingUnitSeesNoEvaluation(Visitor visitor, string item)
    {
        var answer = await visitor.Page.GotoAsync(new Uri(new Uri(visitor.Page.Url), $"{item}/feedback").AbsoluteUri);
        Assert.Equal(403, answer!.Status);
    }

    private async Task CongressIsNotSatisfied(Visitor visitor, string item)
    {
        await SignIn(visitor, "daigong");
        await visitor.Open(item);
        await visitor.Sees("被拒绝的操作");
        await Look(visitor, "item-counterpart");
        foreach (var signer in new[] { "钟书遥", "沈青禾" })
        {
            await visitor.Open($"{item}/feedback");
            await visitor.Page.SelectOptionAsync(
                "[name='Input.Signer'] >> nth=0",
                new SelectOptionValue { Label = signer }
            );
            await visitor.Page.SelectOptionAsync("[name='Input.Mode']", "Telephone");
            await visitor.Choose("Input.Attitude", "Satisfied");
            await visitor.Choose("Input.Result", signer == "钟书遥" ? "Dissatisfied" : "Basically");
            await visitor.Fill("Input.Reason", "基地没有向小企业开放");
            await visitor.Send(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }));
        }
        await Look(visitor, "feedback");
        await visitor.Press("公布反馈结果");
        await visitor.Sees("办理中");
    }

    private async Task HostSeesTheRedo(Visitor visitor, string item)
    {
        await SignIn(visitor, "jiaoyu");
        await visitor.Open(item);
        await visitor.Sees("基地没有向小企业开放");
        await visitor.Sees("第 1 次答复");
        await visitor.Sees("主要负责人签发（不满意后再次答复）");
        await visitor.Open($"{item}/reply");
        await visitor.Sees("第 2 次办理");
        await visitor.Press("保存并送审");
        await visitor.Sees("重新办理须重新答复");
    }

    private async Task PromiseIsKeptAndUpgraded(Visitor visitor)
    {
        await SignIn(visitor, "renshe");
        await visitor.OpenFromInbox("承诺事项", Followed);
        await visitor.Choose("Input.Value", "kept");
        await visitor.Fill("Input.Text", "又增设 6 个培训点。");
        await visitor.Page.SetInputFilesAsync("[name='Input.Files']", Paper);
        await visitor.Press("提交答复");
        await visitor.OpenFromInbox("公开办理结果", Followed);
        await Look(visitor, "publish");
        await visitor.Fill("Where", "市政府网站建议提案专栏");
        await visitor.Press("登记已公开");
        await visitor.Click(visitor.Page.GetByText("承诺已兑现，转为已解决"));
        await visitor.Page.FillAsync("#up-note", "云人社函〔2026〕31号");
        await visitor.Page.SetInputFilesAsync("#up-files", Paper);
        await visitor.Press("转类");
        await visitor.Sees("由 B 类转为 A 类");
        await Look(visitor, "item-upgraded");
    }

    private static FilePayload Paper =>
        new()
        {
            Name = "培训点名单.txt",
            MimeType = "text/plain",
            Buffer = "培训点名单"u8.ToArray(),
        };

    private async Task SignIn(Visitor visitor, string login)
    {
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.SignIn(login, DemoTests.Password(_program, login));
    }

    /// <summary>Wide and narrow, for a person to look at; axe needs script.</summary>
    private async Task Look(Visitor visitor, string name)
    {
        if (!_script)
            return;
        await Accessibility.AssertNoViolations(visitor.Page);
        await Screens.Screenshot(visitor.Page, $"item-{name}");
        await visitor.Page.SetViewportSizeAsync(Screens.Narrow, Screens.Height);
        var over = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        await visitor.Page.SetViewportSizeAsync(Screens.Wide, Screens.Height);
        Assert.True(over <= 0, $"{visitor.Page.Url} is {over} pixels too wide at {Screens.Narrow}");
    }
}
