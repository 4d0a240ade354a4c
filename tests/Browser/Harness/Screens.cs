using JointMeeting.Shared;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Harness;

/// <summary>Pictures of pages, for a person to look at.</summary>
public static class Screens
{
    /// <summary>The width of a desktop screen, in pixels.</summary>
    public const int Wide = 1440;

    /// <summary>The width of a telephone, in pixels.</summary>
    public const int Narrow = 390;

    public const int Height = 900;

    /// <summary>Saves the whole page, wide and narrow, as artifacts/screens/NAME-WIDTH.png; leaves it wide.</summary>
    public static async Task Screenshot(IPage page, string name)
    {
        foreach (var width in new[] { Narrow, Wide })
        {
            await page.SetViewportSizeAsync(width, Height);
            var file = Repository.PathOf("artifacts", "screens", $"{name}-{width}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = true });
        }
    }
}
