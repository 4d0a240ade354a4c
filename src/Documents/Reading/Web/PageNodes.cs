using AngleSharp.Dom;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>Goes through the nodes below a node. Children are taken by index: asking a node for its next sibling searches the whole row.</summary>
internal static class PageNodes
{
    /// <param name="enter">Whether to go on into the node.</param>
    /// <param name="leave">Called for each node gone into, when its last child is done.</param>
    public static void Visit(INode root, Func<INode, bool> enter, Action<INode> leave)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
            if (at.Next < at.Node.ChildNodes.Length)
            {
                var child = at.Node.ChildNodes[at.Next];
                open.Push((at.Node, at.Next + 1));
                if (enter(child))
                    open.Push((child, 0));
            }
            else if (at.Node != root)
                leave(at.Node);
    }
}
