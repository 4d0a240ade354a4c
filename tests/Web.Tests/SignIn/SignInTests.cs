using System.Net;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JointMeeting.Web.Tests.SignIn;

public sealed class SignInTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private const string Wrong = "not-the-password";

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_then_to_the_page_asked_for()
    {
        using var browser = host.Visitor();
        var sent = await browser.Get("/kit?x=1");
        Assert.EndsWith("/sign-in?from=%2Fkit%3Fx%3D1", sent.Location);
        var signedIn = await browser.Submit(sent.Location!, Typed(OfficeHost.ClerkLogin, OfficeHost.Password));
        Assert.Equal("/kit?x=1", signedIn.Location);
        Assert.Contains($"王敏 · {OfficeHost.OfficeUnit}", (await browser.Get("/kit")).Text);
    }

    [Fact]
    public async Task An_administrator_starts_at_the_accounts()
    {
        using var browser = host.Visitor();
        var answer = await browser.Submit("/sign-in", Typed(OfficeHost.AdministratorLogin, OfficeHost.Password));
        Assert.Equal("/accounts", answer.Location);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_sign_in_never_leads_to_another_site(string from)
    {
        using var browser = host.Visitor();
        var path = $"/sign-in?from={Uri.EscapeDataString(from)}";
        Assert.Equal("/", (await browser.Submit(path, Typed(OfficeHost.ClerkLogin, OfficeHost.Password))).Location);
    }

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_are_answered_alike()
    {
        await Add("alike");
        using var browser = host.Visitor();
        var unknown = await browser.Submit("/sign-in", Typed("nobody", Wrong));
        var wrong = await browser.Submit("/sign-in", Typed("alike", Wrong));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("登录名或密码不正确", unknown.Text);
        Assert.Equal(unknown.Text, wrong.Text);
    }

    [Fact]
    public async Task The_fifth_failure_locks_for_a_quarter_of_an_hour()
    {
        await Add("locked");
        using var browser = host.Visitor();
        for (var failures = 0; failures < 5; failures++)
            await browser.Submit("/sign-in", Typed("locked", Wrong));
        var locked = await browser.Submit("/sign-in", Typed("locked", OfficeHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.Status);

        host.Clock.Move(TimeSpan.FromMinutes(15));
        var open = await browser.Submit("/sign-in", Typed("locked", OfficeHost.Password));
        Assert.Equal("/", open.Location);
    }

    [Fact]
    public async Task Guesses_side_by_side_cannot_outrun_the_lock()
    {
        await Add("guessed");
        using var browser = host.Visitor();
        // One page for all: its cookie and its token belong together.
        var page = await browser.Get("/sign-in");
        var guesses = Enumerable.Range(0, 8).Select(_ => browser.Submit(page, "/sign-in", Typed("guessed", Wrong)));
        await Task.WhenAll(guesses);
        await using var session = await host.Database.Read();
        const string failures =
            "select count(*) from audit_entry where kind = 'signInFailed' and cast(payload as text) like @who";
        Assert.Equal(5, await session.Scalar<long>(failures, new { who = "%guessed%" }));
    }

    [Fact]
    public async Task A_disabled_account_ends_within_a_minute()
    {
        await Add("leaver");
        using var browser = await host.SignedIn("leaver");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/kit")).Status);
        var leaver = await host.PersonOf("leaver");
        var admin = await host.PersonOf(OfficeHost.AdministratorLogin);
        await host.Steps.Act(admin, host.HouseCase, new DisableAccount(leaver.Id));

        host.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Contains("/sign-in", (await browser.Get("/kit")).Location);
        var again = await browser.Submit("/sign-in", Typed("leaver", OfficeHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task A_hash_of_an_older_strength_is_renewed_at_sign_in()
    {
        var weak = new PasswordHasher<AccountRow>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1000 })
        ).HashPassword(null!, OfficeHost.Password);
        await host.Add(new NewAccount("old", "陈旧", "青澜市财政局", new HashSet<Role> { Role.Liaison }, weak));
        using var _ = await host.SignedIn("old");
        using var again = await host.SignedIn("old");
        await using var session = await host.Database.Read();
        Assert.NotEqual(weak, await session.Scalar<string>("select password_hash from account where login = 'old'"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_says_so()
    {
        using var browser = await host.Clerk();
        var answer = await browser.Submit("/kit", [], press: "/sign-out");
        Assert.Contains("已退出登录", (await browser.Follow(answer)).Text);
        Assert.Contains("/sign-in", (await browser.Get("/kit")).Location);
    }

    [Fact]
    public async Task A_part_of_a_page_asked_for_without_a_session_sends_the_whole_page_to_sign_in()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/kit"));
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", new Uri(host.Address, "/kit?x=1").AbsoluteUri);
        using var answer = await http.SendAsync(request);
        Assert.Equal(["/sign-in?from=%2Fkit%3Fx%3D1"], answer.Headers.GetValues("HX-Redirect"));
    }

    private Task Add(string login) => host.Add(OfficeHost.New(login, "赵敏", "青澜市生态环境局", Role.Liaison));

    private static Dictionary<string, string> Typed(string login, string password) =>
        new() { ["Login"] = login, ["Password"] = password };

    [Fact]
    public async Task A_database_that_cannot_be_written_is_named_at_the_sign_in()
    {
        var settings = host.Settings with { Store = $"{host.Settings.Store};Mode=ReadOnly" };
        await using var app = App.Build(settings, ["--urls", "http://127.0.0.1:0"], host.Clock);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        using var browser = new Browser(new Uri(addresses.Addresses.First()));
        var answer = await browser.Submit(
            "/sign-in",
            new() { ["Login"] = OfficeHost.ClerkLogin, ["Password"] = OfficeHost.Password }
        );
        await app.StopAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("数据库是只读的，没有写入任何内容。请检查", answer.Text);
        Assert.DoesNotContain("登录名或密码不正确", answer.Text);
    }
}
