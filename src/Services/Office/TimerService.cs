using JointMeeting.Workflows.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Office;

/// <summary>Fires reminders and due timers. An error is logged and the next round tries again.</summary>
internal sealed class TimerService(DueTimers timers, ILogger<TimerService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Every);
        do
        {
            try
            {
                await timers.FireAll();
            }
            catch (Exception e)
            {
                log.LogError(e, "执行到期提醒失败，{Seconds} 秒后再试。", Every.TotalSeconds);
            }
        } while (await NextRound(rounds, stoppingToken));
    }

    private static async Task<bool> NextRound(PeriodicTimer rounds, CancellationToken stop)
    {
        try
        {
            return await rounds.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
