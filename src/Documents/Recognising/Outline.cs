using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Levels of headings: 一、 then （一） then 1. (GB/T 9704-2012 7.3.3).</summary>
internal static class Outline
{
    private static readonly Regex First = new("^[一二三四五六七八九十]{1,3}、", Patterns.Linear);
    private static readonly Regex Second = new("^[(（][一二三四五六七八九十]{1,3}[)）]", Patterns.Linear);
    private static readonly Regex Third = new(
        "^(?<n>[1-9][0-9]{0,2})[.．、](?<t>[^0-9.．].*|[0-9]+[^0-9.．%].*)$",
        Patterns.Linear
    );

    public static bool IsFirst(string squeezed) => First.IsMatch(squeezed);

    public static bool IsSecond(string squeezed) => Second.IsMatch(squeezed);

    /// <summary>Without the （一） it starts with.</summary>
    public static string WithoutMarker(string text) =>
        Second.Match(text) is { Success: true } marker ? text[marker.Length..].TrimStart() : text;

    /// <summary>1.统筹…: the number and what follows; 1.5亿元 is none.</summary>
    public static (int Number, string Text)? Numbered(string spaced)
    {
        if (spaced.Length == 0 || !char.IsAsciiDigit(spaced[0]))
            return null;
        var match = Third.Match(spaced);
        return match.Success ? (int.Parse(match.Groups["n"].ValueSpan), match.Groups["t"].Value.Trim()) : null;
    }

    /// <summary>A heading's own words: up to the first full stop.</summary>
    public static string Words(string line)
    {
        var end = line.AsSpan().IndexOfAny('。', '\t');
        return (end < 0 ? line : line[..end]).TrimEnd(':', '：', ' ');
    }
}
