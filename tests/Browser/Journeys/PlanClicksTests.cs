using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>
/// How many clicks a busy person needs for what a plan asks of them most often, counted in a browser, with script and
/// without.
/// </summary>
public sealed class PlanClicksTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string OutForOpinions = "职业培训补贴资金直达管理办法";
    private const string Changed = "企业新型学徒制实施方案";

    [Fact]
    public async Task Two_clicks_without_objection_two_to_sign_again_one_to_chase()
    {
        var scripted = await chromium.NewPageOrSkip();
        await using var program = await RunningProgram.Start("--demo");
        var plain = new Visitor(await chromium.NewPageOrSkip(script: false), program.Address);
        var visitor = new Visitor(scripted, program.Address);

        await NoObjection(program, visitor, "gonghui");
        await NoObjection(program, plain, "shenji");

        await SignAgain(program, visitor, "jingxin", "五");
        await SignAgain(program, plain, "gonghui", "工伤保险");

        await Chase(program, visitor, OutForOpinions, "市财政局", "分管领导审核");
        await Chase(program, plain, Changed, "市财政局", "经办");
    }

    private static async Task NoObjection(RunningProgram program, Visitor visitor, string login)
    {
        await Enter(program, visitor, login);
        var clicks = new Clicks(visitor);
        await clicks.On(Request(visitor, OutForOpinions));
        await clicks.On(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "全文无意见" }));
        Assert.Equal(2, clicks.Count);
        await visitor.Open("/");
        Assert.Equal(0, await Request(visitor, OutForOpinions).CountAsync());
    }

    /// <summary>What the drafter added since is marked on the page where it is signed.</summary>
    private static async Task SignAgain(RunningProgram program, Visitor visitor, string login, string added)
    {
        await Enter(program, visitor, login);
        var clicks = new Clicks(visitor);
        await clicks.On(Request(visitor, Changed));
        Assert.Contains(
            added,
            string.Concat(await visitor.Page.Locator("ins").AllInnerTextsAsync()),
            StringComparison.Ordinal
        );
        await Screens.Screenshot(visitor.Page, $"plan-sign-again-{login}");
        await clicks.On(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }));
        Assert.Equal(2, clicks.Count);
        await visitor.Open("/");
        Assert.Equal(0, await Request(visitor, Changed).CountAsync());
    }

    /// <summary>The drafter's page of the plan says who holds it, at which station, and has the button beside it.</summary>
    private static async Task Chase(RunningProgram program, Visitor visitor, string plan, string unit, string station)
    {
        await Enter(program, visitor, "lianban");
        await visitor.Page.Locator("a[href^='/plans/']", new() { HasTextString = plan }).First.ClickAsync();
        var row = visitor.Page.Locator("#holding [role=row]", new() { HasTextString = unit });
        await Assertions.Expect(row).ToContainTextAsync(station);
        await Screens.Screenshot(visitor.Page, $"plan-holding-{station.Length}");
        var clicks = new Clicks(visitor);
        await clicks.On(row.GetByRole(AriaRole.Button));
        Assert.Equal(1, clicks.Count);
        await visitor.Sees("已催办");
    }

    private static async Task Enter(RunningProgram program, Visitor visitor, string login)
    {
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.SignIn(login, DemoTests.Password(program, login));
        await visitor.Open("/");
    }

    private static ILocator Request(Visitor visitor, string plan) =>
        visitor.Page.Locator("a[href^='/asks/']", new() { HasTextString = plan });

    /// <summary>Clicks, and counts them.</summary>
    private sealed class Clicks(Visitor visitor)
    {
        public int Count { get; private set; }

        public async Task On(ILocator what)
        {
            Count++;
            await visitor.Send(what.First);
        }
    }
}
