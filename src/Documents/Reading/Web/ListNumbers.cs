using AngleSharp.Dom;
using JointMeeting.Documents.Reading.Word;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>The numbers a browser puts before the items of a numbered list.</summary>
internal sealed class ListNumbers
{
    private readonly Dictionary<IElement, int> next = [];

    public string? Marker(IElement item)
    {
        if (item.LocalName != "li" || item.ParentElement is not { LocalName: "ol" } list)
            return null;
        if (!int.TryParse(item.GetAttribute("value"), out var number) && !next.TryGetValue(list, out number))
            number = int.TryParse(list.GetAttribute("start"), out var first) ? first : 1;
        next[list] = number == int.MaxValue ? number : number + 1;
        var style = $"{list.GetAttribute("style")} {item.GetAttribute("style")}".ToLowerInvariant();
        if (style.Contains("none"))
            return null;
        return style.Contains("cjk-") || style.Contains("chinese")
            ? NumberFormats.Chinese(number) + "、"
            : Format(list.GetAttribute("type"), number) + ".";
    }

    private static string Format(string? type, int number) =>
        NumberFormats.Write(
            type switch
            {
                "a" => "lowerLetter",
                "A" => "upperLetter",
                "i" => "lowerRoman",
                "I" => "upperRoman",
                _ => "decimal",
            },
            number
        );
}
