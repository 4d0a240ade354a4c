using JointMeeting.Workflows.Bulk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Office;

/// <summary>Works off bulk jobs in the background; what a stop leaves behind is done after the next start.</summary>
internal sealed class BulkService(BulkWorker worker, ILogger<BulkService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var rounds = new PeriodicTimer(Every);
            do await Work(stoppingToken);
            while (await rounds.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task Work(CancellationToken stop)
    {
        try
        {
            await worker.RunAll(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "批量办理暂停，稍后继续。");
        }
    }
}
