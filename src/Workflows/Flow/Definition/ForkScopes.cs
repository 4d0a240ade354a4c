namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>
/// Which branch of which fork a node lies in. Forks nest properly, every branch reaches its join by exactly one edge,
/// and no edge leaves a fork: shapes that break this hang or run a step twice in one flow or the other.
/// </summary>
public static class ForkScopes
{
    /// <summary>The branches around a node, outermost first, as <c>fork/branch</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Lifecycle d)
    {
        var scopes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [d.Start.Id] = [] };
        var open = new Queue<string>([d.Start.Id]);
        while (open.TryDequeue(out var id))
        {
            foreach (var edge in d.Edges.Where(e => e.From == id))
            {
                var scope = Beyond(d, d.Nodes[id], scopes[id], edge);
                if (scopes.TryGetValue(edge.To, out var known))
                {
                    if (!known.SequenceEqual(scope))
                        throw new DefinitionFault(d.Id, edge.To, "连线跨越了分支边界");
                    continue;
                }
                scopes[edge.To] = scope;
                open.Enqueue(edge.To);
            }
        }
        return scopes;
    }

    /// <summary>Checks nesting and that each join takes one edge from each branch of one fork.</summary>
    public static void Check(Lifecycle d)
    {
        var scopes = Of(d);
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var join in d.Nodes.Values.OfType<Node.Join>())
        {
            var inbound = d.Edges.Where(e => e.To == join.Id).ToList();
            var branches = inbound.Select(e => InnermostAt(d, scopes, e)).ToList();
            var forks = branches.Select(b => b.Split('/')[0]).Distinct().ToList();
            if (forks.Count != 1 || branches.Distinct().Count() != branches.Count)
                throw new DefinitionFault(d.Id, join.Id, "汇合的每条入线须来自同一分支节点的不同分支");
            if (((Node.Fork)d.Nodes[forks[0]]).Branches.Count != branches.Count)
                throw new DefinitionFault(d.Id, join.Id, "有分支没有到达汇合");
            if (!joined.Add(forks[0]))
                throw new DefinitionFault(d.Id, join.Id, $"分支 {forks[0]} 已有汇合，不能再有第二个");
        }
        if (d.Nodes.Values.OfType<Node.Fork>().FirstOrDefault(f => !joined.Contains(f.Id)) is { } open)
            throw new DefinitionFault(d.Id, open.Id, "分支没有汇合");
        foreach (var end in d.Nodes.Values.OfType<Node.End>().Where(e => scopes[e.Id].Count > 0))
            throw new DefinitionFault(d.Id, end.Id, "分支之内不能结束");
    }

    private static IReadOnlyList<string> Beyond(Lifecycle d, Node from, IReadOnlyList<string> scope, Edge edge)
    {
        var inside = from is Node.Fork ? [.. scope, $"{from.Id}/{edge.Port}"] : scope;
        if (d.Nodes[edge.To] is not Node.Join)
            return inside;
        return inside.Count > 0
            ? [.. inside.Take(inside.Count - 1)]
            : throw new DefinitionFault(d.Id, edge.To, "汇合之前没有分支");
    }

    private static string InnermostAt(
        Lifecycle d,
        IReadOnlyDictionary<string, IReadOnlyList<string>> scopes,
        Edge edge
    ) => d.Nodes[edge.From] is Node.Fork ? $"{edge.From}/{edge.Port}" : scopes[edge.From][^1];
}
