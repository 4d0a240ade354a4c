using System.Data.Common;
using JointMeeting.Ledger;
using JointMeeting.Services.Bus;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Department;

/// <summary>
/// The desks that run in this process: one for every unit known at start, and one for a new unit as soon as it is
/// asked something. A desk can be read and answered at without the broker; its queue is connected when there is one.
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
    private readonly Dictionary<string, Task> _queues = new(StringComparer.Ordinal);
    private readonly List<Task> _senders = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The unit's desk; opened where it was not.</summary>
    public Task<Desk> Of(string unit) => Once(_desks, unit, Open);

    /// <summary>Makes sure that the unit's desk is listening. The bus must be open.</summary>
    internal Task Listen(string unit) => Once(_queues, unit, Connect);

    /// <inheritdoc />
    public override void Dispose()
    {
        // A host thrown away without being stopped would leave the senders turning.
        if (!_stop.IsCancellationRequested)
            _stop.Cancel();
        _stop.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var units = await Units();
            await Each(units, Of);
            // Only on a bus that has started: an endpoint connected while it starts may be lost.
            while (!post.IsOpen)
                await Task.Delay(TimeSpan.FromMilliseconds(100), stoppingToken);
            await Each(units, Listen);
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

    private T Once<T>(Dictionary<string, T> made, string unit, Func<string, T> make)
        where T : Task
    {
        lock (_gate)
            return made.TryGetValue(unit, out var known) && !known.IsFaulted ? known : made[unit] = make(unit);
    }

    private async Task<IReadOnlyList<string>> Units()
    {
        try
        {
            await using var session = await office.Read();
            return await session.Query<string>("select id from unit order by id");
        }
        catch (DbException e)
        {
            log.LogError(e, "读取单位失败；部门端在有请办时打开。");
            return [];
        }
    }

    private async Task Each(IReadOnlyList<string> units, Func<string, Task> make)
    {
        foreach (var unit in units)
            try
            {
                await make(unit);
            }
            catch (Exception e)
            {
                log.LogError(e, "打开单位 {Unit} 的部门端失败；有请办时再试。", unit);
            }
    }

    private async Task<Desk> Open(string unit)
    {
        await Task.Yield();
        if (!Guid.TryParse(unit, out _))
            throw new ArgumentException($"'{unit}' is no unit's id.", nameof(unit));
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "desks"));
        var desk = await Desk.Open(unit, $"Data Source={Path.Combine(folder.FullName, $"{unit}.db")}", time);
        lock (_gate)
            _senders.Add(Send(desk));
        return desk;
    }

    private async Task Connect(string unit)
    {
        var desk = await Of(unit);
        var queue = bus.ConnectReceiveEndpoint(
            settings.QueueOf(unit),
            (_, endpoint) =>
            {
                Registration.InOrder(endpoint);
                endpoint.Consumer(() => new DeskConsumer(desk));
            }
        );
        // A broker keeps what comes before the desk listens; within the process nobody would.
        if (settings.Broker is null)
            await queue.Ready;
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
