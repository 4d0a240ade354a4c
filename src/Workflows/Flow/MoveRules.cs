using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Flow;

/// <summary>Which moves a case may make from where it waits: the same for every flow, with the same words.</summary>
internal static class MoveRules
{
    /// <summary>A case starts once.</summary>
    /// <exception cref="MoveRefused">There is a state already.</exception>
    public static void MayStart(byte[]? state)
    {
        if (state is not null)
            throw new MoveRefused("事项已经开始，不能再开始一次。");
    }

    /// <summary>A step ends where the case waits, with an outcome that the step has.</summary>
    /// <exception cref="MoveRefused">It does not wait there, or there is no such outcome.</exception>
    public static void MayComplete(Lifecycle d, IEnumerable<string> waiting, Move.Complete move)
    {
        if (!waiting.Contains(move.Node))
            throw new MoveRefused($"事项不在“{move.Node}”环节。");
        if (!d.Step(move.Node).Outcomes.Contains(move.Outcome))
            throw new MoveRefused($"环节“{move.Node}”没有“{move.Outcome}”这个结果。");
    }

    /// <summary>
    /// What a jump leaves. A jump to the main path leaves every branch. A jump inside an open branch leaves only that
    /// branch's steps; a jump into a branch that is not open is refused, because its join could never pass.
    /// </summary>
    /// <exception cref="MoveRefused">The target is no step, or its branch is not open.</exception>
    public static Leaving Jump(Lifecycle d, IEnumerable<string> waiting, string target)
    {
        if (!d.Nodes.TryGetValue(target, out var node) || node is not Node.Step)
            throw new MoveRefused($"“{target}”不是可以到达的环节。");
        var leaving = new Leaving(ForkScopes.Of(d), target);
        return leaving.IsMainPath || waiting.Any(leaving.Covers)
            ? leaving
            : throw new MoveRefused($"“{target}”所在的分支没有打开，不能直接到达。");
    }

    /// <summary>A case that waits nowhere and has not ended could never move again.</summary>
    /// <exception cref="MoveRefused">It stands still.</exception>
    public static void StandsSomewhere(IEnumerable<string> waiting, string? ended)
    {
        if (ended is null && !waiting.Any())
            throw new MoveRefused("流程停在没有人能办的地方，定义有误。");
    }

    /// <summary>The part of a lifecycle that a jump leaves: the branch of its target, or everything.</summary>
    internal sealed class Leaving(IReadOnlyDictionary<string, IReadOnlyList<string>> scopes, string target)
    {
        /// <summary>The target lies in no branch.</summary>
        public bool IsMainPath => scopes[target].Count == 0;

        /// <summary>The node lies in that part; a join does when its fork does.</summary>
        public bool Covers(string node) => scopes[node].Take(scopes[target].Count).SequenceEqual(scopes[target]);
    }
}
