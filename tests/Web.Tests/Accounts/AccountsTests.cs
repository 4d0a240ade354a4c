using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Tests.Accounts;

public sealed class AccountsTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    [Fact]
    public async Task Pasted_accounts_get_passwords_that_are_shown_once_and_work()
    {
        using var admin = await host.Administrator();
        var made = await admin.Submit(
            "/accounts/new",
            new() { ["Lines"] = "青澜市财政局\t周立\tzhouli\t联络员\n青澜市民政局\t李华\tlihua\t联络员" }
        );
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var password = Passwords(made)[1];
        Assert.Contains($"青澜市民政局\t李华\tlihua\t{password}", WebUtility.HtmlDecode(made.Html));
        using var lihua = await host.SignedIn("lihua", password);
        Assert.Equal("/password", (await lihua.Get("/")).Location);
        Assert.Equal("/password", (await lihua.Get("/tasks")).Location);
        Assert.Contains("请先改成自己的密码", (await lihua.Get("/password")).Text);
        var own = new Dictionary<string, string>
        {
            ["Current"] = password,
            ["Next"] = OfficeHost.Password,
            ["Again"] = OfficeHost.Password,
        };
        Assert.Equal("/", (await lihua.Submit("/password", own)).Location);
        Assert.Contains("李华 · 青澜市民政局", (await lihua.Get("/kit")).Text);
        Assert.DoesNotContain(password, (await admin.Get("/accounts")).Html);
    }

    [Fact]
    public async Task One_line_that_cannot_be_made_stops_all_of_them()
    {
        using var admin = await host.Administrator();
        var answer = await admin.Submit(
            "/accounts/new",
            new() { ["Lines"] = "青澜市水务局 何清 heqing 联络员\n青澜市水务局 何澈 clerk 联络员" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("登录名“clerk”已被使用", answer.Text);
        Assert.Contains("青澜市水务局 何清 heqing 联络员", answer.Text);
        Assert.DoesNotContain("heqing", (await admin.Get("/accounts")).Html);
    }

    [Fact]
    public async Task One_account_is_made_by_its_own_form()
    {
        using var admin = await host.Administrator();
        var made = await admin.Submit(
            "/accounts/new",
            new()
            {
                ["One.Unit"] = "青澜市体育局",
                ["One.Name"] = "吴越",
                ["One.Login"] = "wuyue",
                ["One.Roles"] = nameof(Role.Head),
            }
        );
        Assert.True(made.Status == HttpStatusCode.OK, made.Text);
        Assert.Equal([Role.Head], (await host.PersonOf("wuyue")).Roles);
    }

    [Fact]
    public async Task A_form_handed_in_twice_makes_accounts_once()
    {
        using var admin = await host.Administrator();
        var page = await admin.Get("/accounts/new");
        var typed = new Dictionary<string, string> { ["Lines"] = "青澜市气象局 风清 fengqing 联络员" };
        await admin.Submit(page, "/accounts/new", typed);
        var again = await admin.Submit(page, "/accounts/new", typed);
        Assert.Contains("没有重复提交", (await admin.Follow(again)).Text);
    }

    [Fact]
    public async Task A_reset_password_ends_old_sessions_and_opens_the_lock()
    {
        await host.Add(OfficeHost.New("forgetful", "马虎", "青澜市文旅局", Role.Liaison));
        using var old = await host.SignedIn("forgetful");
        await old.Get("/kit");
        using var admin = await host.Administrator();
        var reset = await admin.Submit("/accounts?q=forgetful", [], press: "重置密码：马虎");
        using var fresh = await host.SignedIn("forgetful", Assert.Single(Passwords(reset)));
        Assert.Contains("/sign-in", (await old.Get("/kit")).Location);
    }

    /// <summary>A key made by whoever had got into the account outlived the reset.</summary>
    [Fact]
    public async Task A_reset_password_ends_the_keys_of_the_account_and_says_so()
    {
        await host.Add(OfficeHost.New("receiver", "何代工", "青澜市人大常委会代表工委", Role.CongressOffice));
        using var receiver = await host.SignedIn("receiver");
        var made = await receiver.Submit("/proposals/keys", new() { ["Label"] = "履职平台" }, "建立密钥");
        var key = Regex.Match(made.Html, "jm_[0-9a-f]{64}").Value;
        Assert.Equal(HttpStatusCode.OK, await Asked(key));
        using var admin = await host.Administrator();
        await admin.Submit("/accounts?q=receiver", [], press: "重置密码：何代工");
        Assert.Equal(HttpStatusCode.Unauthorized, await Asked(key));
        await using var session = await host.Database.Read();
        var said = await session.Scalar<string>(
            "select cast(payload as text) from audit_entry where kind = 'resetPassword' order by seq desc limit 1"
        );
        Assert.Contains("停用其接口密钥 1 个", said);
    }

    private async Task<HttpStatusCode> Asked(string key)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await http.GetAsync("/api/items?number=1")).StatusCode;
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once()
    {
        await host.Add(OfficeHost.New("gone", "去远", "青澜市文旅局", Role.Liaison));
        using var gone = await host.SignedIn("gone");
        await gone.Get("/kit");
        using var admin = await host.Administrator();
        await admin.Submit("/accounts?q=gone", [], press: "停用：去远");
        Assert.Contains("/sign-in", (await gone.Get("/kit")).Location);
        Assert.Contains("已停用", (await admin.Get("/accounts?q=gone")).Text);
    }

    [Fact]
    public async Task Only_an_administrator_sees_accounts()
    {
        using var clerk = await host.Clerk();
        Assert.Contains("/error/403", (await clerk.Get("/accounts")).Location);
    }

    private static List<string> Passwords(Answer page) =>
        [
            .. Regex
                .Matches(page.Html, "<code>(?<password>[^<]+)</code>")
                .Select(match => match.Groups["password"].Value),
        ];
}
