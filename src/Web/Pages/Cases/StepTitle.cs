using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>The words for where a case is.</summary>
public static class StepTitle
{
    /// <summary>The open steps of a case, or the end it reached.</summary>
    public static string Of(Lifecycles lifecycles, CaseFile file) =>
        file.Row.Outcome is { } end
            ? Of(lifecycles, file.Row.Definition, file.Row.Version, end)
            : string.Join("、", file.OpenVisits.Select(v => file.Lifecycle.Step(v.Node).Title));

    /// <summary>The title of a step or end.</summary>
    public static string Of(Lifecycles lifecycles, string definition, int version, string? node) =>
        node is not null && lifecycles.Get(definition, version).Nodes.TryGetValue(node, out var found)
            ? TitleOf(found) ?? node
            : "—";

    private static string? TitleOf(Node node) =>
        node switch
        {
            Node.Step step => step.Title,
            Node.End end => end.Title,
            _ => null,
        };
}
