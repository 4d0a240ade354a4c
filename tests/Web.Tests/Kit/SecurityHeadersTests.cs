namespace JointMeeting.Web.Tests.Kit;

public class SecurityHeadersTests(KitHost host) : IClassFixture<KitHost>
{
    [Theory]
    [InlineData("/kit")]
    [InlineData("/css/base.css")]
    [InlineData("/nowhere")]
    [InlineData("/broken")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var browser = host.Browser();
        var headers = (await browser.GetAsync(path)).Headers;
        string[] expected =
        [
            "Content-Security-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
        ];
        Assert.Subset(headers.Select(header => header.Key).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public async Task The_content_policy_allows_nothing_inline_and_nothing_foreign()
    {
        using var browser = host.Browser();
        var policy = (await browser.GetAsync("/kit")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            policy
        );
    }

    [Theory]
    [InlineData("/css/base.css?v=1", "public, max-age=31536000, immutable")]
    [InlineData("/lib/htmx/2.0.11/htmx.min.js", "public, max-age=31536000, immutable")]
    [InlineData("/css/base.css", "no-cache")]
    public async Task A_file_with_a_version_is_kept_and_another_is_checked(string path, string expected)
    {
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var answer = await browser.SendAsync(request);
        Assert.Equal(expected, string.Join(", ", answer.Headers.NonValidated["Cache-Control"]));
    }
}
