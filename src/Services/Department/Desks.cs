using JointMeeting.Ledger;
using JointMeeting.Services.Bus;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Department;

/// <summary>
/// The desks that run in this process: one for every unit known at start, and one for a new unit as soon as it is
/// asked something.
/// </summary>
public sealed class Desks(
    DeskSettings settings,
    Database office,
    IReceiveEndpointConnector bus,
    Post post,
    TimeProvider time,
    ILogger<Desks> log
) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<Desk>> _desks = new(StringComparer.Ordinal);
    private readonly List<Task> _senders = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The unit's desk; opened where it was not.</summary>
    public Task<Desk> Of(string unit)
    {
        lock (_gate)
            return _desks.TryGetValue(unit, out var desk) && !desk.IsFaulted ? desk : _desks[unit] = Open(unit);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _stop.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await OpenAll();
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        await _stop.CancelAsync();
        Task[] senders;
        lock (_gate)
            senders = [.. _senders];
        await Task.WhenAll(senders);
    }

    private async Task OpenAll()
    {
        try
        {
            await using var session = await office.Read();
            foreach (var unit in await session.Query<string>("select id from unit order by id"))
                await Of(unit);
        }
        catch (Exception e)
        {
            log.LogError(e, "打开部门端失败；有新的请办时会再试。");
        }
    }

    private async Task<Desk> Open(string unit)
    {
        await Task.Yield();
        if (!Guid.TryParse(unit, out _))
            throw new ArgumentException($"'{unit}' is no unit's id.", nameof(unit));
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "desks"));
        var desk = await Desk.Open(unit, $"Data Source={Path.Combine(folder.FullName, $"{unit}.db")}", time);
        var queue = bus.ConnectReceiveEndpoint(
            settings.QueueOf(unit),
            (_, endpoint) =>
            {
                Registration.InOrder(endpoint);
                endpoint.Consumer(() => new DeskConsumer(desk));
            }
        );
        // A broker keeps what comes before the desk is connected; within the process nobody would.
        if (settings.Broker is null)
            await queue.Ready;
        lock (_gate)
            _senders.Add(Send(desk));
        return desk;
    }

    private async Task Send(Desk desk)
    {
        while (!_stop.IsCancellationRequested)
            try
            {
                await desk.Written(LookAgain, _stop.Token);
                if (post.IsOpen)
                    await post.SendAll(desk.Database, DeskSettings.Office, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "单位 {Unit} 的部门端有消息没有发出，稍后再试。", desk.Unit);
            }
    }
}
