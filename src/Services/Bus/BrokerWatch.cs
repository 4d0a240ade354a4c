using MassTransit;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Bus;

/// <summary>Says once that the broker is gone and once that it is back.</summary>
internal sealed class BrokerWatch(Post post, DeskSettings settings, ILogger<BrokerWatch> log)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private long? _closedSince;
    private bool _told;

    /// <summary>Looks, and speaks up where something changed for longer than a moment; true while it is there.</summary>
    public bool Look()
    {
        if (post.IsOpen)
        {
            if (_told)
                log.LogWarning("消息服务器已恢复连接，积压的消息正在发出。");
            (_closedSince, _told) = (null, false);
            return true;
        }
        _closedSince ??= Environment.TickCount64;
        if (!_told && Environment.TickCount64 - _closedSince > Grace.TotalMilliseconds)
        {
            _told = true;
            log.LogWarning(
                "连接不上消息服务器 {Host}:{Port}。页面照常使用，消息暂存，恢复后自动发出；请检查服务器和 JOINTMEETING_BROKER。",
                settings.Broker?.Host,
                settings.Broker?.Port
            );
        }
        return false;
    }
}
