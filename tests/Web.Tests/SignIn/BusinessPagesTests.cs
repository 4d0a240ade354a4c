using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.SignIn;

/// <summary>
/// 三员分立: only the menu hid the lists from administrators and auditors, so an account of theirs with a unit read that
/// unit's business.
/// </summary>
public sealed class BusinessPagesTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var reading = await host.Database.Read();
        if (await reading.Scalar<long>("select count(*) from account where login = 'auditor'") > 0)
            return;
        await host.Add(OfficeHost.New("auditor", "审计员", null, Role.Auditor));
        await using var session = await host.Database.Write();
        // As accounts were made before a unit was refused for them.
        await session.Execute(
            "update account set unit = (select unit from account where login = 'clerk') where login in ('auditor', 'admin')"
        );
        await session.Commit();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/tasks")]
    [InlineData("/meetings")]
    [InlineData("/plans")]
    [InlineData("/mechanisms")]
    [InlineData("/disagreements")]
    [InlineData("/proposals")]
    [InlineData("/proposals/commitments")]
    [InlineData("/proposals/statistics")]
    [InlineData("/proposals/statistics/rows")]
    [InlineData("/proposals/statistics/signers")]
    [InlineData("/cases/x/timeline")]
    [InlineData("/asks/x")]
    public async Task No_page_of_business_opens_to_an_administrator_or_an_auditor(string path)
    {
        foreach (var login in new[] { "auditor", OfficeHost.AdministratorLogin })
        {
            using var browser = await host.SignedIn(login);
            Assert.Contains("/error/403", (await browser.Get(path)).Location);
        }
    }

    [Theory]
    [InlineData("auditor", "/audit")]
    [InlineData(OfficeHost.AdministratorLogin, "/accounts")]
    [InlineData(OfficeHost.AdministratorLogin, "/units")]
    [InlineData(OfficeHost.AdministratorLogin, "/password")]
    [InlineData(OfficeHost.ClerkLogin, "/tasks")]
    public async Task Everybodys_own_pages_stay_open(string login, string path)
    {
        using var browser = await host.SignedIn(login);
        Assert.Null((await browser.Get(path)).Location);
    }

    [Fact]
    public async Task An_administrator_or_auditor_is_of_no_unit()
    {
        var refused = await Assert.ThrowsAsync<Domain.Refusal>(() =>
            host.Add(OfficeHost.New("second", "另一审计员", OfficeHost.OfficeUnit, Role.Auditor))
        );
        Assert.Contains("单位请留空", refused.Why);
    }
}
