using System.Collections.Concurrent;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Department;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Office;

/// <summary>
/// Sends what steps have queued, each unit's messages in order and every unit by itself: one that cannot be reached
/// holds up nobody else. It looks at the database, so steps of other processes (the command line) are sent too.
/// </summary>
internal sealed class OutboxSender(
    Database database,
    Post post,
    Desks desks,
    BrokerWatch watch,
    ILogger<OutboxSender> log
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Task> _lanes = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (watch.Look())
                    await OpenLanes(stoppingToken);
            }
            catch (Exception e)
            {
                log.LogError(e, "读取待发消息失败，稍后再试。");
                await Pause(AfterFault, stoppingToken);
            }
            await Pause(Poll, stoppingToken);
        }
        await Task.WhenAll(_lanes.Values);
    }

    private async Task OpenLanes(CancellationToken stop)
    {
        await using var session = await database.Read();
        foreach (var destination in await session.Destinations())
            if (!_lanes.ContainsKey(destination))
                _lanes[destination] = Lane(destination, stop);
    }

    private async Task Lane(string destination, CancellationToken stop)
    {
        // Never in the loop's own turn: the lane must be listed before it ends.
        await Task.Yield();
        try
        {
            await desks.Listen(destination);
            await post.SendAll(database, destination, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "给单位 {Unit} 的消息没有发出，稍后再试。", destination);
            await Pause(AfterFault, stop);
        }
        catch (OperationCanceledException)
        {
            // Stopping; what was not sent is sent after the next start.
        }
        finally
        {
            _lanes.TryRemove(destination, out _);
        }
    }

    private static Task Pause(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, stop)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}
