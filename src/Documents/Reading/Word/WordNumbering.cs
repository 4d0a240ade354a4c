using System.Globalization;
using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>The numbers a word processor shows before paragraphs, which stand nowhere in their text (ECMA-376 Part 1, 17.9).</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    /// <summary>第%1章 and the like; a longer one, repeated before every paragraph, could fill the memory.</summary>
    private const int LongestMarker = 100;
    private readonly Dictionary<string, XElement> definitions = [];
    private readonly Dictionary<string, XElement> lists = [];
    private readonly Dictionary<string, int?[]> counters = [];
    private readonly HashSet<(string List, int Level)> restarted = [];
    private readonly WordStyles styles;

    public WordNumbering(Stream? part, WordStyles styles)
    {
        this.styles = styles;
        foreach (var element in part is null ? [] : SafeXml.Children(part, "numbering"))
            if (element.Name() == "abstractNum" && element.Value("abstractNumId") is { } definition)
                definitions[definition] = element;
            else if (element.Name() == "num" && element.Value("numId") is { } list)
                lists[list] = element;
    }

    /// <summary>The marker of the next paragraph with these properties; null when it shows none. Counts on.</summary>
    public string? Marker(XElement? properties)
    {
        var style = properties.Child("pStyle").Value();
        var own = properties.Child("numPr");
        var inherited = own.Child("numId") is null ? styles.Numbering(style) : null;
        var id = (inherited?.NumPr ?? own).Child("numId").Value();
        if (id is null || !lists.TryGetValue(id, out var list) || Definition(list) is not { } definition)
            return null;
        var level =
            own.Child("ilvl").Number()
            ?? LevelOf(definition, inherited?.Style)
            ?? inherited?.NumPr.Child("ilvl").Number()
            ?? 0;
        if (level is < 0 or >= Levels)
            return null;
        Count(id, list, definition, level);
        return Written(list, definition, level);
    }

    /// <summary>The definition of a list; one that only names a style is looked up behind that style, once.</summary>
    private XElement? Definition(XElement list)
    {
        var found = definitions.GetValueOrDefault(list.Child("abstractNumId").Value() ?? "");
        if (
            found.Child("numStyleLink").Value() is { } style
            && styles.Numbering(style)?.NumPr.Child("numId").Value() is { } linked
            && lists.TryGetValue(linked, out var other)
        )
            return definitions.GetValueOrDefault(other.Child("abstractNumId").Value() ?? "");
        return found;
    }

    private static int? LevelOf(XElement definition, string? style) =>
        style is null
            ? null
            : definition.All("lvl").FirstOrDefault(level => level.Child("pStyle").Value() == style).Number("ilvl");

    private void Count(string id, XElement list, XElement definition, int level)
    {
        var counts = Counts(definition);
        var overridden = Override(list, level).Child("startOverride").Number();
        if (overridden is not null && restarted.Add((id, level)))
            counts[level] = overridden;
        else
            counts[level] =
                counts[level] is { } last && last < int.MaxValue ? last + 1 : Start(list, definition, level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
            if (Level(list, definition, deeper).Child("lvlRestart").Number() != 0)
                counts[deeper] = null;
    }

    private int?[] Counts(XElement definition)
    {
        var key = definition.Value("abstractNumId")!;
        return counters.TryGetValue(key, out var counts) ? counts : counters[key] = new int?[Levels];
    }

    private string? Written(XElement list, XElement definition, int level)
    {
        var form = Level(list, definition, level);
        if (Format(form) == "bullet" || form.Child("lvlText").Value() is not { Length: > 0 and <= LongestMarker } text)
            return null;
        var counts = Counts(definition);
        for (var at = 0; at <= level; at++)
            if (text.Contains('%'))
                text = text.Replace(
                    "%" + (at + 1).ToString(CultureInfo.InvariantCulture),
                    NumberFormats.Write(
                        form.Child("isLgl").IsOn() ? "decimal" : Format(Level(list, definition, at)),
                        counts[at] ?? Start(list, definition, at)
                    )
                );
        return text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) ? text + " " : text;
    }

    private static string Format(XElement? level) => level.Child("numFmt").Value() ?? "decimal";

    private static int Start(XElement list, XElement definition, int level) =>
        Level(list, definition, level).Child("start").Number() ?? 1;

    private static XElement? Level(XElement list, XElement definition, int level) =>
        Override(list, level).Child("lvl")
        ?? definition.All("lvl").FirstOrDefault(found => found.Number("ilvl") == level);

    private static XElement? Override(XElement list, int level) =>
        list.All("lvlOverride").FirstOrDefault(found => found.Number("ilvl") == level);
}
