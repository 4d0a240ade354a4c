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
            case Move.Start when state is not null:
                throw new MoveRefused("事项已经开始，不能再开始一次。");
            case Move.Start:
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
            if (!tokens.At.Remove(move.Node))
                throw new MoveRefused($"事项不在“{move.Node}”环节。");
            if (!d.Step(move.Node).Outcomes.Contains(move.Outcome))
                throw new MoveRefused($"环节“{move.Node}”没有“{move.Outcome}”这个结果。");
            _left.Add(move.Node);
            Follow(move.Node, move.Outcome);
        }

        /// <summary>
        /// A jump to the main path leaves every branch. A jump inside an open branch leaves only that branch's
        /// steps; a jump into a branch that is not open is refused, because its join could never pass.
        /// </summary>
        public void Jump(string target)
        {
            if (!d.Nodes.TryGetValue(target, out var node) || node is not Node.Step)
                throw new MoveRefused($"“{target}”不是可以到达的环节。");
            var scopes = ForkScopes.Of(d);
            var scope = scopes[target];
            var inside = tokens.At.Where(t => scopes[t].Take(scope.Count).SequenceEqual(scope)).ToList();
            if (scope.Count > 0 && inside.Count == 0)
                throw new MoveRefused($"“{target}”所在的分支没有打开，不能直接到达。");
            foreach (var token in inside)
            {
                tokens.At.Remove(token);
                _left.Add(token);
            }
            foreach (var join in tokens.Arrived.Keys.Where(j => Within(scopes[j], scope)).ToList())
                tokens.Arrived.Remove(join);
            Place(node);
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
            if (_ended is null && tokens.At.Count == 0)
                throw new MoveRefused("流程停在没有人能办的地方，定义有误。");
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

        private static bool Within(IReadOnlyList<string> inner, IReadOnlyList<string> outer) =>
            inner.Count >= outer.Count && inner.Take(outer.Count).SequenceEqual(outer);
    }
}
