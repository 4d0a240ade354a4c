using Elsa.Expressions;
using Elsa.Expressions.Contracts;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>判断 by the name of a registered rule: the expression type <c>Rule</c> of our profile.</summary>
public sealed class RuleExpression : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(
        Expression expression,
        Type returnType,
        ExpressionExecutionContext context,
        ExpressionEvaluatorOptions options
    ) => new(Journey.Of(context.GetWorkflowExecutionContext()).Rule((string)expression.Value!));
}

/// <summary>The expression types of our profile, and no other: a script stays unknown.</summary>
internal sealed class ProfileExpressions : IExpressionDescriptorRegistry
{
    private readonly Dictionary<string, ExpressionDescriptor> _all = new(StringComparer.Ordinal)
    {
        ["Literal"] = new ExpressionDescriptor
        {
            Type = "Literal",
            HandlerFactory = ActivatorUtilities.GetServiceOrCreateInstance<LiteralExpressionHandler>,
            MemoryBlockReferenceFactory = () => new Literal(),
        },
        ["Rule"] = new ExpressionDescriptor { Type = "Rule", HandlerFactory = _ => new RuleExpression() },
    };

    public void Add(ExpressionDescriptor descriptor) => _all[descriptor.Type] = descriptor;

    public void AddRange(IEnumerable<ExpressionDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
            Add(descriptor);
    }

    public IEnumerable<ExpressionDescriptor> ListAll() => _all.Values;

    public ExpressionDescriptor? Find(Func<ExpressionDescriptor, bool> predicate) =>
        _all.Values.FirstOrDefault(predicate);

    public ExpressionDescriptor? Find(string type) => _all.GetValueOrDefault(type);
}
