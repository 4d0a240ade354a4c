using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Embedded;

/// <summary>Random well-nested lifecycles, random moves: the flow goes where a plain walk of the tree goes.</summary>
public class RandomFlowTests
{
    private const int Moves = 40;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    [Fact]
    public void The_embedded_flow_goes_where_the_tree_goes()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), AgreesWithTheTree)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600));
        Assert.All(
            ["moves", "jumps", "refused jumps", "ends", "parallel"],
            what => Assert.True(Count(what) > 50, what)
        );
    }

    private bool AgreesWithTheTree(int seed)
    {
        var random = new System.Random(seed);
        var tree = Block.Random(random);
        var lifecycle = Block.AsLifecycle(tree);
        var flow = new EmbeddedFlow();
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
