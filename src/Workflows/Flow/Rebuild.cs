using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Flow.Embedded;

namespace JointMeeting.Workflows.Flow;

/// <summary>
/// A flow's state made anew from where the case waits: the case's own rows are the truth, so a case can change its flow,
/// its version of Elsa or its version of the lifecycle. The way there is found with the embedded flow and made again on
/// the wanted one. No branch can be open and wait nowhere, so the steps a case waits at say all there is to a state.
/// </summary>
public static class Rebuild
{
    /// <summary>The bytes of that flow for a case that waits at exactly these steps, in the order it came to them.</summary>
    /// <exception cref="MoveRefused">No course of moves leads there; names the step.</exception>
    public static byte[] State(IFlow flow, Lifecycle lifecycle, IReadOnlyList<string> waiting)
    {
        byte[]? state = null;
        foreach (var (move, answers) in new Search(lifecycle, waiting).Moves())
            state = flow.Advance(lifecycle, state, move, rule => answers[rule]).State;
        return state!;
    }

    /// <summary>A move with the answers its decisions were given.</summary>
    private sealed record Made(Move Move, IReadOnlyDictionary<string, bool> Answers);

    private sealed record Stop(byte[] State, IReadOnlyList<string> Waiting, Made By, Stop? Before);

    /// <summary>Breadth first over the sets of steps to wait at, each once, so that it ends and finds a shortest way.</summary>
    private sealed class Search(Lifecycle d, IReadOnlyList<string> wanted)
    {
        private static readonly EmbeddedFlow Flow = new();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly Queue<Stop> _open = new();

        public IReadOnlyList<Made> Moves()
        {
            if (wanted.FirstOrDefault(id => d.Nodes.GetValueOrDefault(id) is not Node.Step) is { } lost)
                throw new MoveRefused($"“{d.Name}”第 {d.Version} 版没有“{lost}”环节，无法从那里继续。");
            if (wanted.Count == 0)
                throw new MoveRefused("事项没有在办环节，流程状态无从重建。");
            Go(null, new Move.Start());
            while (_open.TryDequeue(out var stop))
            {
                if (stop.Waiting.Count == wanted.Count && stop.Waiting.All(wanted.Contains))
                    return InOrder(stop);
                // Branches do not touch each other, so they may be gone through one after another. A wanted step is
                // never left again.
                if (stop.Waiting.FirstOrDefault(id => !wanted.Contains(id)) is { } next)
                    foreach (var move in MovesFrom(next))
                        Go(stop, move);
            }
            throw new MoveRefused(
                $"按“{d.Name}”第 {d.Version} 版，事项不会{(wanted.Count > 1 ? "同时" : "")}停在“{Titles()}”，无法从那里继续。"
            );
        }

        private IEnumerable<Move> MovesFrom(string step) =>
            [
                .. wanted.Select(id => new Move.Jump(id)),
                .. d.Step(step).Outcomes.Select(outcome => new Move.Complete(step, outcome)),
            ];

        /// <summary>Makes the move once for every way its decisions may be answered.</summary>
        private void Go(Stop? from, Move move)
        {
            var untried = new Stack<Dictionary<string, bool>>([new(StringComparer.Ordinal)]);
            while (untried.TryPop(out var answers))
            {
                string? open = null;
                if (Advance(from, move, Answer) is not { } advanced)
                    return;
                if (open is null)
                    Arrive(from, new Made(move, answers), advanced);
                else
                    foreach (var answer in new[] { false, true })
                        untried.Push(new(answers, StringComparer.Ordinal) { [open] = answer });

                bool Answer(string rule)
                {
                    if (answers.TryGetValue(rule, out var answer))
                        return answer;
                    open ??= rule;
                    return true;
                }
            }
        }

        private Advanced? Advance(Stop? from, Move move, Func<string, bool> rule)
        {
            try
            {
                return Flow.Advance(d, from?.State, move, rule);
            }
            catch (MoveRefused)
            {
                return null;
            }
        }

        private void Arrive(Stop? from, Made made, Advanced advanced)
        {
            IReadOnlyList<string> waiting = [.. (from?.Waiting ?? []).Except(advanced.Left), .. advanced.Entered];
            if (advanced.EndedAt is null && _seen.Add(string.Join('|', waiting.Order(StringComparer.Ordinal))))
                _open.Enqueue(new Stop(advanced.State, waiting, made, from));
        }

        /// <summary>The way to a stop, then a jump to each step where the order of coming differs.</summary>
        private List<Made> InOrder(Stop stop)
        {
            var moves = new List<Made>();
            for (var at = stop; at is not null; at = at.Before)
                moves.Insert(0, at.By);
            if (!stop.Waiting.SequenceEqual(wanted))
                moves.AddRange(wanted.Select(id => new Made(new Move.Jump(id), new Dictionary<string, bool>())));
            return moves;
        }

        private string Titles() => string.Join("、", wanted.Select(id => d.Step(id).Title));
    }
}
