using AngleSharp.Dom;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>The tables of a page: which hold data, and where their cells stand.</summary>
internal static class PageTables
{
    private const int MostColumns = 200;
    private const int ParagraphsOfAFrame = 20;

    /// <summary>Tables around other tables, and tables with a long text in a cell, lay out a page: their text is read as paragraphs.</summary>
    public static HashSet<INode> Frames(IDocument document)
    {
        var frames = new HashSet<INode>();
        var open = new Stack<(INode Table, int Paragraphs)>();
        PageNodes.Visit(document, Enter, Leave);
        return frames;

        bool Enter(INode node)
        {
            var name = (node as IElement)?.LocalName;
            if (name == "table")
            {
                if (open.TryPeek(out var outer))
                    frames.Add(outer.Table);
                open.Push((node, 0));
            }
            else if (name is "p" or "div" or "br" or "td" && open.TryPop(out var table))
            {
                open.Push((table.Table, name == "td" ? 0 : table.Paragraphs + 1));
                if (open.Peek().Paragraphs > ParagraphsOfAFrame)
                    frames.Add(table.Table);
            }
            return true;
        }

        void Leave(INode node)
        {
            if (open.TryPeek(out var table) && table.Table == node)
                open.Pop();
        }
    }

    public static IEnumerable<DraftCell> Cells(IElement table, Func<IElement, List<string>> read)
    {
        var rows = Rows(table).ToList();
        // For each column the first row that is free again.
        var free = new int[MostColumns];
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Children.Where(child => child.LocalName is "td" or "th"))
            {
                while (column < MostColumns && free[column] > row)
                    column++;
                if (column >= MostColumns)
                    break;
                var wide = Math.Min(Span(cell, "colspan", 1), MostColumns - column);
                var high = Math.Min(Span(cell, "rowspan", rows.Count), rows.Count - row);
                Array.Fill(free, row + high, column, wide);
                yield return new(row, column, high, wide, read(cell));
                column += wide;
            }
        }
    }

    private static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(child =>
            child.LocalName switch
            {
                "tr" => [child],
                "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
                _ => [],
            }
        );

    private static int Span(IElement cell, string name, int ofZero) =>
        int.TryParse(cell.GetAttribute(name), out var span) && span >= 0 ? (span == 0 ? ofZero : span) : 1;
}
