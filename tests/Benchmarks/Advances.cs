using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Benchmarks;

/// <summary>Microseconds per <c>Advance</c>, with either flow, on the shipped lifecycles.</summary>
internal static class Advances
{
    private const int Moves = 2000;

    public static async Task Run()
    {
        var flows = new Flows(null);
        Console.WriteLine($"µs per Advance, {Moves} moves a round");
        foreach (var id in new[] { "meeting", "task" })
        foreach (var flow in flows.Carried.Select(flows.Named))
        {
            var lifecycle = Lifecycles.Shipped().Newest(id);
            var bytes = 0;
            var times = await Five.Of(1, (_, _) => Task.FromResult(bytes = Go(flow, lifecycle)));
            Console.WriteLine(
                $"  {id, -8} {flow.Name, -9} {times[0].Wall.Each(ms => ms * 1000 / Moves)}   state {bytes} bytes"
            );
        }
    }

    /// <summary>Outcome after outcome, in turn, from start to end and again; returns the size of the last state.</summary>
    private static int Go(IFlow flow, Lifecycle d)
    {
        Advanced? at = null;
        string? node = null;
        for (var n = 0; n < Moves; n++)
        {
            Move move = node is null
                ? new Move.Start()
                : new Move.Complete(node, d.Step(node).Outcomes[n % d.Step(node).Outcomes.Count]);
            at = flow.Advance(d, node is null ? null : at!.State, move, _ => true);
            node = at.EndedAt is null ? at.Entered.Single() : null;
        }
        return at!.State.Length;
    }
}
