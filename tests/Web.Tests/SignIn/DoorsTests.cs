using System.Net;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Tests.SignIn;

/// <summary>What is open to everybody is tried so often in a minute and no more.</summary>
public sealed class DoorsTests
{
    [Fact]
    public async Task Whoever_tries_too_often_is_told_to_wait_and_other_pages_stay_open()
    {
        await using var host = new OfficeHost { With = s => s with { AttemptsPerMinute = 3 } };
        await host.InitializeAsync();
        using var browser = host.Visitor();
        var wrong = new Dictionary<string, string> { ["Login"] = "nobody", ["Password"] = "not-the-password" };
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/sign-in", wrong)).Status);
        var more = await browser.Submit("/sign-in", wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, more.Status);
        Assert.Contains("请等一分钟再试", more.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/sign-in")).Status);
        for (var i = 0; i < 3; i++)
            Assert.Contains("链接无效", (await browser.Get($"/feedback/guess{i}")).Text);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get("/feedback/guess")).Status);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/items?number=1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get("/api/items?number=1")).Status);
        await using var session = await host.Database.Read();
        Assert.Equal(0, await session.Scalar<long>("select count(*) from feedback_attempt"));
    }
}
