using JointMeeting.Domain.Asks;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Kit.Graphs;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>流程图: a lifecycle as it is defined, without a case.</summary>
public static class LifecyclePicture
{
    /// <summary>The picture.</summary>
    public static Graph Of(Lifecycle lifecycle) =>
        new(
            $"{lifecycle.Name}流程",
            [.. InOrder(lifecycle).Select(n => Drawn(lifecycle, n))],
            [.. Edges(lifecycle, _ => GraphLine.Plain), .. MayReturn(lifecycle)]
        );

    /// <summary>The nodes, from the beginning on, each behind what leads to it as far as that can be.</summary>
    internal static IReadOnlyList<Node> InOrder(Lifecycle lifecycle)
    {
        var order = new List<Node>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Walk(lifecycle.Start.Id);
        order.Reverse();
        return order;

        void Walk(string id)
        {
            if (!seen.Add(id))
                return;
            foreach (var edge in lifecycle.Edges.Where(e => e.From == id).Reverse())
                Walk(edge.To);
            order.Add(lifecycle.Nodes[id]);
        }
    }

    /// <summary>One line for each pair of nodes, with its answer where a decision leads two ways.</summary>
    internal static IEnumerable<GraphEdge> Edges(Lifecycle lifecycle, Func<Edge, GraphLine> look) =>
        lifecycle
            .Edges.GroupBy(e => (e.From, e.To))
            .Select(same => new GraphEdge(
                same.Key.From,
                same.Key.To,
                lifecycle.Nodes[same.Key.From] is Node.Decision
                    ? string.Join("、", same.Select(e => e.Port == "True" ? "是" : "否"))
                    : null,
                same.Select(look).Contains(GraphLine.Walked) ? GraphLine.Walked : GraphLine.Plain
            ));

    /// <summary>Where an answer or the office may send the case back, as far as the definition names a step.</summary>
    internal static IEnumerable<GraphEdge> MayReturn(Lifecycle lifecycle) =>
        from step in lifecycle.Nodes.Values.OfType<Node.Step>()
        where !step.Off
        from target in step.MayReturnTo.Append(step.Ask?.ReturnsTo).Distinct()
        where target is not null && lifecycle.Nodes.GetValueOrDefault(target) is Node.Step { Off: false }
        select new GraphEdge(step.Id, target, null, GraphLine.MayReturn);

    internal static GraphShape ShapeOf(Node node) =>
        node switch
        {
            Node.End => GraphShape.Pill,
            Node.Decision => GraphShape.Hexagon,
            Node.Fork or Node.Join => GraphShape.Bar,
            _ => GraphShape.Box,
        };

    /// <summary>Where the ways out of a node lead, in words.</summary>
    internal static string Onward(Lifecycle lifecycle, Node node)
    {
        var targets = lifecycle
            .Edges.Where(e => e.From == node.Id)
            .GroupBy(e => e.To)
            .Select(same =>
                node is Node.Decision
                    ? $"{(same.Count() > 1 ? "无论是否" : same.First().Port == "True" ? "是则" : "否则")}到“{Words.Title(lifecycle.Nodes[same.Key])}”"
                    : $"“{Words.Title(lifecycle.Nodes[same.Key])}”"
            )
            .ToList();
        return targets.Count == 0 ? ""
            : node is Node.Decision ? string.Join("，", targets)
            : node is Node.Fork ? $"同时进入{string.Join("和", targets)}"
            : $"之后到{string.Join("或", targets)}";
    }

    private static GraphNode Drawn(Lifecycle lifecycle, Node node) =>
        new(
            node.Id,
            Words.Title(node),
            ShapeOf(node),
            node is Node.Step { Off: true } ? GraphState.Skipped : GraphState.Plain,
            [.. Notes(node).Select(text => new GraphNote(text))],
            Sentence(lifecycle, node)
        );

    private static IEnumerable<string> Notes(Node node)
    {
        if (node is not Node.Step step)
            yield break;
        if (step.Off)
            yield return "未启用，跳过";
        else if (step.Ask is { } ask)
        {
            yield return $"{Vocabulary.Named(ask.Vocabulary).Label}：{Outline.WhoOf(ask.Who)}";
            if (ask.Deadline is { } rule)
                yield return Outline.DeadlineOf(rule);
        }
        if (step is { Optional: not null, Off: false })
            yield return "可选环节";
    }

    private static string Sentence(Lifecycle lifecycle, Node node)
    {
        var said = node is Node.Step step ? Said(lifecycle, step) : [];
        string[] parts = [.. said, Onward(lifecycle, node), node is Node.End ? "事项到此结束" : ""];
        var title = Words.Title(node);
        return $"{title}{(title.EndsWith('？') ? "" : "：")}{string.Join("；", parts.Where(p => p.Length > 0))}";
    }

    private static IEnumerable<string> Said(Lifecycle lifecycle, Node.Step step)
    {
        if (step.Off)
            yield return "未启用，跳过";
        else if (step.Optional is not null)
            yield return "可选环节";
        if (step is { Off: false, MayReturnTo.Count: > 0 })
            yield return $"办公室可退回{string.Join("、", step.MayReturnTo.Select(t => Outline.Target(lifecycle, t)))}";
        if (step is not { Off: false, Ask: { } ask })
            yield break;
        yield return $"向{Outline.WhoOf(ask.Who)}发“{Vocabulary.Named(ask.Vocabulary).Label}”";
        if (ask.Deadline is { } rule)
            yield return $"时限：{Outline.DeadlineOf(rule)}";
        if (ask.ReturnsTo is { } back)
            yield return $"答复可退回“{lifecycle.Step(back).Title}”";
    }
}
