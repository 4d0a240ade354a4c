using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Web.Tests;

/// <summary>
/// The whole program on a port of its own, in a new data folder, with an administrator and a clerk of the office.
/// Share it by a class (<c>IClassFixture&lt;OfficeHost&gt;</c>): every test makes its own cases.
/// </summary>
public sealed class OfficeHost : IAsyncLifetime
{
    /// <summary>The password of every account made here.</summary>
    public const string Password = "qinglan-2026";
    public const string AdministratorLogin = "admin";
    public const string ClerkLogin = "clerk";

    /// <summary>The unit of the office and of its clerk.</summary>
    public const string OfficeUnit = "青澜市住房城乡建设局";

    private static readonly string Hash = new PasswordHasher<AccountRow>().HashPassword(null!, Password);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-test-");
    private WebApplication? app;

    /// <summary>Real time, and as much later as a test says.</summary>
    public MovedClock Clock { get; } = new();

    public Uri Address { get; private set; } = null!;
    public Settings Settings { get; private set; } = null!;
    public Steps Steps => app!.Services.GetRequiredService<Steps>();
    public Database Database => Steps.Database;
    public string HouseCase { get; private set; } = "";

    /// <summary>False for a program just started for the first time, without accounts.</summary>
    public bool IsSetUp { get; init; } = true;

    /// <summary>Settings that differ from the usual.</summary>
    public Func<Settings, Settings> With { get; init; } = settings => settings;

    /// <summary>The token of the set-up link; used up unless <see cref="IsSetUp"/> is false.</summary>
    public string SetUpToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var store = $"Data Source={Path.Combine(folder.FullName, "test.db")}";
        // Every test signs in from one address.
        Settings = With(new(folder.FullName, store, null) { AttemptsPerMinute = 100_000 });
        app = App.Build(Settings, ["--urls", "http://127.0.0.1:0"], Clock);
        await Migrator.Migrate(Database, Clock);
        SetUpToken = (await SetUpLink.Renew(Database, Clock))!;
        if (IsSetUp)
            await SetUp();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new(addresses.Addresses.First());
    }

    private async Task SetUp()
    {
        var admin = New(AdministratorLogin, "管理员", null, Role.Administrator);
        var clerk = New(ClerkLogin, "王敏", OfficeUnit, Role.OfficeClerk);
        var house = new Target.New(CaseKind.House, "系统设置");
        HouseCase = (await Steps.Act(Person.System, house, new SetUpHouse(SetUpToken, admin, clerk))).CaseId;
    }

    /// <summary>A browser where nobody has signed in.</summary>
    public Browser Visitor() => new(Address);

    /// <summary>A browser of the clerk's.</summary>
    public Task<Browser> Clerk() => SignedIn(ClerkLogin);

    /// <summary>A browser of the administrator's.</summary>
    public Task<Browser> Administrator() => SignedIn(AdministratorLogin);

    /// <summary>A browser of somebody's who has an account.</summary>
    public async Task<Browser> SignedIn(string login, string password = Password)
    {
        var browser = Visitor();
        var answer = await browser.Submit("/sign-in", new() { ["Login"] = login, ["Password"] = password });
        Assert.True(answer.Location is not null, $"{login} could not sign in:\n{answer.Html}");
        return browser;
    }

    /// <summary>Makes accounts as the administrator would; all have <see cref="Password"/>.</summary>
    public async Task Add(params NewAccount[] accounts) =>
        await Steps.Act(await PersonOf(AdministratorLogin), HouseCase, new CreateAccounts(accounts));

    /// <summary>Who acts for that login; for commands without a page.</summary>
    public async Task<Person> PersonOf(string login)
    {
        await using var session = await Database.Read();
        return (await session.One<AccountRow>("select * from account where login = @login", new { login }))!.AsPerson();
    }

    /// <summary>An account to be made; a head is the principal one (主要负责人) of the unit.</summary>
    public static NewAccount New(string login, string name, string? unit, Role role) =>
        new(login, name, unit, new HashSet<Role> { role }, Hash, IsPrincipal: role == Role.Head);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            // Disposing alone does not stop what runs in the background.
            await app.StopAsync();
            await app.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }
}

/// <summary>Real time and an offset.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan ahead;

    public void Move(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
