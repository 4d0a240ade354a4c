using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Embedded;

/// <summary>
/// A lifecycle as a tree: what stands in a row, side by side, or as a choice. It is written out as a flowchart for the
/// flow under test and walked as a tree by <see cref="Walk"/>, which knows no edges, tokens or joins.
/// </summary>
internal abstract record Block
{
    public sealed record Wait(string Id) : Block;

    public sealed record Row(IReadOnlyList<Block> Items) : Block;

    public sealed record Side(string Id, IReadOnlyList<Row> Branches) : Block;

    public sealed record Choice(string Id, Row Yes, Row No) : Block;

    private Block() { }

    /// <summary>Every step inside.</summary>
    public IEnumerable<string> Steps =>
        this switch
        {
            Wait w => [w.Id],
            Row r => r.Items.SelectMany(i => i.Steps),
            Side s => s.Branches.SelectMany(b => b.Steps),
            Choice c => c.Yes.Steps.Concat(c.No.Steps),
            _ => [],
        };

    /// <summary>A random tree; the same seed gives the same tree.</summary>
    public static Row Random(Random random)
    {
        var (steps, parts) = (0, 0);
        return RandomRow(3);

        Row RandomRow(int depth)
        {
            var items = new List<Block> { new Wait($"s{steps++}") };
            for (var n = random.Next(3); n > 0; n--)
            {
                switch (depth > 0 ? random.Next(3) : 0)
                {
                    case 1:
                        var branches = Enumerable.Range(0, random.Next(2, 4)).Select(_ => RandomRow(depth - 1));
                        items.Add(new Side($"p{parts++}", [.. branches]));
                        break;
                    case 2:
                        items.Add(new Choice($"p{parts++}", RandomRow(depth - 1), RandomRow(depth - 1)));
                        items.Add(new Wait($"s{steps++}"));
                        break;
                    default:
                        items.Add(new Wait($"s{steps++}"));
                        break;
                }
            }
            return new Row(items);
        }
    }

    /// <summary>The tree as a flowchart.</summary>
    public static Lifecycle AsLifecycle(Row tree)
    {
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal)
        {
            ["end"] = new Node.End("end", "结束", "Closed"),
        };
        var edges = new List<Edge>();
        Lay(tree, "end");
        var lifecycle = new Lifecycle("random", "随机流程", 1, nodes, edges);
        DefinitionRules.Check(lifecycle);
        return lifecycle;

        // Returns the node that the block begins with.
        string Lay(Block block, string next)
        {
            switch (block)
            {
                case Wait wait:
                    nodes[wait.Id] = new Node.Step(wait.Id, wait.Id, "Draft", ["done"], null);
                    edges.Add(new Edge(wait.Id, "done", next));
                    return wait.Id;
                case Row row:
                    return row.Items.Reverse().Aggregate(next, (after, item) => Lay(item, after));
                case Side side:
                    var join = side.Id + "j";
                    nodes[side.Id] = new Node.Fork(side.Id, [.. side.Branches.Select((_, i) => $"b{i}")]);
                    nodes[join] = new Node.Join(join);
                    edges.Add(new Edge(join, "Done", next));
                    for (var i = 0; i < side.Branches.Count; i++)
                        edges.Add(new Edge(side.Id, $"b{i}", Lay(side.Branches[i], join)));
                    return side.Id;
                case Choice choice:
                    nodes[choice.Id] = new Node.Decision(choice.Id, choice.Id);
                    edges.Add(new Edge(choice.Id, "True", Lay(choice.Yes, next)));
                    edges.Add(new Edge(choice.Id, "False", Lay(choice.No, next)));
                    return choice.Id;
                default:
                    throw new InvalidOperationException();
            }
        }
    }
}
