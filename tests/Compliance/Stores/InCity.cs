using JointMeeting.Shared;

namespace JointMeeting.Compliance.Stores;

/// <summary>A suite in a city with the offices around suggestions and proposals.</summary>
public abstract class InCity<TStore> : InWorld<TStore>, IAsyncLifetime
    where TStore : IStore
{
    protected WorldOfProposals City { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        City = await WorldOfProposals.In(World);
    }
}
