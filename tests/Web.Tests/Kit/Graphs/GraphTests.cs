using System.Globalization;
using System.Xml.Linq;
using JointMeeting.Web.Kit.Graphs;

namespace JointMeeting.Web.Tests.Kit.Graphs;

/// <summary>Whatever the lifecycle, the picture can be read: nothing lies on anything else, and every line comes from above.</summary>
public class GraphTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    /// <summary>Forks, decisions, skips, loops and returns, up to twenty-four nodes.</summary>
    [Fact]
    public void Four_hundred_random_lifecycles_are_drawn_without_one_node_on_another()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var graph = Random(new Random(seed));
            var boxes = Boxes(Drawn(graph));
            Assert.True(boxes.Count == graph.Nodes.Count, $"seed {seed}");
            for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(Over(boxes[i], boxes[j]), $"seed {seed}: {graph.Nodes[i].Id} on {graph.Nodes[j].Id}");
        }
    }

    [Fact]
    public void Every_line_of_the_course_runs_down_and_every_return_is_in_a_lane_of_its_own()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var svg = Drawn(Random(new Random(seed)));
            var lanes = new List<(double X, double Top, double Bottom)>();
            foreach (var path in svg.Descendants(Ns + "path").Where(p => (string?)p.Attribute("class") == "line"))
            {
                var d = (string)path.Attribute("d")!;
                if (!d.Contains('H', StringComparison.Ordinal))
                    Assert.True(Numbers(d)[^1] > Numbers(d)[1], $"seed {seed}: {d}");
                else
                    lanes.Add(Lane(d));
            }
            for (var i = 0; i < lanes.Count; i++)
            for (var j = i + 1; j < lanes.Count; j++)
                Assert.False(
                    Math.Abs(lanes[i].X - lanes[j].X) < 1
                        && lanes[i].Top < lanes[j].Bottom
                        && lanes[j].Top < lanes[i].Bottom,
                    $"seed {seed}"
                );
        }
    }

    [Fact]
    public void A_case_without_a_branch_is_a_straight_line()
    {
        var graph = new Graph("流程", [Box("a"), Box("b"), Box("c")], [Edge("a", "b"), Edge("b", "c")]);
        Assert.Single(Boxes(Drawn(graph)).Select(b => b.Left).Distinct());
    }

    /// <summary>An end aside must not push the course off its line.</summary>
    [Fact]
    public void The_course_stays_on_its_line_beside_an_end_that_many_steps_lead_to()
    {
        var graph = new Graph(
            "流程",
            [Box("a"), Box("b"), Box("c"), Box("d"), new("x", "取消", GraphShape.Pill, GraphState.Plain, [], "取消")],
            [Edge("a", "b"), Edge("a", "x"), Edge("b", "c"), Edge("b", "x"), Edge("c", "d")]
        );
        var steps = Boxes(Drawn(graph)).Where(b => b.Right - b.Left > 150).ToList();
        Assert.Equal(4, steps.Count);
        Assert.Single(steps.Select(b => b.Left).Distinct());
    }

    [Theory]
    [InlineData("纪要起草", 1)]
    [InlineData("征求各成员单位和有关专家的意见并汇总", 2)]
    [InlineData("征求各成员单位、有关县（市、区）人民政府、社会公众和有关专家的意见并逐条说明采纳情况", 2)]
    public void A_long_title_is_broken_into_two_lines_at_most_and_says_where_it_was_cut(string title, int lines)
    {
        var graph = new Graph("流程", [Box("a") with { Title = title }], []);
        var drawn = Drawn(graph).Descendants(Ns + "text").Select(t => t.Value).ToList();
        Assert.Equal(lines, drawn.Count);
        var whole = string.Concat(drawn);
        Assert.True(whole == title || (whole.EndsWith('…') && title.StartsWith(whole[..^1], StringComparison.Ordinal)));
        Assert.DoesNotContain(drawn, line => "，。、；：）”".Contains(line[0]));
        Assert.All(drawn, line => Assert.True(line.Length * 14 <= 172, line));
    }

    [Fact]
    public void Letters_of_the_markup_are_shown_and_not_read_as_markup()
    {
        var graph = new Graph("流程", [Box("a") with { Title = "<b>&\"x\"" }], []);
        Assert.Equal("<b>&\"x\"", Drawn(graph).Descendants(Ns + "text").Single().Value);
    }

    private static Graph Random(Random random)
    {
        var count = random.Next(2, 25);
        var nodes = Enumerable.Range(0, count).Select(i => Any(random, $"n{i}")).ToList();
        var edges = new List<GraphEdge>();
        for (var i = 1; i < count; i++)
            edges.Add(Edge($"n{random.Next(Math.Max(0, i - 3), i)}", $"n{i}"));
        for (var more = random.Next(0, count); more > 0; more--)
        {
            var (from, to) = (random.Next(count), random.Next(count));
            var line = from <= to || random.Next(2) == 0 ? GraphLine.Plain : GraphLine.Returned;
            edges.Add(new($"n{from}", $"n{to}", random.Next(2) == 0 ? "退回 2 次" : null, line));
        }
        return new("随机流程", nodes, [.. edges.DistinctBy(e => (e.From, e.To))]);
    }

    private static GraphNode Any(Random random, string id) =>
        new(
            id,
            new string('会', random.Next(1, 30)),
            (GraphShape)random.Next(4),
            (GraphState)random.Next(5),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => new GraphNote(new string('签', random.Next(1, 40))))],
            id
        );

    private static GraphNode Box(string id) => new(id, $"环节{id}", GraphShape.Box, GraphState.Plain, [], id);

    private static GraphEdge Edge(string from, string to) => new(from, to, null, GraphLine.Plain);

    private static XElement Drawn(Graph graph) => XElement.Parse(SvgFile.Of(graph));

    private static List<(double Left, double Top, double Right, double Bottom)> Boxes(XElement svg) =>
        [.. svg.Descendants().Where(e => (string?)e.Attribute("class") == "body").Select(Box)];

    private static (double, double, double, double) Box(XElement body)
    {
        if (body.Name == Ns + "rect")
        {
            double At(string name) => double.Parse((string)body.Attribute(name)!, CultureInfo.InvariantCulture);
            return (At("x"), At("y"), At("x") + At("width"), At("y") + At("height"));
        }
        // M left middle l 14 -half H right-14 …
        var n = Numbers((string)body.Attribute("d")!);
        return (n[0], n[1] + n[3], n[4] + 14, n[1] - n[3]);
    }

    private static (double X, double Top, double Bottom) Lane(string d)
    {
        // M x y H lane q … V y q … H x
        var n = Numbers(d);
        var x = n[2] + n[5];
        return (x, Math.Min(n[1], n[7]), Math.Max(n[1], n[7]));
    }

    private static bool Over(
        (double Left, double Top, double Right, double Bottom) a,
        (double Left, double Top, double Right, double Bottom) b
    ) => a.Left < b.Right - 0.2 && b.Left < a.Right - 0.2 && a.Top < b.Bottom && b.Top < a.Bottom;

    private static List<double> Numbers(string d) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(d, @"-?\d+(\.\d+)?")
                .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)),
        ];
}
