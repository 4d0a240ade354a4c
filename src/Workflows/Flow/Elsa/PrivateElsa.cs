using System.Runtime.CompilerServices;
using System.Text.Json;
using Elsa.Expressions.Contracts;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Activities.Flowchart.Extensions;
using Elsa.Workflows.Models;
using Elsa.Workflows.Serialization.Serializers;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>
/// Elsa as a library, in a service provider of its own: the program's host starts none of its background services.
/// </summary>
internal sealed class PrivateElsa
{
    private readonly ServiceProvider _services;
    private readonly ConditionalWeakTable<Lifecycle, WorkflowGraph> _graphs = [];

    public PrivateElsa()
    {
        // FlowJoin reads only this, whatever the feature says: without it a passing join cancels what waits
        // anywhere before it, also in a sibling branch when an edge leads back to before the fork.
        Flowchart.UseTokenFlow = true;
        var services = new ServiceCollection();
        services.AddSingleton<IExpressionDescriptorRegistry, ProfileExpressions>();
        services.AddSerializationOptionsConfigurator<SerializationOptionsConfigurator>();
        services.CreateModule().UseWorkflows().UseFlowchart(f => f.UseTokenBasedExecution()).Apply();
        _services = services.BuildServiceProvider();
        Type[] types =
        [
            typeof(Flowchart),
            typeof(FlowFork),
            typeof(FlowJoin),
            typeof(FlowDecision),
            typeof(NotFoundActivity),
            typeof(Workflow),
            typeof(StepActivity),
            typeof(EndActivity),
        ];
        _services.GetRequiredService<IActivityRegistry>().RegisterAsync(types).GetAwaiter().GetResult();
        States = new StateSerializer(_services.GetRequiredService<IWorkflowStateSerializer>());
    }

    public StateSerializer States { get; }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>The lifecycle as Elsa's own serializer reads its file; read once.</summary>
    /// <exception cref="DefinitionFault">Elsa reads another course from it than we do.</exception>
    public WorkflowGraph Graph(Lifecycle lifecycle) => _graphs.GetValue(lifecycle, Read);

    private WorkflowGraph Read(Lifecycle lifecycle)
    {
        var file = lifecycle.Source ?? throw new DefinitionFault(lifecycle.Id, "-", "没有定义文件，Elsa 流程无从读取");
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement.GetProperty("root").GetRawText();
        var flowchart = (Flowchart)_services.GetRequiredService<IActivitySerializer>().Deserialize(root);
        IsReadAlike(lifecycle, flowchart);
        using var scope = _services.CreateScope();
        var identity = new WorkflowIdentity(lifecycle.Id, lifecycle.Version, $"{lifecycle.Id}:{lifecycle.Version}");
        var workflow = new Workflow(flowchart) { Identity = identity };
        return scope
            .ServiceProvider.GetRequiredService<IWorkflowGraphBuilder>()
            .BuildAsync(workflow)
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>Elsa drops what it does not understand without an error.</summary>
    private static void IsReadAlike(Lifecycle lifecycle, Flowchart flowchart)
    {
        var types = flowchart.Activities.ToDictionary(a => a.Id, a => a.GetType(), StringComparer.Ordinal);
        foreach (var node in lifecycle.Nodes.Values)
            if (types.GetValueOrDefault(node.Id) != TypeOf(node))
                throw new DefinitionFault(lifecycle.Id, node.Id, "Elsa 没有读出这个节点");
        var edges = flowchart
            .Connections.Select(c => new Edge(c.Source.Activity.Id, c.Source.Port ?? "", c.Target.Activity.Id))
            .ToHashSet();
        if (types.Count != lifecycle.Nodes.Count || !edges.SetEquals(lifecycle.Edges))
            throw new DefinitionFault(lifecycle.Id, "-", "Elsa 读出的节点或连线与本程序不同");
    }

    private static Type TypeOf(Node node) =>
        node switch
        {
            Node.Step => typeof(StepActivity),
            Node.Fork => typeof(FlowFork),
            Node.Join => typeof(FlowJoin),
            Node.Decision => typeof(FlowDecision),
            Node.End => typeof(EndActivity),
            _ => throw new InvalidOperationException(),
        };
}
