using System.Text;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Flow.Elsa;
using JointMeeting.Workflows.Flow.Embedded;
using JointMeeting.Workflows.Tests.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

public class ElsaConformanceTests() : FlowConformance(Elsa, trees: 200)
{
    private static readonly ElsaFlow Elsa = new();
    private static readonly EmbeddedFlow Embedded = new();

    /// <summary>Well-nested definitions with edges back and past, every kind of move, also the refused ones.</summary>
    [Fact]
    public void Both_flows_make_the_same_of_the_same_moves_on_random_definitions() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue)),
                seed =>
                {
                    var random = new System.Random(seed);
                    var d = WithShortcuts(Block.AsLifecycle(Block.Random(random)), random);
                    AreAlike(DefinitionFile.Of(d), random, 40);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Both_flows_make_the_same_of_the_same_moves_on_a_shipped_lifecycle(string id)
    {
        for (var seed = 0; seed < 20; seed++)
            AreAlike(Lifecycles.Shipped().Newest(id), new System.Random(seed), 60);
    }

    [Fact]
    public async Task One_flow_serves_many_cases_at_once()
    {
        var d = DefinitionFile.Of(Block.AsLifecycle(Block.Random(new System.Random(7))));
        await Parallel.ForAsync(
            0,
            16,
            TestContext.Current.CancellationToken,
            (seed, _) =>
            {
                AreAlike(d, new System.Random(seed), 40);
                return ValueTask.CompletedTask;
            }
        );
    }

    [Fact]
    public void A_state_does_not_grow_with_the_visits()
    {
        var d = Draft.Forked().Read();
        var state = Elsa.Advance(d, null, new Move.Start(), _ => true).State;
        var sizes = new List<int>();
        for (var round = 0; round < 20; round++)
        {
            state = Elsa.Advance(d, state, new Move.Complete("before", "done"), _ => true).State;
            sizes.Add(state.Length);
            state = Elsa.Advance(d, state, new Move.Jump("a"), _ => true).State;
            state = Elsa.Advance(d, state, new Move.Jump("before"), _ => true).State;
        }
        Assert.InRange(sizes[^1], 1, sizes[0] + 200);
    }

    [Fact]
    public void A_state_of_another_version_of_Elsa_is_refused_with_both_versions()
    {
        var d = Draft.Forked().Read();
        var state = Encoding.UTF8.GetString(Elsa.Advance(d, null, new Move.Start(), _ => true).State);
        Assert.Contains($"\"madeBy\":\"{ElsaFlow.Version}\"", state);
        var older = Encoding.UTF8.GetBytes(state.Replace($"\"{ElsaFlow.Version}\"", "\"3.0.9\""));
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Elsa.Advance(d, older, new Move.Complete("before", "done"), _ => true)
        );
        Assert.Contains("3.0.9", refused.Message);
        Assert.Contains(ElsaFlow.Version, refused.Message);
    }

    /// <summary>Elsa drops what it does not understand; the flow does not run what is left.</summary>
    [Fact]
    public void A_file_that_Elsa_reads_differently_is_refused_with_the_node()
    {
        var d = Draft.Forked().Read();
        var broken = d with { Source = d.Source!.Replace("\"Elsa.FlowJoin\"", "\"Elsa.Unknown\"") };
        var fault = Assert.Throws<DefinitionFault>(() => Elsa.Advance(broken, null, new Move.Start(), _ => true));
        Assert.Equal("both", fault.Node);
    }

    private static void AreAlike(Lifecycle d, System.Random random, int moves)
    {
        var rules = random.Next();
        var (embedded, elsa) = (
            Embedded.Advance(d, null, new Move.Start(), Rule),
            Elsa.Advance(d, null, new Move.Start(), Rule)
        );
        var waiting = new List<string>();
        for (var n = 0; ; n++)
        {
            Assert.Equal(embedded.Entered, elsa.Entered);
            Assert.Equal(embedded.Left, elsa.Left);
            Assert.Equal(embedded.EndedAt, elsa.EndedAt);
            waiting = [.. waiting.Except(embedded.Left), .. embedded.Entered];
            if (n == moves)
                return;
            var move = RandomMove(d, waiting, random);
            var (one, why) = Make(Embedded, d, embedded, move, Rule);
            var (other, whyElse) = Make(Elsa, d, elsa, move, Rule);
            Assert.Equal(why, whyElse);
            (embedded, elsa) = (one, other);
        }

        bool Rule(string rule) => (rule[^1] + rules) % 2 == 0;
    }

    private static Move RandomMove(Lifecycle d, List<string> waiting, System.Random random)
    {
        var steps = d.Nodes.Values.OfType<Node.Step>().ToList();
        var any = steps[random.Next(steps.Count)];
        var at = waiting.Count == 0 ? any : d.Step(waiting[random.Next(waiting.Count)]);
        return random.Next(20) switch
        {
            0 => new Move.Complete(any.Id, "done"),
            1 => new Move.Complete(at.Id, "unheardOf"),
            2 => new Move.Jump("nowhere"),
            < 7 => new Move.Jump(any.Id),
            _ => new Move.Complete(at.Id, at.Outcomes.ElementAtOrDefault(random.Next(at.Outcomes.Count)) ?? "none"),
        };
    }

    /// <summary>A refused move changes nothing: the case stands as after the last one, having newly entered nothing.</summary>
    private static (Advanced, string?) Make(IFlow flow, Lifecycle d, Advanced last, Move move, Func<string, bool> rule)
    {
        try
        {
            return (flow.Advance(d, last.State, move, rule), null);
        }
        catch (MoveRefused refused)
        {
            return (last with { Entered = [], Left = [] }, refused.Message);
        }
    }

    /// <summary>Gives some steps a second outcome, to any step of the same branch: a loop, a skip, or itself.</summary>
    private static Lifecycle WithShortcuts(Lifecycle d, System.Random random)
    {
        var scopes = ForkScopes.Of(d);
        var nodes = d.Nodes.ToDictionary(StringComparer.Ordinal);
        var edges = d.Edges.ToList();
        var steps = d.Nodes.Values.OfType<Node.Step>().ToList();
        foreach (var step in steps.Where(_ => random.Next(3) == 0))
        {
            var near = steps.Where(s => s.Id != d.Start.Id && scopes[s.Id].SequenceEqual(scopes[step.Id])).ToList();
            if (near.Count == 0)
                continue;
            nodes[step.Id] = step with { Outcomes = [.. step.Outcomes, "other"] };
            edges.Add(new Edge(step.Id, "other", near[random.Next(near.Count)].Id));
        }
        var richer = d with { Nodes = nodes, Edges = edges };
        DefinitionRules.Check(richer);
        return richer;
    }
}
