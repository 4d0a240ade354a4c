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

    /// <summary>Where Elsa's version differs or an office gives Elsa up, the case goes on with the other flow.</summary>
    [Theory]
    [InlineData("embedded", "elsa")]
    [InlineData("elsa", "embedded")]
    [InlineData("elsa", "elsa")]
    public void A_case_changes_its_flow_and_goes_on_as_before(string from, string to)
    {
        var (left, taken) = (Named(from), Named(to));
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new System.Random(seed);
            var course = new Course(Course.Random(random), random, left);
            course.GoOn(random.Next(20));
            if (course.Waiting.Count > 0)
                course.Beside(taken, Rebuild.State(taken, course.Lifecycle, course.Waiting)).GoOn(20);
        }

        static IFlow Named(string name) => name == "elsa" ? Elsa : Embedded;
    }

    /// <summary>Well-nested definitions with edges back and past, every kind of move, also the refused ones.</summary>
    [Fact]
    public void Both_flows_make_the_same_of_the_same_moves_on_random_definitions() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue)),
                seed =>
                {
                    var random = new System.Random(seed);
                    AreAlike(Course.Random(random), random, 40);
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
    public void A_state_of_another_version_of_Elsa_is_refused_with_both_versions_and_what_to_do()
    {
        var d = Draft.Forked().Read();
        var state = Encoding.UTF8.GetString(Elsa.Advance(d, null, new Move.Start(), _ => true).State);
        Assert.Contains($"\"madeBy\":\"{ElsaFlow.Version}\"", state);
        var older = Encoding.UTF8.GetBytes(state.Replace($"\"{ElsaFlow.Version}\"", "\"3.0.9\""));
        var refused = Assert.Throws<MoveRefused>(() =>
            Elsa.Advance(d, older, new Move.Complete("before", "done"), _ => true)
        );
        Assert.Contains("3.0.9", refused.Message);
        Assert.Contains(ElsaFlow.Version, refused.Message);
        Assert.Contains("更换流程引擎", refused.Message);
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

    private static void AreAlike(Lifecycle d, System.Random random, int moves) =>
        new Course(d, random, Embedded, Elsa).GoOn(moves);
}
