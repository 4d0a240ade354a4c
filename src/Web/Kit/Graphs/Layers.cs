namespace JointMeeting.Web.Kit.Graphs;

/// <summary>A place in a layer: a node, or where a long line passes one.</summary>
internal sealed class Spot
{
    public GraphNode? Node { get; init; }
    public required int Layer { get; init; }
    public List<Spot> Above { get; } = [];
    public List<Spot> Below { get; } = [];

    /// <summary>Every way from the beginning to the farthest end leads through it, so it stands on the straight line.</summary>
    public bool IsTrunk { get; set; }
    public double X { get; set; }
}

/// <summary>A line that runs down, with the spots it passes.</summary>
internal sealed record Course(GraphEdge Edge, IReadOnlyList<Spot> Spots);

/// <summary>
/// The layers of a picture: each node below all that lead to it. A line that would run up again is no part of them and
/// is drawn beside. In each layer the order with the fewest crossings that a few sweeps find.
/// </summary>
internal sealed class Layers
{
    private const int Sweeps = 8;

    private Layers(List<List<Spot>> rows, List<Course> courses, List<GraphEdge> beside) =>
        (Rows, Courses, Beside) = (rows, courses, beside);

    public List<List<Spot>> Rows { get; }
    public List<Course> Courses { get; }

    /// <summary>Lines of return and of loops.</summary>
    public List<GraphEdge> Beside { get; }

    public static Layers Of(Graph graph)
    {
        var (down, up) = Split(graph);
        var layer = Longest(graph, down);
        var spots = graph.Nodes.ToDictionary(n => n.Id, n => new Spot { Node = n, Layer = layer[n.Id] });
        foreach (var trunk in Trunk(graph, down, layer))
            spots[trunk].IsTrunk = true;
        var rows = Enumerable.Range(0, layer.Values.Max() + 1).Select(_ => new List<Spot>()).ToList();
        foreach (var node in graph.Nodes)
            rows[layer[node.Id]].Add(spots[node.Id]);
        var courses = down.Select(e => Course(e, spots[e.From], spots[e.To], rows)).ToList();
        Order(rows);
        return new(rows, courses, [.. up, .. graph.Edges.Where(e => e.IsReturn)]);
    }

    /// <summary>Walks from the beginning; a line to a node that the walk is still below runs up.</summary>
    private static (List<GraphEdge> Down, List<GraphEdge> Up) Split(Graph graph)
    {
        var (down, up) = (new List<GraphEdge>(), new List<GraphEdge>());
        var (walking, walked) = (new HashSet<string>(), new HashSet<string>());
        foreach (var node in graph.Nodes)
            Walk(node.Id);
        return (down, up);

        void Walk(string id)
        {
            if (!walked.Add(id))
                return;
            walking.Add(id);
            foreach (var edge in graph.Edges.Where(e => e.From == id && !e.IsReturn))
            {
                (walking.Contains(edge.To) ? up : down).Add(edge);
                Walk(edge.To);
            }
            walking.Remove(id);
        }
    }

    private static Dictionary<string, int> Longest(Graph graph, List<GraphEdge> down)
    {
        var layer = graph.Nodes.ToDictionary(n => n.Id, _ => 0);
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var edge in down.Where(e => layer[e.To] <= layer[e.From]))
                (layer[edge.To], changed) = (layer[edge.From] + 1, true);
        }
        return layer;
    }

    private static IEnumerable<string> Trunk(Graph graph, List<GraphEdge> down, Dictionary<string, int> layer)
    {
        var end = graph.Nodes.MaxBy(n => layer[n.Id])!.Id;
        var start = graph.Nodes[0].Id;
        return graph.Nodes.Select(n => n.Id).Where(id => id == start || id == end || !Reaches(id));

        bool Reaches(string without)
        {
            var seen = new HashSet<string> { without };
            var open = new Stack<string>([start]);
            while (open.TryPop(out var id))
                if (seen.Add(id))
                    foreach (var edge in down.Where(e => e.From == id))
                        open.Push(edge.To);
            return seen.Contains(end);
        }
    }

    private static Course Course(GraphEdge edge, Spot from, Spot to, List<List<Spot>> rows)
    {
        var spots = new List<Spot> { from };
        for (var i = from.Layer + 1; i < to.Layer; i++)
        {
            spots.Add(new Spot { Layer = i });
            rows[i].Add(spots[^1]);
        }
        spots.Add(to);
        foreach (var (above, below) in spots.Zip(spots.Skip(1)))
        {
            above.Below.Add(below);
            below.Above.Add(above);
        }
        return new(edge, spots);
    }

    private static void Order(List<List<Spot>> rows)
    {
        var best = rows.Select(r => r.ToList()).ToList();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 1; i < rows.Count; i++)
            {
                var (row, beside) = down ? (i, i - 1) : (rows.Count - 1 - i, rows.Count - i);
                var place = rows[beside].Select((s, at) => (s, at)).ToDictionary(p => p.s, p => (double)p.at);
                rows[row] =
                [
                    .. rows[row]
                        .Select((s, at) => (s, Mean: Mean(down ? s.Above : s.Below, place, at)))
                        .OrderBy(p => p.Mean)
                        .Select(p => p.s),
                ];
            }
            if (Crossings(rows) < Crossings(best))
                best = [.. rows.Select(r => r.ToList())];
        }
        for (var i = 0; i < rows.Count; i++)
            rows[i] = best[i];
    }

    private static double Mean(List<Spot> neighbours, Dictionary<Spot, double> place, int now) =>
        neighbours.Count == 0 ? now : neighbours.Average(n => place[n]);

    private static int Crossings(List<List<Spot>> rows)
    {
        var crossings = 0;
        foreach (var (row, next) in rows.Zip(rows.Skip(1)))
        {
            var lines = row.SelectMany((s, at) => s.Below.Select(b => (From: at, To: next.IndexOf(b)))).ToList();
            foreach (var a in lines)
                crossings += lines.Count(b => a.From < b.From && a.To > b.To);
        }
        return crossings;
    }
}
