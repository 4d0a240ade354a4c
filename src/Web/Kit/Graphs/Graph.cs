namespace JointMeeting.Web.Kit.Graphs;

/// <summary>What a node of a picture looks like.</summary>
public enum GraphShape
{
    /// <summary>A step.</summary>
    Box,

    /// <summary>An end.</summary>
    Pill,

    /// <summary>A question.</summary>
    Hexagon,

    /// <summary>Where ways part or meet.</summary>
    Bar,
}

/// <summary>Where a case is, seen from one node.</summary>
public enum GraphState
{
    /// <summary>There is no case.</summary>
    Plain,
    Done,
    Current,
    Ahead,

    /// <summary>未启用.</summary>
    Skipped,
}

/// <summary>What a line of a picture looks like.</summary>
public enum GraphLine
{
    Plain,

    /// <summary>The case came this way.</summary>
    Walked,

    /// <summary>退回, as it happened.</summary>
    Returned,

    /// <summary>退回, as it may happen.</summary>
    MayReturn,
}

/// <summary>A line of small letters below a title.</summary>
public sealed record GraphNote(string Text, Tone Tone = Tone.Muted);

/// <summary>One node.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Notes">What is said below it.</param>
/// <param name="Words">The same in a sentence, for the list beside the picture.</param>
public sealed record GraphNode(
    string Id,
    string Title,
    GraphShape Shape,
    GraphState State,
    IReadOnlyList<GraphNote> Notes,
    string Words
);

/// <summary>One line from a node to another; lines of return run beside the others.</summary>
public sealed record GraphEdge(string From, string To, string? Label, GraphLine Line)
{
    /// <summary>It runs against the course.</summary>
    public bool IsReturn => Line is GraphLine.Returned or GraphLine.MayReturn;
}

/// <summary>A picture to be drawn, top to bottom; the first node is where it begins.</summary>
public sealed record Graph(string Label, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges);
