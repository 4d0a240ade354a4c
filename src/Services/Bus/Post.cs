using JointMeeting.Ledger;
using JointMeeting.Ledger.Outbox;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Bus;

/// <summary>
/// Hands queued messages to the bus, in order, and marks each when the other side surely has it. A crash in between
/// sends it again, which has no second effect.
/// </summary>
public sealed class Post(IBusControl bus, DeskSettings settings, TimeProvider time, ILogger<Post> log)
{
    /// <summary>A message that takes longer is stuck: a channel can be poisoned without an error.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private int _restarting;

    private readonly Consumption? _within = settings.Broker is null ? Within(bus) : null;

    /// <summary>False while the broker cannot be reached; messages then wait in the outbox.</summary>
    public bool IsOpen => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    /// <summary>Sends everything that waits for one destination; stops at the first that cannot be sent.</summary>
    public async Task SendAll(Database outbox, string destination, CancellationToken stop)
    {
        while (await Unsent(outbox, destination) is { Count: > 0 } rows)
            foreach (var row in rows)
            {
                stop.ThrowIfCancellationRequested();
                await Send(row, stop);
                await using var session = await outbox.Write();
                await session.Sent(row.Id, time.GetUtcNow());
                await session.Commit();
            }
    }

    private static async Task<IReadOnlyList<OutboxRow>> Unsent(Database outbox, string destination)
    {
        await using var session = await outbox.Read();
        return await session.Unsent(destination);
    }

    private async Task Send(OutboxRow row, CancellationToken stop)
    {
        var message = Envelope.Contract(row);
        var id = Guid.Parse(row.Id);
        var consumed = _within?.Of(id) ?? Task.CompletedTask;
        try
        {
            var queue = await bus.GetSendEndpoint(new Uri($"queue:{settings.QueueOf(row.Destination)}"));
            // No token: a cancelled publish can poison the channel for everyone.
            var sent = queue.Send(
                message,
                message.GetType(),
                Pipe.Execute<SendContext>(context => context.MessageId = id),
                CancellationToken.None
            );
            await sent.WaitAsync(Patience, stop);
            await consumed.WaitAsync(Patience, stop);
        }
        catch (TimeoutException) when (settings.Broker is not null)
        {
            await DropConnection(stop);
            throw;
        }
        finally
        {
            _within?.Forget(id);
        }
    }

    private async Task DropConnection(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _restarting, 1) == 1)
            return;
        try
        {
            log.LogWarning("消息服务器超过 {Seconds} 秒没有确认，断开后重新连接。", Patience.TotalSeconds);
            await bus.StopAsync(TimeSpan.FromSeconds(10));
            await bus.StartAsync(stop);
        }
        finally
        {
            Volatile.Write(ref _restarting, 0);
        }
    }

    private static Consumption Within(IBusControl bus)
    {
        var consumption = new Consumption();
        bus.ConnectReceiveObserver(consumption);
        return consumption;
    }
}
