using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>A person at a browser of their own, who finds things by the words on the page.</summary>
internal sealed class Visitor(IPage page, Uri address)
{
    public IPage Page => page;

    /// <summary>Links followed, buttons pressed and choices made since it was last set; typing is no click.</summary>
    public int Clicks { get; set; }

    public Task Open(string path) => page.GotoAsync(new Uri(address, path).AbsoluteUri);

    /// <summary>Types into the field of that name.</summary>
    public Task Fill(string field, string value) => page.FillAsync($"[name='{field}']", value);

    /// <summary>Presses the button with these words, and waits for the page it leads to.</summary>
    public Task Press(string words) => Send(page.GetByRole(AriaRole.Button, new() { Name = words }).First);

    /// <summary>Presses that button and waits for what the program answers, as a page or as a part of one.</summary>
    public async Task Send(ILocator button)
    {
        Clicks++;
        var response = await page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(),
            r => r.Status != 302 && (r.Request.ResourceType is "document" or "xhr")
        );
        await response.FinishedAsync();
        // The page itself is asked: the event that it is loaded can have come before anybody waits for it, and a wait for
        // it then never ends.
        await page.WaitForFunctionAsync("() => document.readyState !== 'loading'");
    }

    /// <summary>Follows the link with these words.</summary>
    public Task Follow(string words) =>
        Click(page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First);

    /// <summary>Clicks on that.</summary>
    public Task Click(ILocator target)
    {
        Clicks++;
        return target.ClickAsync();
    }

    /// <summary>Chooses one of the radios of that field.</summary>
    public Task Choose(string field, string value)
    {
        Clicks++;
        return page.CheckAsync($"[name='{field}'][value='{value}']");
    }

    /// <summary>From the inbox, what is asked about that case in those words.</summary>
    public async Task OpenFromInbox(string request, string caseTitle)
    {
        await Open("/");
        var row = page.Locator("table tr, .row", new() { HasTextString = caseTitle })
            .Filter(new() { HasTextString = request });
        await Click(row.Locator("a").First);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Everything the page says.</summary>
    public Task<string> Says() => page.InnerTextAsync("body");

    /// <summary>Waits until the page says these words.</summary>
    public Task Sees(string words) => Assertions.Expect(page.Locator("body")).ToContainTextAsync(words);

    /// <summary>Signs in; a password that the administrator gave is changed first, and the person's own used from then on.</summary>
    public async Task SignIn(string login, string password)
    {
        var clicks = Clicks;
        await Open("/sign-in");
        await Fill("Login", login);
        await Fill("Password", Own.GetValueOrDefault(password, password));
        await Press("登录");
        if (new Uri(page.Url).AbsolutePath != "/password")
            return;
        await Fill("Current", password);
        foreach (var field in new[] { "Next", "Again" })
            await Fill(field, $"own-{password}");
        await Press("修改密码");
        Own[password] = $"own-{password}";
        Clicks = clicks + 1;
    }

    /// <summary>What a given password was changed into; no two are alike.</summary>
    private static readonly ConcurrentDictionary<string, string> Own = new();

    /// <summary>Opens the ask that waits for this person's unit about that, takes note of it, and answers.</summary>
    public async Task Answer(string caseTitle, string value, Func<Task>? more = null)
    {
        await Open("/");
        await page.Locator("a[href^='/asks/']", new() { HasTextString = caseTitle }).First.ClickAsync();
        await Press("签收并办理");
        await page.CheckAsync($"[name='Input.Value'][value='{value}']");
        if (more is not null)
            await more();
        await Press("提交答复");
    }
}
