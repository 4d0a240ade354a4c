namespace JointMeeting.Web.Kit.Graphs;

/// <summary>A node's place.</summary>
internal sealed record Placed(GraphNode Node, double Centre, double Top, Size Size)
{
    public double Left => Centre - (Size.Width / 2);
    public double Right => Centre + (Size.Width / 2);
    public double Bottom => Top + Size.Height;
    public double Middle => Top + (Size.Height / 2);
}

/// <summary>Where everything stands: nodes in rows, the trunk on a straight line, lines down between them.</summary>
internal sealed class Layout
{
    private const double Apart = 24;
    private const double PassApart = 18;
    private const double RowGap = 36;
    private const int Passes = 24;
    private const double TrunkWeight = 1_000_000;

    private readonly Dictionary<Spot, Size> _sizes;

    public Layout(Graph graph)
    {
        Layers = Layers.Of(graph);
        _sizes = Layers
            .Rows.SelectMany(r => r)
            .Where(s => s.Node is not null)
            .ToDictionary(s => s, s => Size.Of(s.Node!));
        foreach (var row in Layers.Rows)
            Settle(row, [.. row.Select(_ => 0.0)]);
        for (var pass = 0; pass < Passes; pass++)
            foreach (var row in pass % 2 == 0 ? Layers.Rows : Enumerable.Reverse(Layers.Rows))
                Settle(row, [.. row.Select(s => Wanted(s, pass % 2 == 0))]);
        var top = 0.0;
        foreach (var row in Layers.Rows)
        {
            var height = row.Max(s => s.Node is null ? 0 : _sizes[s].Height);
            RowTops.Add(top);
            RowBottoms.Add(top + height);
            foreach (var spot in row.Where(s => s.Node is not null))
                Nodes[spot.Node!.Id] = new(spot.Node, spot.X, top + ((height - _sizes[spot].Height) / 2), _sizes[spot]);
            top += height + RowGap;
        }
    }

    public Layers Layers { get; }
    public Dictionary<string, Placed> Nodes { get; } = new(StringComparer.Ordinal);
    public List<double> RowTops { get; } = [];
    public List<double> RowBottoms { get; } = [];
    public double Left => Layers.Rows.SelectMany(r => r).Min(s => s.X - Half(s));
    public double Right => Layers.Rows.SelectMany(r => r).Max(s => s.X + Half(s));
    public double Bottom => RowBottoms[^1];

    private double Half(Spot spot) => spot.Node is null ? 0 : _sizes[spot].Width / 2;

    private static double Wanted(Spot spot, bool fromAbove)
    {
        if (spot.IsTrunk)
            return 0;
        var neighbours = fromAbove ? spot.Above : spot.Below;
        if (neighbours.Count == 0)
            neighbours = fromAbove ? spot.Below : spot.Above;
        return neighbours.Count == 0 ? spot.X : neighbours.Average(n => n.X);
    }

    /// <summary>
    /// The places nearest to the wanted ones that keep the order and the distances: neighbours that would overlap are
    /// moved together as a block (least squares, pool adjacent violators).
    /// </summary>
    private void Settle(List<Spot> row, double[] wanted)
    {
        var ahead = new double[row.Count];
        for (var i = 1; i < row.Count; i++)
            ahead[i] = ahead[i - 1] + Half(row[i - 1]) + Half(row[i]) + Gap(row[i - 1], row[i]);
        var blocks = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < row.Count; i++)
        {
            var weight = row[i].IsTrunk ? TrunkWeight : 1;
            var block = ((wanted[i] - ahead[i]) * weight, weight, 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Weight > block.Item1 / block.Item2)
            {
                block = (block.Item1 + blocks[^1].Sum, block.Item2 + blocks[^1].Weight, block.Item3 + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        var at = 0;
        foreach (var (sum, weight, count) in blocks)
            for (var i = 0; i < count; i++, at++)
                row[at].X = (sum / weight) + ahead[at];
    }

    private static double Gap(Spot left, Spot right) => left.Node is null || right.Node is null ? PassApart : Apart;
}
