using Microsoft.Playwright;

namespace JointMeeting.Browser.Harness;

public sealed class HarnessTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_program_answers_a_browser()
    {
        var page = await chromium.NewPageOrSkip();
        await using var program = await RunningProgram.Start();
        // Not GotoAsync: Chromium calls an answer with an error code and no text a failed navigation.
        var response = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync("address => { location = address }", program.Address.OriginalString),
            _ => true
        );
        Assert.Equal(program.Address, new Uri(response.Url));
        Assert.Contains(program.Address.OriginalString, await program.LineWith("http://"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_shows_chinese_text_wide_and_narrow()
    {
        var page = await PageWith("<main><h1>联席会议</h1><p>会签</p></main>");
        await Screens.Screenshot(page, "harness");
        Assert.Equal(Screens.Wide, page.ViewportSize!.Width);
        foreach (var width in new[] { Screens.Wide, Screens.Narrow })
        {
            var picture = await File.ReadAllBytesAsync(
                Shared.Repository.PathOf("artifacts", "screens", $"harness-{width}.png")
            );
            Assert.Equal(width, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16, 4)));
        }
    }

    [Fact]
    public async Task A_page_that_a_screen_reader_can_read_passes() =>
        await Accessibility.AssertNoViolations(await PageWith("<main><h1>联席会议</h1></main>"));

    [Fact]
    public async Task A_field_without_a_label_is_a_violation()
    {
        var page = await PageWith("<main><h1>联席会议</h1><input type='text'></main>");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Accessibility.AssertNoViolations(page));
        Assert.Contains("label", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A page under the same strict content security policy as the program's own.</summary>
    private async Task<IPage> PageWith(string body)
    {
        var page = await chromium.NewPageOrSkip();
        await page.RouteAsync(
            "http://sample.example/",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html; charset=utf-8",
                        Headers = [new("Content-Security-Policy", "default-src 'self'")],
                        Body = $"<!doctype html><html lang=zh-CN><title>样例</title><body>{body}",
                    }
                )
        );
        await page.GotoAsync("http://sample.example/");
        return page;
    }
}
