using System.Net;

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
