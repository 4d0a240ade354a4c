using Microsoft.Playwright;

namespace JointMeeting.Browser.Harness;

/// <summary>
/// A real browser, started by the first page and shared by the tests of a class (<c>IClassFixture&lt;Chromium&gt;</c>).
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>
    /// A page with a profile of its own, as a user in China sees it; skips the running test where no browser is
    /// installed. JOINTMEETING_TEST_CHROMIUM names the browser where it is not /usr/bin/chromium.
    /// </summary>
    /// <param name="script">False for a browser with script switched off.</param>
    public async Task<IPage> NewPageOrSkip(bool script = true)
    {
        var executable = Environment.GetEnvironmentVariable("JOINTMEETING_TEST_CHROMIUM") is { Length: > 0 } named
            ? named
            : "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(executable), $"No browser at {executable}");

        var context = await (await Start(executable)).NewContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                Locale = "zh-CN",
                TimezoneId = "Asia/Shanghai",
                ViewportSize = new() { Width = Screens.Wide, Height = Screens.Height },
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> Start(string executable)
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = executable, Args = Arguments }
            );
        }
        finally
        {
            starting.Release();
        }
    }
}
