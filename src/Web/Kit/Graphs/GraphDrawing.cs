using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Kit.Graphs;

/// <summary>Draws a picture as SVG: lines first, so that nodes stand before them. Colours come from classes.</summary>
internal sealed class GraphDrawing
{
    private const double Margin = 6;
    private const double PortGap = 22;
    private const double Arrow = 5;
    private const double Round = 8;

    /// <summary>Wider pictures are not made smaller to fit; they scroll.</summary>
    private const double Broad = 420;

    private readonly Layout _layout;
    private readonly IReadOnlyList<SideLine> _sides;
    private readonly double _left;
    private readonly double _top;
    private readonly TagBuilder _svg = new("svg");

    private GraphDrawing(Graph graph)
    {
        _layout = new Layout(graph);
        _sides = SideLanes.Of(_layout);
        _left = _sides.Where(s => s.IsLeft).Select(s => s.Lane - s.LabelWidth).Append(_layout.Left).Min() - Margin;
        var right =
            _sides.Where(s => !s.IsLeft).Select(s => s.Lane + s.LabelWidth).Append(_layout.Right).Max() + Margin;
        _top = -Margin;
        Width = Math.Ceiling(right - _left);
        Height = Math.Ceiling(_layout.Bottom + (2 * Margin));
    }

    public double Width { get; }
    public double Height { get; }

    /// <summary>The picture; what it says in words is left to who shows it.</summary>
    public static TagBuilder Draw(Graph graph)
    {
        var drawing = new GraphDrawing(graph);
        drawing.All();
        return drawing._svg;
    }

    private void All()
    {
        _svg.AddCssClass("graph-picture");
        if (Width > Broad)
            _svg.AddCssClass("graph-broad");
        _svg.MergeAttribute("width", N(Width));
        _svg.MergeAttribute("height", N(Height));
        _svg.MergeAttribute("viewBox", $"{N(_left)} {N(_top)} {N(Width)} {N(Height)}");
        foreach (var side in _sides)
            Beside(side);
        foreach (var course in _layout.Layers.Courses.OrderBy(c => c.Edge.Line is GraphLine.Walked))
            Down(course);
        foreach (var node in _layout.Nodes.Values)
            Node(node);
    }

    private void Down(Course course)
    {
        var (from, to) = (_layout.Nodes[course.Edge.From], _layout.Nodes[course.Edge.To]);
        var start = from.Centre + Port(from, course, c => c.Edge.From, c => c.Spots[1].X);
        var end = to.Centre + Port(to, course, c => c.Edge.To, c => c.Spots[^2].X);
        var (x, y) = (start, from.Bottom);
        var path = $"M{N(x)} {N(y)}";
        foreach (var spot in course.Spots.Skip(1).SkipLast(1))
        {
            path += Curve(x, y, spot.X, _layout.RowTops[spot.Layer]) + $"V{N(_layout.RowBottoms[spot.Layer])}";
            (x, y) = (spot.X, _layout.RowBottoms[spot.Layer]);
        }
        path += Curve(x, y, end, to.Top - Arrow) + $"V{N(to.Top)}";
        Line(course.Edge.Line, path, $"M{N(end)} {N(to.Top)}l-{Arrow} -{Arrow + 2}h{2 * Arrow}z");
        if (course.Edge.Label is { } label)
        {
            var (nextX, nextY) =
                course.Spots.Count > 2 ? (course.Spots[1].X, _layout.RowTops[course.Spots[1].Layer]) : (end, to.Top);
            Text(label, "label", (start + nextX) / 2, ((from.Bottom + nextY) / 2) + 4, "middle");
        }
    }

    /// <summary>A line straight down leaves from the middle; others from the side they go to.</summary>
    private double Port(Placed node, Course course, Func<Course, string> end, Func<Course, double> next)
    {
        var all = _layout.Layers.Courses.Where(c => end(c) == node.Node.Id).OrderBy(next).ToList();
        var place = all.FindIndex(c => ReferenceEquals(c, course));
        var straight = all.FindIndex(c => Math.Abs(next(c) - node.Centre) < 1);
        var offset = straight >= 0 ? place - straight : place - ((all.Count - 1) / 2.0);
        var most = (node.Size.Width / 2) - 14;
        return Math.Clamp(offset * PortGap, -most, most);
    }

