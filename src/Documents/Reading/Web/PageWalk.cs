using AngleSharp.Dom;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>Goes through a page in reading order, without recursion: a page may be nested as deep as it likes.</summary>
internal sealed class PageWalk(IDocument document, SourceBuilder builder)
{
    private readonly HashSet<INode> frames = PageTables.Frames(document);

    public void Read()
    {
        if (document.Body is { } body)
            Walk(body, new(builder.Paragraph), tables: true);
    }

    private void Walk(INode root, LineWriter lines, bool tables)
    {
        var numbers = new ListNumbers();
        PageNodes.Visit(root, node => Enter(node, lines, numbers, tables), node => Leave(node, lines));
        lines.Break();
    }

    /// <summary>Whether to go on into it.</summary>
    private bool Enter(INode node, LineWriter lines, ListNumbers numbers, bool tables)
    {
        if (node is IText text)
            lines.Add(text.Data, node.Parent is IElement { LocalName: "pre" });
        if (node is not IElement element)
            return false;
        if (PageElements.IsNoText(element))
        {
            if (PageElements.IsActive(element))
                builder.Notice("网页中的脚本、框架等动态内容未读取。");
            return false;
        }
        if (PageElements.IsHidden(element))
        {
            builder.Notice("网页中有隐藏的内容,未读取。");
            return false;
        }
        if (PageElements.BreaksLine(element))
            lines.Break();
        if (tables && element.LocalName == "table" && !frames.Contains(element))
        {
            builder.Table([.. PageTables.Cells(element, Paragraphs)]);
            return false;
        }
        if (numbers.Marker(element) is { } marker)
            lines.Add(marker, false);
        return true;
    }

    private static void Leave(INode node, LineWriter lines)
    {
        if (node is IElement element && PageElements.BreaksLine(element))
            lines.Break();
    }

    private List<string> Paragraphs(IElement cell)
    {
        var found = new List<string>();
        Walk(cell, new(found.Add), tables: false);
        return found;
    }
}
