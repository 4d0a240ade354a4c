using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Flow;

/// <summary>What moves a case along its trunk.</summary>
public abstract record Move
{
    /// <summary>开始.</summary>
    public sealed record Start : Move;

    /// <summary>A step ends with an outcome.</summary>
    public sealed record Complete(string Node, string Outcome) : Move;

    /// <summary>To a step, against or past the edges: return and jump back.</summary>
    public sealed record Jump(string Node) : Move;

    private Move() { }
}

/// <summary>Where a move led.</summary>
/// <param name="State">The flow's new bytes.</param>
/// <param name="Entered">Steps where the case now newly waits, in order.</param>
/// <param name="Left">Steps it no longer waits at.</param>
/// <param name="EndedAt">The end it reached, or null.</param>
public sealed record Advanced(byte[] State, IReadOnlyList<string> Entered, IReadOnlyList<string> Left, string? EndedAt);

/// <summary>A move the flow cannot make; the case is unchanged.</summary>
public sealed class MoveRefused(string why) : Exception(why);

/// <summary>A flow is a function on bytes: no clock, no store, no thread.</summary>
public interface IFlow
{
    /// <summary>Name kept on the case, so that a case remembers which flow made its state.</summary>
    string Name { get; }

    /// <summary>Makes one move.</summary>
    /// <param name="lifecycle">The version the case runs on.</param>
    /// <param name="state">Bytes of the last call, or null at the start.</param>
    /// <param name="move">What happens.</param>
    /// <param name="rule">Answers a registered rule by name.</param>
    /// <exception cref="MoveRefused">The case does not wait there, or the jump would enter a closed branch.</exception>
    Advanced Advance(Lifecycle lifecycle, byte[]? state, Move move, Func<string, bool> rule);
}
