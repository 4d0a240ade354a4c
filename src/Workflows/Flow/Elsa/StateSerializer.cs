using System.Collections.Concurrent;
using System.Text.Json;
using Elsa.Common.Serialization;
using Elsa.Workflows;
using Elsa.Workflows.Serialization.ReferenceHandlers;
using Elsa.Workflows.State;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>
/// Elsa's own state format with Elsa's own converters. The stock serializer makes new options on every call, which
/// costs most of a move; these are kept and handed round, each used by one call at a time.
/// </summary>
internal sealed class StateSerializer(IWorkflowStateSerializer stock)
{
    private readonly ConcurrentBag<JsonSerializerOptions> _idle = [];

    public byte[] Write(WorkflowState state) => With(o => JsonSerializer.SerializeToUtf8Bytes(state, o));

    public WorkflowState Read(byte[] state) => With(o => JsonSerializer.Deserialize<WorkflowState>(state, o)!);

    private T With<T>(Func<JsonSerializerOptions, T> use)
    {
        if (!_idle.TryTake(out var options))
            options = ((ConfigurableSerializer)stock).GetOptions();
        ((CrossScopedReferenceHandler)options.ReferenceHandler!).Reset();
        var result = use(options);
        // After an exception the options are left to the collector.
        _idle.Add(options);
        return result;
    }
}
