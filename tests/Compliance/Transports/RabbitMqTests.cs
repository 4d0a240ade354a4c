using JointMeeting.Services.Bus;
using JointMeeting.Services.Tests.Town;
using RabbitMQ.Client;

namespace JointMeeting.Compliance.Transports;

/// <summary>On the RabbitMQ that JOINTMEETING_TEST_RABBITMQ names.</summary>
public sealed class RabbitMqTests : TransportTests
{
    protected override Uri? BrokerOrSkip()
    {
        var broker = Environment.GetEnvironmentVariable("JOINTMEETING_TEST_RABBITMQ");
        Assert.SkipWhen(string.IsNullOrEmpty(broker), "JOINTMEETING_TEST_RABBITMQ names no RabbitMQ");
        return new Uri(broker!);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Town is not null)
            await DeleteQueues();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_queues_are_durable()
    {
        await using (await Start())
        {
            await Town.CallMeeting();
            await Running.Eventually(async () => await Town.Unsent() == 0, "all is sent");
        }
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in await Queues())
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
    }

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

    private async Task<IReadOnlyList<string>> Queues()
    {
        await using var session = await Town.Database.Read();
        var units = await session.Query<string>("select id from unit");
        var settings = new DeskSettings(Town.Folder, null, Prefix);
        return [.. units.Append(DeskSettings.Office).Select(settings.QueueOf)];
    }

    private Task<IConnection> Connect() => new ConnectionFactory { Uri = BrokerOrSkip()! }.CreateConnectionAsync();
}
