using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>A step of a lifecycle.</summary>
public abstract record Node(string Id)
{
    /// <summary>环节: the case waits here until an outcome.</summary>
    /// <param name="Title">What people call it.</param>
    /// <param name="State">The state of the domain it stands for.</param>
    /// <param name="Outcomes">How it may end; each has exactly one edge.</param>
    /// <param name="Ask">The round it opens, or null.</param>
    public sealed record Step(string Id, string Title, string State, IReadOnlyList<string> Outcomes, RoundInput? Ask)
        : Node(Id)
    {
        /// <summary>A word in <see cref="MayReturnTo"/>: the step the case came from.</summary>
        public const string Previous = "previous";

        /// <summary>A word in <see cref="MayReturnTo"/>: every step the case has been at.</summary>
        public const string Any = "any";

        /// <summary>退回: where the office may return the case to from here: steps, or one of the two words.</summary>
        public IReadOnlyList<string> MayReturnTo { get; init; } = [];

        /// <summary>可选环节: the outcome that stands where an office has switched the step off; null where it may not.</summary>
        public string? Optional { get; init; }

        /// <summary>未启用: a case that comes here goes on at once by <see cref="Optional"/>, and nobody is asked.</summary>
        public bool Off { get; init; }
    }

    /// <summary>分支.</summary>
    public sealed record Fork(string Id, IReadOnlyList<string> Branches) : Node(Id);

    /// <summary>汇合: waits for every branch.</summary>
    public sealed record Join(string Id) : Node(Id);

    /// <summary>判断 by a registered rule; ports True and False.</summary>
    public sealed record Decision(string Id, string Rule) : Node(Id);

    /// <summary>结束.</summary>
    public sealed record End(string Id, string Title, string State) : Node(Id);
}

/// <summary>What a step asks when the case comes to it. Offices edit these, not the trunk.</summary>
/// <param name="Vocabulary">Id of the vocabulary.</param>
/// <param name="Who">Registered name of who is asked.</param>
/// <param name="Deadline">Id of the deadline rule, or null for none.</param>
/// <param name="Policy">When the round passes.</param>
/// <param name="Completes">The step ends by itself when the round passes; else the office ends it.</param>
/// <param name="Deemed">Silence may count. Never for a signature.</param>
/// <param name="ReturnsTo">Where a sent-back answer returns the case.</param>
/// <param name="Subject">The question, in a line.</param>
public sealed record RoundInput(
    string Vocabulary,
    string Who,
    string? Deadline,
    string Policy,
    bool Completes,
    bool Deemed,
    string? ReturnsTo,
    string Subject
)
{
    /// <summary>In which order the units are asked.</summary>
    public AskOrder Order { get; init; } = AskOrder.Parallel;
}

/// <summary>An edge from a port of one node to another node.</summary>
public sealed record Edge(string From, string Port, string To);

/// <summary>One version of a lifecycle.</summary>
public sealed record Lifecycle(
    string Id,
    string Name,
    int Version,
    IReadOnlyDictionary<string, Node> Nodes,
    IReadOnlyList<Edge> Edges
)
{
    /// <summary>The file it was read from, for a flow that reads it with a reader of its own; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>The program brings it; else an office made it and it lies in the database.</summary>
    public bool IsShipped { get; init; } = true;

    /// <summary>The kind of case it is for; null where this program has none of that name.</summary>
    public CaseKind? Kind => KindOf(Id);

    /// <summary>The kind of case that a lifecycle of that name is for; null where this program has none.</summary>
    public static CaseKind? KindOf(string id) =>
        Enum.GetValues<CaseKind>()
            .Cast<CaseKind?>()
            .FirstOrDefault(k => string.Equals($"{k}", id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why silence cannot count at that round (逾期视为); null where an office may let it count.</summary>
    public string? WhySilenceCannotCount(RoundInput round) =>
        Silence.WhyItCannotCount(Kind, Vocabulary.Named(round.Vocabulary));

    /// <summary>Where a case begins: the one node that no edge leads to.</summary>
    public Node Start => Nodes.Values.First(n => Edges.All(e => e.To != n.Id));

    /// <summary>The node that an outcome leads to.</summary>
    /// <exception cref="KeyNotFoundException">No edge leaves by that port.</exception>
    public Node After(string node, string port) =>
        Edges.FirstOrDefault(e => e.From == node && e.Port == port) is { } edge
            ? Nodes[edge.To]
            : throw new KeyNotFoundException($"{Id}: no edge leaves '{node}' by '{port}'.");

    /// <summary>The step of that id.</summary>
    public Node.Step Step(string id) => (Node.Step)Nodes[id];
}
