using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>流程设置 as a clerk of the demo sees it: the pictures can be read, and a change is made with the keyboard alone.</summary>
public sealed class LifecycleTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Each text of a node with how far it stands out of the node's shape, where it does.</summary>
    private const string Overflowing = """
        [...document.querySelectorAll('.graph-picture g:has(> .body)')].flatMap(g => {
            const box = g.querySelector('.body').getBBox();
            return [...g.querySelectorAll('text')]
                .filter(t => { const b = t.getBBox(); return b.x < box.x + 2 || b.x + b.width > box.x + box.width - 2
                    || b.y < box.y || b.y + b.height > box.y + box.height; })
                .map(t => t.textContent);
        })
        """;

    /// <summary>Nodes that lie on one another, and letters that lie outside the picture.</summary>
    private const string Colliding = """
        [...document.querySelectorAll('.graph-picture')].flatMap(svg => {
            const boxes = [...svg.querySelectorAll('.body')].map(b => b.getBBox());
            const view = svg.viewBox.baseVal;
            const over = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
            const nodes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => over(a, b)).map(_ => 'node ' + i));
            const out = [...svg.querySelectorAll('text')].filter(t => { const b = t.getBBox();
                return b.x < view.x || b.x + b.width > view.x + view.width || b.y + b.height > view.y + view.height; })
                .map(t => t.textContent);
            return nodes.concat(out);
        })
        """;

    [Fact]
    public async Task Every_picture_reads_well_wide_and_narrow()
    {
        var (visitor, program) = await SignedIn();
        await using var _ = program;
        foreach (var id in new[] { "meeting", "task", "notice", "mechanism" })
            await Check(visitor, $"/lifecycles/{id}", $"lifecycle-{id}");
        await Check(visitor, "/kit", "lifecycle-kit");
        await visitor.Open("/meetings");
        var meetings = await visitor
            .Page.Locator("tbody a[href^='/meetings/']")
            .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href').split('/')[2])");
        foreach (var (meeting, number) in meetings.Distinct().Select((m, i) => (m, i)))
            await Check(visitor, $"/cases/{meeting}/timeline", $"lifecycle-case-{number}");
    }

    [Fact]
    public async Task A_step_is_switched_off_with_the_keyboard_and_the_versions_are_compared()
    {
        var (visitor, program) = await SignedIn();
        await using var _ = program;
        await visitor.Open("/lifecycles/meeting/edit?preset=convenorSigns");
        await Accessibility.AssertNoViolations(visitor.Page);
        await Screens.Screenshot(visitor.Page, "lifecycle-edit");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "保存为新版本" }).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Sees("已保存为新的版本");
        await Check(visitor, "/lifecycles/meeting", "lifecycle-meeting-off");
        await visitor.Follow("与第 1 版对照");
        await visitor.Sees("停用");
        await Check(visitor, new Uri(visitor.Page.Url).PathAndQuery, "lifecycle-compare");
    }

    private async Task<(Visitor, RunningProgram)> SignedIn()
    {
        var page = await chromium.NewPageOrSkip();
        var program = await RunningProgram.Start("--demo");
        var visitor = new Visitor(page, program.Address);
        await visitor.SignIn("lianban", DemoTests.Password(program, "lianban"));
        return (visitor, program);
    }

    private static async Task Check(Visitor visitor, string path, string name)
    {
        await visitor.Open(path);
        await Accessibility.AssertNoViolations(visitor.Page);
        await Screens.Screenshot(visitor.Page, name);
        Assert.True(await visitor.Page.Locator(".graph-picture .body").CountAsync() > 0, $"{path} shows no picture");
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Overflowing));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Colliding));
    }
}
