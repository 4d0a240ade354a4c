using System.Text.Json;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Flow.Embedded;

/// <summary>
/// The default flow: tokens at steps, arrivals at joins. A token waits at a step; everything else passes it on at once.
/// </summary>
public sealed class EmbeddedFlow : IFlow
{
    /// <inheritdoc />
    public string Name => "embedded";

    /// <inheritdoc />
    public Advanced Advance(Lifecycle lifecycle, byte[]? state, Move move, Func<string, bool> rule)
    {
        var run = new Run(lifecycle, Tokens.From(state), rule);
        switch (move)
        {
            case Move.Start:
                MoveRules.MayStart(state);
                run.Place(lifecycle.Start);
                break;
            case Move.Complete complete:
                run.Complete(complete);
                break;
            case Move.Jump jump:
                run.Jump(jump.Node);
                break;
        }
        return run.Result();
    }

    /// <summary>Where tokens wait, and which edges have arrived at which join.</summary>
    private sealed record Tokens(List<string> At, Dictionary<string, List<string>> Arrived)
    {
        public static Tokens From(byte[]? state) =>
            state is null ? new([], []) : JsonSerializer.Deserialize<Tokens>(state) ?? new([], []);
    }

    private sealed class Run(Lifecycle d, Tokens tokens, Func<string, bool> rule)
    {
        private readonly List<string> _entered = [];
        private readonly List<string> _left = [];
        private string? _ended;

        public void Complete(Move.Complete move)
        {
            MoveRules.MayComplete(d, tokens.At, move);
            tokens.At.Remove(move.Node);
            _left.Add(move.Node);
            Follow(move.Node, move.Outcome);
        }

        public void Jump(string target)
        {
            var leaving = MoveRules.Jump(d, tokens.At, target);
            _left.AddRange(tokens.At.Where(leaving.Covers));
            tokens.At.RemoveAll(_left.Contains);
            foreach (var join in tokens.Arrived.Keys.Where(leaving.Covers).ToList())
                tokens.Arrived.Remove(join);
            Place(d.Nodes[target]);
        }

        public void Place(Node node)
        {
            switch (node)
            {
                case Node.Step:
                    tokens.At.Add(node.Id);
                    _entered.Add(node.Id);
                    break;
                case Node.Fork fork:
                    foreach (var branch in fork.Branches)
                        Follow(fork.Id, branch);
                    break;
                case Node.Decision decision:
                    Follow(decision.Id, rule(decision.Rule) ? "True" : "False");
                    break;
                case Node.End:
                    _ended = node.Id;
                    break;
            }
        }

        public Advanced Result()
        {
            MoveRules.StandsSomewhere(tokens.At, _ended);
            return new Advanced(JsonSerializer.SerializeToUtf8Bytes(tokens), _entered, _left, _ended);
        }

        private void Follow(string from, string port)
        {
            var next = d.After(from, port);
            if (next is Node.Join join)
                Arrive(join, $"{from}|{port}");
            else
                Place(next);
        }

        private void Arrive(Node.Join join, string edge)
        {
            if (!tokens.Arrived.TryGetValue(join.Id, out var arrived))
                tokens.Arrived[join.Id] = arrived = [];
            if (!arrived.Contains(edge))
                arrived.Add(edge);
            if (d.Edges.Count(e => e.To == join.Id) > arrived.Count)
                return;
            tokens.Arrived.Remove(join.Id);
            Follow(join.Id, "Done");
        }
    }
}
