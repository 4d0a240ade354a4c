using System.Text.RegularExpressions;
using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>Every page of the demo, as each kind of person sees it.</summary>
public sealed class DemoTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int MostPages = 36;

    [Fact]
    public async Task Every_page_of_the_demo_reads_well_wide_and_narrow()
    {
        var first = await chromium.NewPageOrSkip();
        await using var program = await RunningProgram.Start("--demo");
        var visitor = new Visitor(first, program.Address);
        foreach (var login in new[] { "lianban", "caizheng", "luming", "admin", "audit" })
        {
            await visitor.Page.Context.ClearCookiesAsync();
            await visitor.SignIn(login, Password(program, login));
            await WalkEverything(visitor, login);
        }
    }

    [Fact]
    public async Task The_demo_is_read_and_answered_without_script()
    {
        var page = await chromium.NewPageOrSkip(script: false);
        await using var program = await RunningProgram.Start("--demo");
        var visitor = new Visitor(page, program.Address);
        await visitor.SignIn("gonghui", Password(program, "gonghui"));
        await visitor.Answer("第二次全体会议", "attend");
        await visitor.Open("/");
        Assert.DoesNotContain("请报送参会回执", await visitor.Says(), StringComparison.Ordinal);
    }

    internal static string Password(RunningProgram program, string login) =>
        Regex
            .Match(program.Output, $@"^\s+{login}\s+(?<password>\S+)", RegexOptions.Multiline)
            .Groups["password"]
            .Value;

    /// <summary>Follows every link inside the program once, one page of each kind of address.</summary>
    private static async Task WalkEverything(Visitor visitor, string login)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!seen.Add(KindOf(path)))
                continue;
            await visitor.Open(path);
            await Check(visitor, login, seen.Count);
            var links = await visitor
                .Page.Locator("a[href^='/']")
                .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
            foreach (var link in links.Where(l => !l.StartsWith("/attachments", StringComparison.Ordinal)))
                open.Enqueue(link.Split('#')[0]);
        }
        Assert.True(seen.Count > 1, $"{login} found no page to go to");
    }

    private static string KindOf(string path) =>
        Regex.Replace(
            path.Split('?')[0],
            "[0-9a-f]{8}-[0-9a-f-]{27}|lifecycles/[a-z]+",
            "*",
            RegexOptions.NonBacktracking
        );

    private static async Task Check(Visitor visitor, string login, int number)
    {
        var page = visitor.Page;
        var name = $"demo-{login}-{number:00}-{KindOf(new Uri(page.Url).AbsolutePath).Trim('/').Replace('/', '-')}";
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.DoesNotContain("/error", page.Url, StringComparison.Ordinal);
        await Accessibility.AssertNoViolations(page);
        await Screens.Screenshot(page, name);
        await page.SetViewportSizeAsync(Screens.Narrow, Screens.Height);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} pixels too wide at {Screens.Narrow}");
        await page.SetViewportSizeAsync(Screens.Wide, Screens.Height);
    }
}
