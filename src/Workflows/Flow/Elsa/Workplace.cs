using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.State;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>One move's services and the graph it moves on.</summary>
internal sealed class Workplace(IServiceProvider services, WorkflowGraph graph)
{
    /// <summary>A fresh execution that begins at the start, or at the step named.</summary>
    public async Task<WorkflowExecutionContext> Begin(string? step)
    {
        var id = services.GetRequiredService<IIdentityGenerator>().GenerateId();
        var context = await WorkflowExecutionContext.CreateAsync(
            services,
            graph,
            id,
            correlationId: null,
            triggerActivityId: step
        );
        context.ScheduleWorkflow();
        return context;
    }

    /// <summary>The execution as it was when its last move ended.</summary>
    public Task<WorkflowExecutionContext> Resume(WorkflowState state) =>
        WorkflowExecutionContext.CreateAsync(services, graph, state);

    /// <summary>Works until everything waits or is over.</summary>
    public Task<RunWorkflowResult> Run(WorkflowExecutionContext context) =>
        services.GetRequiredService<IWorkflowRunner>().RunAsync(context);
}

internal static class Waits
{
    /// <summary>Steps where the execution waits.</summary>
    public static IReadOnlyList<string> Waiting(this WorkflowExecutionContext context) =>
        [.. context.Bookmarks.Select(b => b.ActivityId)];
}
