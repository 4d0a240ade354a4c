namespace JointMeeting.Web.Kit.Graphs;

/// <summary>A line beside the others, in a lane of its own.</summary>
/// <param name="Lane">The upright part.</param>
/// <param name="IsLeft">Returns run on the left, loops on the right.</param>
internal sealed record SideLine(
    GraphEdge Edge,
    bool IsLeft,
    double Lane,
    (double X, double Y) From,
    (double X, double Y) To
)
{
    /// <summary>The room its label takes beside the lane.</summary>
    public double LabelWidth => Edge.Label is null ? 0 : TextFit.Width(Edge.Label, Size.NoteSize) + 6;
    public double Top => Math.Min(From.Y, To.Y);
    public double Bottom => Math.Max(From.Y, To.Y);
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>
/// Puts the lines that run up beside the rows that they pass, short ones nearest, so that no two lie on each other.
/// </summary>
internal static class SideLanes
{
    private const double LaneGap = 18;
    private const double TouchGap = 8;
    private const double Air = 4;

    public static IReadOnlyList<SideLine> Of(Layout layout)
    {
        var lines = new List<SideLine>();
        var shortest = layout.Layers.Beside.OrderBy(e => Math.Abs(layout.Nodes[e.From].Top - layout.Nodes[e.To].Top));
        foreach (var edge in shortest)
            lines.Add(Line(layout, edge, [.. lines.Where(l => l.IsLeft == edge.IsReturn)]));
        return lines;
    }

    private static SideLine Line(Layout layout, GraphEdge edge, IReadOnlyList<SideLine> before)
    {
        var (from, to) = (layout.Nodes[edge.From], layout.Nodes[edge.To]);
        var itself = edge.From == edge.To;
        var fromY = Touch(from, itself ? 0.75 : 0.35, before.Count(l => Touches(l, edge.From)));
        var toY = Touch(to, itself ? 0.25 : 0.65, before.Count(l => Touches(l, edge.To)));
        var (top, bottom) = (Math.Min(fromY, toY), Math.Max(fromY, toY));
        var passed = layout.Nodes.Values.Where(n => n.Bottom > top && n.Top < bottom);
        var taken = before.Where(l => l.Top - Air < bottom && l.Bottom + Air > top);
        var isLeft = edge.IsReturn;
        var lane = isLeft
            ? passed.Select(n => n.Left).Concat(taken.Select(l => l.Lane - l.LabelWidth)).Min() - LaneGap
            : passed.Select(n => n.Right).Concat(taken.Select(l => l.Lane + l.LabelWidth)).Max() + LaneGap;
        return new(edge, isLeft, lane, (isLeft ? from.Left : from.Right, fromY), (isLeft ? to.Left : to.Right, toY));
    }

    private static bool Touches(SideLine line, string node) => line.Edge.From == node || line.Edge.To == node;

    private static double Touch(Placed node, double share, int taken) =>
        Math.Min(node.Top + (node.Size.Height * share) + (taken * TouchGap), node.Bottom - 6);
}
