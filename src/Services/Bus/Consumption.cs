using System.Collections.Concurrent;
using MassTransit;

namespace JointMeeting.Services.Bus;

/// <summary>
/// Tells when a message was consumed. Messages within the process die with it, so there a message counts as sent only
/// when the other side has made it durable; a broker's confirmation says the same.
/// </summary>
internal sealed class Consumption : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _awaited = new();

    /// <summary>Completes when that message was consumed, fails when it could not be.</summary>
    public Task Of(Guid message) =>
        _awaited.GetOrAdd(message, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget(Guid message) => _awaited.TryRemove(message, out _);

    Task IReceiveObserver.PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
    {
        if (context.MessageId is { } id && _awaited.TryGetValue(id, out var awaited))
            awaited.TrySetResult();
        return Task.CompletedTask;
    }

    Task IReceiveObserver.ConsumeFault<T>(
        ConsumeContext<T> context,
        TimeSpan duration,
        string consumerType,
        Exception exception
    )
    {
        if (context.MessageId is { } id && _awaited.TryGetValue(id, out var awaited))
            awaited.TrySetException(exception);
        return Task.CompletedTask;
    }

    Task IReceiveObserver.PreReceive(ReceiveContext context) => Task.CompletedTask;

    Task IReceiveObserver.PostReceive(ReceiveContext context) => Task.CompletedTask;

    Task IReceiveObserver.ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
