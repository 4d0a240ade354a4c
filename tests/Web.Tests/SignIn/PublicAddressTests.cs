using System.Net;
using JointMeeting.Domain;

namespace JointMeeting.Web.Tests.SignIn;

/// <summary>
/// Behind the recommended proxy cookies went out without Secure and single-use links as http://.
/// </summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task A_named_address_makes_cookies_secure_and_links_its_own()
    {
        await using var host = new OfficeHost { With = s => s with { Address = new("https://meeting.example") } };
        await host.InitializeAsync();
        using var answer = await Get(host, "/sign-in");
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c));
        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        using var sent = await Get(host, "/tasks", ("Host", "evil.example"));
        Assert.StartsWith("https://meeting.example/sign-in", sent.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_is_believed_that_the_visitor_came_by_tls()
    {
        await using var host = new OfficeHost();
        await host.InitializeAsync();
        using var by = await Get(host, "/sign-in", ("X-Forwarded-Proto", "https"));
        Assert.All(by.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c));
        using var plain = await Get(host, "/sign-in");
        Assert.All(plain.Headers.GetValues("Set-Cookie"), c => Assert.DoesNotContain("secure", c));
    }

    [Theory]
    [InlineData("http://meeting.example")]
    [InlineData("meeting.example")]
    [InlineData("https://meeting.example/path")]
    [InlineData("https://user@meeting.example")]
    public void An_address_that_is_none_is_refused_with_how_it_is_written(string text) =>
        Assert.Contains("后接域名", Assert.Throws<Refusal>(() => Settings.AddressOf(text)).Why);

    [Fact]
    public void Other_nonsense_is_refused_too()
    {
        Assert.Contains("不是 IP 地址", Assert.Throws<Refusal>(() => Settings.ProxiesOf("10.0.0.5,proxy")).Why);
        Assert.Contains("整数", Assert.Throws<Refusal>(() => Settings.AttemptsOf("many")).Why);
        Assert.Equal(2, Settings.ProxiesOf("10.0.0.5, ::2").Count);
    }

    private static async Task<HttpResponseMessage> Get(OfficeHost host, string path, params (string, string)[] headers)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
