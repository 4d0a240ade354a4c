using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Department;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Tests.Town;

/// <summary>The office service and the desks of a town while they run.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SmallTown _town;

    private Running(IHost host, SmallTown town) => (_host, _town) = (host, town);

    /// <summary>Starts them; they pick up what an earlier run left.</summary>
    public static async Task<Running> Start(SmallTown town, Uri? broker = null, string prefix = "")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(town.Clock);
        builder.Services.AddSingleton(town.Database);
        builder.Services.AddSingleton(town.Steps);
        builder.Services.AddDesks(new DeskSettings(town.Folder, broker, prefix));
        var host = builder.Build();
        await host.StartAsync();
        return new Running(host, town);
    }

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>The desk of the unit with that liaison officer.</summary>
    public Task<Desk> DeskOf(Person person) => Service<Desks>().Of(person.Unit!);

    /// <summary>The ask of that case at the unit's desk, once it has come there.</summary>
    public async Task<DeskAskRow> AskAtDesk(Person person, string caseId)
    {
        var desk = await DeskOf(person);
        await Eventually(async () => (await desk.Asks()).Any(a => a.CaseId == caseId), "the ask is at the desk");
        return (await desk.Asks()).Single(a => a.CaseId == caseId);
    }

    /// <summary>The unit answers at its desk; returns when the ask stands so at the office.</summary>
    public async Task<AskRow> AnswerAtDesk(string unitName, string caseId, AnswerDraft draft)
    {
        var person = await _town.Liaison(unitName);
        var ask = await AskAtDesk(person, caseId);
        await (await DeskOf(person)).Answer(ask.Id, draft, person);
        await Eventually(
            async () => (await _town.AskOf(caseId, unitName)).State == AskState.Answered,
            "the office has the answer"
        );
        return await _town.AskOf(caseId, unitName);
    }

    /// <summary>Waits for something that other threads do; fails when it does not happen in time.</summary>
    public static async Task Eventually(Func<Task<bool>> happened, string what)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await happened())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Not within 30 s: {what}");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
