using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>What a paragraph takes over from its style.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, XElement> styles = [];

    public WordStyles(Stream? part)
    {
        foreach (var style in part is null ? [] : SafeXml.Children(part, "styles"))
            if (style.Name() == "style" && style.Value("styleId") is { } id)
                styles[id] = style;
    }

    /// <summary>The numbering a style or one it is based on gives, and which of them gives it.</summary>
    public (XElement NumPr, string Style)? Numbering(string? style)
    {
        foreach (var id in Chain(style))
            if (styles[id].Child("pPr").Child("numPr") is { } found)
                return (found, id);
        return null;
    }

    /// <summary>A line of the table of contents repeats a heading.</summary>
    public bool IsContents(string? style) =>
        style is not null
        && styles.TryGetValue(style, out var found)
        && found.Child("name").Value()?.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) is true;

    private IEnumerable<string> Chain(string? style)
    {
        for (
            var steps = 0;
            style is not null && styles.TryGetValue(style, out var found) && steps < LongestChain;
            steps++
        )
        {
            yield return style;
            style = found.Child("basedOn").Value();
        }
    }
}
