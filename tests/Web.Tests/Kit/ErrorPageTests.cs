using System.Net;

namespace JointMeeting.Web.Tests.Kit;

public class ErrorPageTests(KitHost host) : IClassFixture<KitHost>
{
    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "请核对地址")]
    [InlineData("/forbidden", HttpStatusCode.Forbidden, "请联系联席会议办公室开通")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "请稍后再试")]
    public async Task An_error_keeps_its_status_and_says_what_to_do(string path, HttpStatusCode status, string next)
    {
        using var browser = host.Browser();
        var answer = await browser.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(next, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_broke_is_not_told_to_the_visitor()
    {
        using var browser = host.Browser();
        var answer = await browser.GetAsync("/broken");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync());
    }
}
