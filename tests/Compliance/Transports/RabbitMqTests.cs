using JointMeeting.Services.Tests.Town;

namespace JointMeeting.Compliance.Transports;

/// <summary>On the RabbitMQ that JOINTMEETING_TEST_RABBITMQ names.</summary>
public sealed class RabbitMqTests : TransportTests
{
    protected override Uri? BrokerOrSkip() => TestBroker.OrSkip();

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
}
