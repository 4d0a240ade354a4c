using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Tests.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

/// <summary>
/// What every flow must do alike, whichever one makes a case's state. Random well-nested lifecycles, random moves: the
/// flow goes where a plain walk of the tree goes; on the shipped lifecycles it goes along the edges of the file.
/// </summary>
public abstract class FlowConformance(IFlow flow, int trees)
{
    private const int Moves = 40;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Lifecycles.Shipped().All.Select(l => l.Id)];

    protected IFlow Flow => flow;

    [Fact]
    public void It_goes_where_the_tree_goes()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), AgreesWithTheTree)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(trees));
        Assert.All(
            ["moves", "jumps", "refused jumps", "ends", "parallel"],
            what => Assert.True(Count(what) > 50, what)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_outcome_of_a_shipped_lifecycle_leads_where_its_edge_leads(string id)
    {
        var d = Lifecycles.Shipped().Newest(id);
        Assert.DoesNotContain(d.Nodes.Values, n => n is Node.Fork);
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        foreach (var outcome in step.Outcomes)
        foreach (var answer in new[] { true, false })
        {
            var there = flow.Advance(
                d,
                flow.Advance(d, null, new Move.Start(), _ => true).State,
                Jump(step),
                _ => true
            );
            Assert.Equal([step.Id], there.Entered);
            var advanced = flow.Advance(d, there.State, new Move.Complete(step.Id, outcome), _ => answer);
            var next = d.After(step.Id, outcome);
            while (next is Node.Decision decision)
                next = d.After(decision.Id, answer ? "True" : "False");
            Assert.Equal([step.Id], advanced.Left);
            Assert.Equal(next is Node.Step ? [next.Id] : [], advanced.Entered);
            Assert.Equal(next is Node.End ? next.Id : null, advanced.EndedAt);
        }

        static Move Jump(Node.Step step) => new Move.Jump(step.Id);
    }

    /// <summary>The open visits of a case say all that a flow needs: flowable#2636, camunda#42818.</summary>
    [Fact]
    public void A_state_rebuilt_from_where_the_case_waits_goes_on_as_the_original()
    {
        var (rebuilt, parallel) = (0, 0);
        for (var seed = 0; seed < trees; seed++)
        {
            var random = new System.Random(seed);
            var course = new Course(Course.Random(random), random, flow);
            course.GoOn(random.Next(30));
            if (course.Waiting.Count == 0)
                continue;
            rebuilt++;
            parallel += course.Waiting.Count > 1 ? 1 : 0;
            course.Beside(flow, Rebuild.State(flow, course.Lifecycle, course.Waiting)).GoOn(25);
        }
        Assert.True(rebuilt > trees / 3 && parallel > trees / 20, $"{rebuilt} rebuilt, {parallel} of them parallel");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_step_of_a_shipped_lifecycle_can_be_rebuilt(string id)
    {
        var d = Lifecycles.Shipped().Newest(id);
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        {
            var state = Rebuild.State(flow, d, [step.Id]);
            foreach (var outcome in step.Outcomes)
                Assert.Equal([step.Id], flow.Advance(d, state, new Move.Complete(step.Id, outcome), _ => true).Left);
        }
    }

    [Theory]
    [InlineData("没有“elsewhere”环节", "elsewhere")]
    [InlineData("没有“both”环节", "both")]
    [InlineData("同时停在“环节a、环节after”", "a", "after")]
    [InlineData("同时停在“环节before、环节b”", "before", "b")]
    [InlineData("没有在办环节", new string[0])]
    public void Where_no_course_leads_nothing_is_rebuilt_and_the_step_is_named(string why, params string[] waiting) =>
        Assert.Contains(
            why,
            Assert.Throws<MoveRefused>(() => Rebuild.State(flow, Draft.Forked().Read(), waiting)).Message
        );

    [Fact]
    public void An_edge_back_to_before_a_fork_opens_every_branch_again_and_the_join_waits_again()
    {
        var d = new Draft()
            .Step("before", "done")
            .Step("first", "done")
            .Fork("split", "left", "right")
            .Step("a", "done")
            .Step("b", "done")
            .Join("both")
            .Step("after", "again", "done")
            .End("end")
            .Edges("before done first", "first done split", "split left a", "split right b")
            .Edges("a done both", "b done both", "both Done after", "after again first", "after done end")
            .Read();
        var state = flow.Advance(d, null, new Move.Start(), _ => true).State;
        foreach (var node in new[] { "before", "first" })
            state = flow.Advance(d, state, new Move.Complete(node, "done"), _ => true).State;
        for (var round = 0; round < 3; round++)
        {
            var one = flow.Advance(d, state, new Move.Complete("a", "done"), _ => true);
            Assert.Empty(one.Entered);
            var both = flow.Advance(d, one.State, new Move.Complete("b", "done"), _ => true);
            Assert.Equal(["after"], both.Entered);
            var again = flow.Advance(d, both.State, new Move.Complete("after", "again"), _ => true);
            Assert.Equal(["first"], again.Entered);
            state = flow.Advance(d, again.State, new Move.Complete("first", "done"), _ => true).State;
        }
    }

    private bool AgreesWithTheTree(int seed)
    {
        var random = new System.Random(seed);
        var tree = Block.Random(random);
        var lifecycle = DefinitionFile.Of(Block.AsLifecycle(tree));
        var walk = Walk.Of(tree, Rule);
        var advanced = flow.Advance(lifecycle, null, new Move.Start(), Rule);
        var waiting = advanced.Entered.ToList();
        for (var n = 0; n < Moves && advanced.EndedAt is null; n++)
        {
            if (!waiting.Order().SequenceEqual(walk.Waiting.Order()) || walk.IsDone)
                return false;
            See(waiting.Count > 1 ? "parallel" : "moves");
            Move move =
                random.Next(5) > 0
                    ? new Move.Complete(waiting[random.Next(waiting.Count)], "done")
                    : new Move.Jump(tree.Steps.ElementAt(random.Next(tree.Steps.Count())));
            var allowed = move is Move.Complete c ? walk.Complete(c.Node) : walk.Jump(((Move.Jump)move).Node);
            See(
                move is Move.Complete ? "moves"
                : allowed ? "jumps"
                : "refused jumps"
            );
            try
            {
                advanced = flow.Advance(lifecycle, advanced.State, move, Rule);
            }
            catch (MoveRefused) when (!allowed)
            {
                continue;
            }
            if (!allowed || advanced.Left.Except(waiting).Any())
                return false;
            waiting = [.. waiting.Except(advanced.Left), .. advanced.Entered];
        }
        See(advanced.EndedAt is null ? "unfinished" : "ends");
        return advanced.EndedAt is null || (walk.IsDone && waiting.Count == 0);

        // The same question has the same answer in both, throughout.
        bool Rule(string rule) => (rule.Length + rule[^1] + seed) % 2 == 0;
    }

    private void See(string what) => _seen[what] = Count(what) + 1;

    private int Count(string what) => _seen.GetValueOrDefault(what);
}
