namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>What kind of thing differs.</summary>
public enum DifferenceKind
{
    /// <summary>增加.</summary>
    Added,

    /// <summary>删去.</summary>
    Removed,

    /// <summary>改动.</summary>
    Changed,

    /// <summary>启用.</summary>
    SwitchedOn,

    /// <summary>停用.</summary>
    SwitchedOff,
}

/// <summary>One difference between two versions of a lifecycle.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Node">Id of the node, or <c>-</c> for the lifecycle itself.</param>
/// <param name="Title">What people call the node.</param>
/// <param name="What">Which of its properties, or what it is.</param>
/// <param name="Before">What it was; null where it was not.</param>
/// <param name="Now">What it is; null where it is no more.</param>
public sealed record Difference(
    DifferenceKind Kind,
    string Node,
    string Title,
    string What,
    string? Before,
    string? Now
)
{
    /// <summary>In one line.</summary>
    public string Text =>
        Kind switch
        {
            DifferenceKind.Added => $"“{Title}”增加{What}{(Now is null ? "" : $"：{Now}")}",
            DifferenceKind.Removed => $"“{Title}”删去{What}{(Before is null ? "" : $"：{Before}")}",
            DifferenceKind.Changed => $"“{Title}”{What}由“{Before}”改为“{Now}”",
            DifferenceKind.SwitchedOn => $"启用“{Title}”",
            DifferenceKind.SwitchedOff => $"停用“{Title}”",
        };
}

/// <summary>What differs between two versions of a lifecycle, in the order of the steps; pure.</summary>
public static class Comparison
{
    /// <summary>The differences, from one to the other.</summary>
    public static IReadOnlyList<Difference> Of(Lifecycle before, Lifecycle now) =>
        [
            .. Changed("-", "流程", [("名称", before.Name, now.Name)]),
            .. before.Nodes.Values.Where(n => !now.Nodes.ContainsKey(n.Id)).Select(Removed),
            .. now.Nodes.Values.Where(n => !before.Nodes.ContainsKey(n.Id)).Select(Added),
            .. now.Nodes.Values.Where(n => before.Nodes.ContainsKey(n.Id)).SelectMany(n => Of(before.Nodes[n.Id], n)),
            .. Edges(before, now, DifferenceKind.Removed),
            .. Edges(now, before, DifferenceKind.Added),
        ];

    private static Difference Removed(Node node) =>
        new(DifferenceKind.Removed, node.Id, Words.Title(node), Words.Kind(node), null, null);

    private static Difference Added(Node node) =>
        new(DifferenceKind.Added, node.Id, Words.Title(node), Words.Kind(node), null, null);

    private static IEnumerable<Difference> Of(Node before, Node now)
    {
        if (Words.Kind(before) != Words.Kind(now))
            return Changed(now.Id, Words.Title(now), [("类型", Words.Kind(before), Words.Kind(now))]);
        return Switched(before, now).Concat(Changed(now.Id, Words.Title(now), Properties(before, now)));
    }

    private static IEnumerable<Difference> Switched(Node before, Node now)
    {
        if (before is Node.Step { Off: var was } && now is Node.Step { Off: var off } && was != off)
            yield return new(
                off ? DifferenceKind.SwitchedOff : DifferenceKind.SwitchedOn,
                now.Id,
                Words.Title(now),
                "启用",
                was ? "未启用" : "启用",
                off ? "未启用" : "启用"
            );
    }

    private static IEnumerable<(string, string?, string?)> Properties(Node before, Node now) =>
        Words.Of(before).Zip(Words.Of(now), (a, b) => (a.What, a.Value, b.Value));

    private static IEnumerable<Difference> Changed(
        string node,
        string title,
        IEnumerable<(string What, string? Before, string? Now)> properties
    ) =>
        from p in properties
        where p.Before != p.Now
        let kind = p.Before is null ? DifferenceKind.Added
        : p.Now is null ? DifferenceKind.Removed
        : DifferenceKind.Changed
        select new Difference(kind, node, title, p.What, p.Before, p.Now);

    /// <summary>Edges between nodes that both versions have; those of a new or removed node go without saying.</summary>
    private static IEnumerable<Difference> Edges(Lifecycle with, Lifecycle without, DifferenceKind kind) =>
        from edge in with.Edges.Except(without.Edges)
        where without.Nodes.ContainsKey(edge.From) || kind == DifferenceKind.Added
        let target = Words.Title(with.Nodes[edge.To])
        let words = $"{edge.Port} → {target}"
        select new Difference(
            kind,
            edge.From,
            Words.Title(with.Nodes[edge.From]),
            "连线",
            kind == DifferenceKind.Removed ? words : null,
            kind == DifferenceKind.Added ? words : null
        );
}
