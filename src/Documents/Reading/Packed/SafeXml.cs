using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace JointMeeting.Documents.Reading.Packed;

/// <summary>XML of strangers: no document type, so no entity and nothing from outside; bounded in depth; read piece by piece.</summary>
internal static class SafeXml
{
    /// <summary>A table in a text box in a table is some thirty levels; beyond this nobody writes.</summary>
    private const int Deepest = 256;
    private const int MostPartsOfPiece = 2_000_000;

    /// <summary>Far more than a document of an office program has; each new one stays in memory as long as the process.</summary>
    private const int MostAttributes = 200;
    private const int MostNames = 5_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 150_000_000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The children of the first element of that local name, or of each element of it, one at a time.</summary>
    /// <exception cref="XmlException">Not well formed, or with a document type.</exception>
    public static IEnumerable<XElement> Children(Stream part, string of)
    {
        using var reader = XmlReader.Create(part, Settings);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            if (reader.NodeType is XmlNodeType.Element && reader.LocalName == of && !reader.IsEmptyElement)
                foreach (var child in ChildrenHere(reader, names))
                    yield return child;
    }

    public static XElement Whole(Stream part)
    {
        using var reader = XmlReader.Create(part, Settings);
        reader.MoveToContent();
        return Piece(reader, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>All that is written in a part, the values of attributes too; as far as it is well formed.</summary>
    public static string Written(Stream part)
    {
        var written = new StringBuilder();
        using var reader = XmlReader.Create(part, Settings);
        try
        {
            while (reader.Read())
                if (reader.NodeType is XmlNodeType.Element)
                    for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
                        written.Append(reader.Value).Append('\n');
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                    written.Append(reader.Value);
        }
        catch (XmlException)
        {
            // Whoever reads this part says that it is damaged; one that nobody reads may be.
        }
        return written.ToString();
    }

    private static IEnumerable<XElement> ChildrenHere(XmlReader reader, HashSet<string> names)
    {
        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Element)
                yield return Piece(reader, names);
            else
                reader.Read();
    }

    /// <summary>The element here as a tree; afterwards the reader stands behind it.</summary>
    private static XElement Piece(XmlReader reader, HashSet<string> names)
    {
        var root = Named(reader, names);
        var (at, base0, parts) = (root, reader.Depth, 0);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return root;
        }
        while (reader.Read() && reader.Depth > base0)
        {
            if (reader.Depth - base0 > Deepest || ++parts > MostPartsOfPiece)
                throw Odd();
            if (reader.NodeType is XmlNodeType.Element)
            {
                var child = Named(reader, names);
                at.Add(child);
                at = reader.IsEmptyElement ? at : child;
            }
            else if (reader.NodeType is XmlNodeType.EndElement)
                at = at.Parent!;
            else if (
                reader.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
            )
                at.Add(new XText(reader.Value));
        }
        reader.Read();
        return root;
    }

    private static XElement Named(XmlReader reader, HashSet<string> names)
    {
        names.Add(reader.LocalName);
        if (reader.AttributeCount > MostAttributes || names.Count > MostNames)
            throw Odd();
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                names.Add(reader.LocalName);
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        reader.MoveToElement();
        return element;
    }

    private static ImportRefusedException Odd() =>
        new(
            RefusalCode.Hostile,
            "文件的内部结构异常(嵌套过深或过大),已停止读取。请在 WPS 或 Word 中打开后另存为新文件再导入。"
        );
}
