using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.SignIn;

/// <summary>修改密码 through its page.</summary>
public sealed class ChangePasswordTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private const string Next = "另一个足够长的密码串";

    [Fact]
    public async Task A_person_changes_it_stays_signed_in_and_is_signed_out_elsewhere()
    {
        using var here = await host.SignedIn(OfficeHost.ClerkLogin);
        using var elsewhere = await host.SignedIn(OfficeHost.ClerkLogin);
        Assert.Equal("/", (await here.Submit("/password", Typed(OfficeHost.Password, Next, Next))).Location);
        Assert.Contains("密码已修改", (await here.Get("/")).Text);
        host.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/sign-in", Path((await elsewhere.Get("/")).Location));
        Assert.Null((await here.Get("/")).Location);
        using var again = host.Visitor();
        var old = new Dictionary<string, string>
        {
            ["Login"] = OfficeHost.ClerkLogin,
            ["Password"] = OfficeHost.Password,
        };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Submit("/sign-in", old)).Status);
        Assert.Equal("/", (await again.Submit("/sign-in", new(old) { ["Password"] = Next })).Location);
    }

    /// <summary>The case of the fault: a key that somebody made with the old password went on opening the API.</summary>
    [Fact]
    public async Task The_keys_of_the_account_end_with_its_password_and_the_page_says_so_before_and_after()
    {
        await host.Add(OfficeHost.New("keeper", "何代工", "青澜市人大常委会代表工委", Role.CongressOffice));
        using var person = await host.SignedIn("keeper");
        Assert.DoesNotContain("个接口密钥在用", (await person.Get("/password")).Text);
        var made = await person.Submit("/proposals/keys", new() { ["Label"] = "履职平台" }, "建立密钥");
        var key = Regex.Match(made.Html, "jm_[0-9a-f]{64}").Value;
        Assert.Equal(HttpStatusCode.OK, await Asked(key));
        var page = await person.Get("/password");
        Assert.Contains("本账号有 1 个接口密钥在用", page.Text);
        Assert.Contains("使用密钥的系统：履职平台", page.Text);
        var done = await person.Submit("/password", Typed(OfficeHost.Password, Next, Next));
        Assert.Contains("为履职平台重新建立", (await person.Follow(done)).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, await Asked(key));
    }

    private async Task<HttpStatusCode> Asked(string key)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await http.GetAsync("/api/items?number=1")).StatusCode;
    }

    [Theory]
    [InlineData("不是现在的密码", Next, Next, "现在的密码不正确")]
    [InlineData(OfficeHost.Password, Next, "不一样的另一个新密码", "两次输入的新密码不一致")]
    [InlineData(OfficeHost.Password, "短", "短", "密码至少 10 个字符")]
    [InlineData(OfficeHost.Password, OfficeHost.Password, OfficeHost.Password, "新密码与现在的密码相同")]
    public async Task What_is_wrong_is_said_and_the_password_stays(string now, string next, string again, string why)
    {
        using var browser = await host.SignedIn(OfficeHost.AdministratorLogin);
        var answer = await browser.Submit("/password", Typed(now, next, again));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Text);
        Assert.DoesNotContain(next, answer.Text);
        using var same = await host.SignedIn(OfficeHost.AdministratorLogin);
        Assert.Null((await same.Get("/accounts")).Location);
    }

    private static Dictionary<string, string> Typed(string now, string next, string again) =>
        new()
        {
            ["Current"] = now,
            ["Next"] = next,
            ["Again"] = again,
        };

    private static string Path(string? location) =>
        location is null ? "" : new Uri(new Uri("http://localhost"), location).AbsolutePath;
}
