using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Benchmarks;

/// <summary>The whole program in a new data folder, with the offices around suggestions; its government office is signed in.</summary>
internal sealed class ServedOffice : IAsyncDisposable
{
    private const string Password = "benchmark-2026";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jointmeeting-bench-");
    private readonly WebApplication _app;
    private readonly HttpClient _browser = new(new HttpClientHandler { CookieContainer = new() });
    private Person _administrator = null!;
    private Person _government = null!;
    private string _house = "";

    private ServedOffice()
    {
        var store = $"Data Source={Path.Combine(_folder.FullName, "bench.db")}";
        _app = App.Build(
            new(_folder.FullName, store, null) { AttemptsPerMinute = 100_000 },
            ["--urls", "http://127.0.0.1:0"],
            TimeProvider.System
        );
    }

    public Database Database => Steps.Database;

    private Steps Steps => _app.Services.GetRequiredService<Steps>();

    public static async Task<ServedOffice> Start()
    {
        var office = new ServedOffice();
        await Migrator.Migrate(office.Database, TimeProvider.System);
        await office.SetUp();
        await office._app.StartAsync();
        var addresses = office._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        office._browser.BaseAddress = new(addresses.Addresses.First());
        await office.SignIn();
        return office;
    }

    /// <summary>Units with a liaison officer each; returns their ids.</summary>
    public async Task<IReadOnlyList<string>> MakeUnits(int count)
    {
        var liaisons = Enumerable.Range(1, count).Select(n => New($"u{n}", $"联络员{n}", $"市第{n}局", Role.Liaison));
        await Steps.Act(_administrator, _house, new CreateAccounts([.. liaisons]));
        await using var session = await Database.Read();
        return await session.Query<string>("select unit from account where login like 'u%' order by login");
    }

    public async Task<string> StartJob(string kind, IReadOnlyList<BulkWork> work)
    {
        var job = Ids.New(TimeProvider.System.GetUtcNow());
        await Steps.Act(_government, _house, new StartBulk(job, kind, kind, work));
        return job;
    }

    public async Task<bool> IsFinished(string job)
    {
        await using var session = await Database.Read();
        const string finished = "select count(*) from bulk_job where id = @job and finished_at is not null";
        return await session.Scalar<long>(finished, new { job }) == 1;
    }

    public async Task<long> Failed(string job)
    {
        await using var session = await Database.Read();
        return await session.Scalar<long>(
            "select count(*) from bulk_item where job = @job and state = 'Failed'",
            new { job }
        );
    }

    /// <summary>A page as the signed-in clerk gets it; anything but a page is a fault of the benchmark.</summary>
    public async Task<string> Get(string path)
    {
        using var response = await _browser.GetAsync(path);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task SetUp()
    {
        var token = (await SetUpLink.Renew(Database, TimeProvider.System))!;
        var admin = New("admin", "管理员", null, Role.Administrator);
        var clerk = New("clerk", "王敏", "市住建局", Role.OfficeClerk);
        var house = new Target.New(CaseKind.House, "系统设置");
        _house = (await Steps.Act(Person.System, house, new SetUpHouse(token, admin, clerk))).CaseId;
        _administrator = await PersonOf("admin");
        var government = New("government", "张政办", "市政府办公室", Role.GovernmentOffice);
        var congress = New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice);
        await Steps.Act(_administrator, _house, new CreateAccounts([government, congress]));
        _government = await PersonOf("government");
    }

    private async Task SignIn()
    {
        var form = await Get("/sign-in");
        var token = Regex.Match(form, "__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Login"] = "government",
                ["Password"] = Password,
                ["__RequestVerificationToken"] = token,
            }
        );
        using var response = await _browser.PostAsync("/sign-in", fields);
        response.EnsureSuccessStatusCode();
    }

    private async Task<Person> PersonOf(string login)
    {
        await using var session = await Database.Read();
        return (await session.One<AccountRow>("select * from account where login = @login", new { login }))!.AsPerson();
    }

    private static NewAccount New(string login, string name, string? unit, Role role) =>
        new(
            login,
            name,
            unit,
            new HashSet<Role> { role },
            new PasswordHasher<AccountRow>().HashPassword(null!, Password)
        );
}
