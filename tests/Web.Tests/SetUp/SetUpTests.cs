using System.Net;

namespace JointMeeting.Web.Tests.SetUp;

public sealed class SetUpTests : IAsyncLifetime
{
    private readonly OfficeHost host = new() { IsSetUp = false };
    private readonly Dictionary<string, string> typed = new()
    {
        ["Administrator.Name"] = "孙管理",
        ["Administrator.Login"] = "sun",
        ["Administrator.Password"] = "a-password-of-sun",
        ["Administrator.Again"] = "a-password-of-sun",
        ["Unit"] = OfficeHost.OfficeUnit,
        ["Clerk.Name"] = "王敏",
        ["Clerk.Login"] = "wangmin",
        ["Clerk.Password"] = "a-password-of-wang",
        ["Clerk.Again"] = "a-password-of-wang",
    };

    private string Link => $"/set-up?token={host.SetUpToken}";

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_link_makes_both_accounts_and_is_then_dead()
    {
        using var browser = host.Visitor();
        var done = await browser.Follow(await browser.Submit(Link, typed));
        Assert.Contains("首次设置完成，设置链接已失效。", done.Text);

        using var clerk = await host.SignedIn("wangmin", "a-password-of-wang");
        Assert.Contains($"王敏 · {OfficeHost.OfficeUnit}", (await clerk.Get("/kit")).Text);
        using var admin = await host.SignedIn("sun", "a-password-of-sun");

        var dead = await browser.Get(Link);
        Assert.Equal(HttpStatusCode.Gone, dead.Status);
        Assert.Contains("设置链接无效或已经使用", dead.Text);
    }

    [Fact]
    public async Task A_form_kept_open_cannot_use_the_link_a_second_time()
    {
        using var browser = host.Visitor();
        var kept = await browser.Get(Link);
        await browser.Submit(Link, typed);
        typed["Clerk.Login"] = "other";
        var late = await browser.Submit(
            kept with
            {
                Html = kept.Html.Replace("name=\"Once\"", "name=\"x\""),
            },
            Link,
            typed
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("设置链接无效或已经使用", late.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=0123456789abcdef")]
    public async Task Without_the_right_token_there_is_no_form(string query)
    {
        using var browser = host.Visitor();
        var page = await browser.Get($"/set-up{query}");
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.DoesNotContain("Administrator.Password", page.Html);
    }

    [Theory]
    [InlineData("Clerk.Password", "too-short", "密码至少 10 个字符")]
    [InlineData("Clerk.Again", "another-password", "两次输入的密码不一致")]
    [InlineData("Clerk.Login", "王敏", "登录名须为 2 至 40 位字母")]
    [InlineData("Unit", "", "请填写办公室所在单位")]
    public async Task A_mistake_is_named_and_nothing_is_made(string field, string value, string expected)
    {
        using var browser = host.Visitor();
        typed[field] = value;
        var answer = await browser.Submit(Link, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(expected, answer.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(Link)).Status);
    }

    [Fact]
    public async Task A_password_is_not_the_login()
    {
        using var browser = host.Visitor();
        (typed["Clerk.Login"], typed["Clerk.Password"], typed["Clerk.Again"]) = (
            "wangmin-qinglan",
            "WangMin-Qinglan",
            "WangMin-Qinglan"
        );
        Assert.Contains("密码不能与登录名相同", (await browser.Submit(Link, typed)).Text);
    }
}
