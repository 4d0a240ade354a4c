using JointMeeting.Services.Bus;
using JointMeeting.Services.Tests.Town;
using MassTransit;
using RabbitMQ.Client;

namespace JointMeeting.Compliance.Transports;

/// <summary>A town whose office and desks talk over one transport; one subclass per transport says which.</summary>
public abstract class TransportSuite : IAsyncLifetime
{
    protected SmallTown Town { get; private set; } = null!;

    /// <summary>Before every queue's name, so that runs on one broker do not meet.</summary>
    private string Prefix { get; } = $"test-{Guid.CreateVersion7():N}-";

    /// <summary>The broker, or null for the process itself; skips where this machine has none.</summary>
    protected abstract Uri? BrokerOrSkip();

    public virtual async ValueTask InitializeAsync()
    {
        BrokerOrSkip();
        Town = await SmallTown.Found();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Town is not null)
        {
            if (BrokerOrSkip() is not null)
                await DeleteQueues();
            await Town.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    protected Task<Running> Start() => Running.Start(Town, BrokerOrSkip(), Prefix);

    /// <summary>A message nobody queued, as whoever reaches the broker could send it.</summary>
    protected async Task Send<T>(Running running, string destination, T message)
        where T : class
    {
        var queue = new DeskSettings(Town.Folder, null, Prefix).QueueOf(destination);
        var endpoint = await running.Service<IBus>().GetSendEndpoint(new Uri($"queue:{queue}"));
        await endpoint.Send(message, CancellationToken.None);
    }

    protected async Task<IReadOnlyList<string>> Queues()
    {
        await using var session = await Town.Database.Read();
        var units = await session.Query<string>("select id from unit");
        var settings = new DeskSettings(Town.Folder, null, Prefix);
        return [.. units.Append(DeskSettings.Office).Select(settings.QueueOf)];
    }

    protected Task<IConnection> Connect() => new ConnectionFactory { Uri = BrokerOrSkip()! }.CreateConnectionAsync();

    private async Task DeleteQueues()
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in await Queues())
        foreach (var name in new[] { queue, $"{queue}_error", $"{queue}_skipped" })
        {
            await channel.QueueDeleteAsync(name);
            await channel.ExchangeDeleteAsync(name);
        }
    }
}

/// <summary>The RabbitMQ that JOINTMEETING_TEST_RABBITMQ names.</summary>
internal static class TestBroker
{
    public static Uri OrSkip()
    {
        var broker = Environment.GetEnvironmentVariable("JOINTMEETING_TEST_RABBITMQ");
        Assert.SkipWhen(string.IsNullOrEmpty(broker), "JOINTMEETING_TEST_RABBITMQ names no RabbitMQ");
        return new Uri(broker!);
    }
}