    private void Beside(SideLine side)
    {
        var (fx, fy) = side.From;
        var (tx, ty) = side.To;
        var outward = side.IsLeft ? -1 : 1;
        var up = ty < fy ? -1 : 1;
        var turn = Math.Min(Round, Math.Abs(ty - fy) / 2);
        var path =
            $"M{N(fx)} {N(fy)}H{N(side.Lane - (outward * turn))}q{N(outward * turn)} 0 {N(outward * turn)} {N(up * turn)}"
            + $"V{N(ty - (up * turn))}q0 {N(up * turn)} {N(-outward * turn)} {N(up * turn)}H{N(tx)}";
        Line(side.Edge.Line, path, $"M{N(tx)} {N(ty)}l{N(outward * (Arrow + 2))} -{Arrow}v{2 * Arrow}z");
        if (side.Edge.Label is { } label)
            Text(
                label,
                $"label line-{Name(side.Edge.Line)}",
                side.Lane + (outward * 4),
                side.Middle + 4,
                side.IsLeft ? "end" : "start"
            );
    }

    private void Node(Placed node)
    {
        var group = Shape("g");
        group.AddCssClass($"graph-{node.Node.State.ToString().ToLowerInvariant()}");
        group.AddCssClass($"graph-{node.Node.Shape.ToString().ToLowerInvariant()}");
        group.InnerHtml.AppendHtml(Outline(node));
        foreach (var letters in node.Size.Letters)
            group.InnerHtml.AppendHtml(
                Words(letters.Text, letters.Class, node.Centre, node.Top + letters.Foot, "middle")
            );
        _svg.InnerHtml.AppendHtml(group);
    }

    private static TagBuilder Outline(Placed node)
    {
        var (width, height) = (node.Size.Width, node.Size.Height);
        if (node.Node.Shape is GraphShape.Hexagon)
        {
            var inset = N(14);
            return Shape(
                "path",
                ("class", "body"),
                (
                    "d",
                    $"M{N(node.Left)} {N(node.Middle)}l{inset} -{N(height / 2)}H{N(node.Right - 14)}l{inset} {N(height / 2)}"
                        + $"l-{inset} {N(height / 2)}H{N(node.Left + 14)}z"
                )
            );
        }
        var round =
            node.Node.Shape is GraphShape.Pill ? height / 2
            : node.Node.Shape is GraphShape.Bar ? 3
            : 6;
        return Shape(
            "rect",
            ("class", "body"),
            ("x", N(node.Left)),
            ("y", N(node.Top)),
            ("width", N(width)),
            ("height", N(height)),
            ("rx", N(round))
        );
    }

    private void Line(GraphLine line, string path, string head)
    {
        var group = Shape("g");
        group.AddCssClass($"line-{Name(line)}");
        group.InnerHtml.AppendHtml(Shape("path", ("class", "line"), ("d", path)));
        group.InnerHtml.AppendHtml(Shape("path", ("class", "head"), ("d", head)));
        _svg.InnerHtml.AppendHtml(group);
    }

    private void Text(string text, string css, double x, double y, string anchor) =>
        _svg.InnerHtml.AppendHtml(Words(text, css, x, y, anchor));

    private static TagBuilder Words(string text, string css, double x, double y, string anchor)
    {
        var words = Shape("text", ("class", css), ("x", N(x)), ("y", N(y)), ("text-anchor", anchor));
        words.InnerHtml.Append(text);
        return words;
    }

    private static TagBuilder Shape(string tag, params (string Name, string Value)[] attributes)
    {
        var shape = new TagBuilder(tag);
        foreach (var (name, value) in attributes)
            shape.MergeAttribute(name, value);
        return shape;
    }

    private static string Curve(double x, double y, double toX, double toY)
    {
        var half = N((y + toY) / 2);
        return Math.Abs(x - toX) < 0.5 ? $"V{N(toY)}" : $"C{N(x)} {half} {N(toX)} {half} {N(toX)} {N(toY)}";
    }

    private static string Name(GraphLine line) => line.ToString().ToLowerInvariant();

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
