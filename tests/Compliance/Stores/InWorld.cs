using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows;

namespace JointMeeting.Compliance.Stores;

/// <summary>Which store a suite runs on.</summary>
public interface IStore
{
    static abstract Task<TestDatabase> Open();
}

/// <summary>The embedded default.</summary>
public sealed class Sqlite : IStore
{
    public static Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

/// <summary>A server; skipped, visibly, where none is configured.</summary>
public sealed class Postgres : IStore
{
    public static Task<TestDatabase> Open() => TestDatabase.PostgresOrSkip();
}

/// <summary>A suite whose every test has an office of its own on one store, and leaves a trail that holds.</summary>
public abstract class InWorld<TStore> : IAsyncLifetime
    where TStore : IStore
{
    protected static readonly AnswerDraft Agree = new("agree");

    protected World World { get; private set; } = null!;

    protected virtual Lifecycles Lifecycles => Lifecycles.Shipped();

    /// <summary>False where the test itself breaks the trail.</summary>
    protected bool TrailHolds { get; set; } = true;

    public async ValueTask InitializeAsync() => World = await World.Make(await TStore.Open(), Lifecycles);

    public async ValueTask DisposeAsync()
    {
        if (World is null)
            return;
        try
        {
            if (TrailHolds)
                Assert.Empty((await World.Verify()).Faults);
        }
        finally
        {
            await World.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>The command is refused with these words in its reason, and not a byte of the database differs.</summary>
    protected async Task Refused(string why, Person person, string caseId, Command command)
    {
        var before = await World.Dump();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => World.Act(person, caseId, command));
        Assert.Contains(why, refusal.Why);
        Assert.Equal(before, await World.Dump());
    }

    protected Task Refused(string why, string caseId, Command command) => Refused(why, World.Clerk, caseId, command);

    /// <summary>How many timers of that case fire when all is fired that is due at that time.</summary>
    protected async Task<int> FiredFor(string caseId, string at)
    {
        var before = (await Timeline(caseId)).Count;
        await World.Fire(at);
        return (await Timeline(caseId)).Count - before;
    }

    /// <summary>What the trail of a case says, in order.</summary>
    protected async Task<IReadOnlyList<string>> Timeline(string caseId) =>
        [
            .. (
                await World.Rows<byte[]>(
                    "select payload from audit_entry where stream = @caseId order by seq",
                    new { caseId }
                )
            ).Select(p => System.Text.Json.JsonDocument.Parse(p).RootElement.GetProperty("text").GetString()!),
        ];
}
