using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>How deep the tags of a page are nested, judged before it is parsed: the time of a parser grows with the depth.</summary>
internal static class Nesting
{
    /// <summary>Browsers show nothing deeper than 512.</summary>
    public const int Deepest = 512;

    private static readonly Regex Tag = new("<(?<end>/?)(?<name>[a-zA-Z][^\\s/<>]{0,30})[^<>]*>", Patterns.Linear);
    private static readonly HashSet<string> Void =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ];
    private static readonly HashSet<string> ClosedByNext =
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "tbody",
        "thead",
        "tfoot",
    ];
    private static readonly HashSet<string> Holding = ["table", "ul", "ol", "dl", "div", "section", "body"];

    public static bool IsTooDeep(string page)
    {
        var open = new List<string>();
        for (var tag = Tag.Match(page); tag.Success; tag = tag.NextMatch())
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (tag.Groups["end"].Length > 0)
                Close(open, name, false);
            else if (!Void.Contains(name))
            {
                if (ClosedByNext.Contains(name))
                    Close(open, name, true);
                open.Add(name);
            }
            if (open.Count > Deepest)
                return true;
        }
        return false;
    }

    private static void Close(List<string> open, string name, bool withinHolder)
    {
        for (var at = open.Count - 1; at >= 0 && !(withinHolder && Holding.Contains(open[at])); at--)
            if (open[at] == name)
            {
                open.RemoveRange(at, open.Count - at);
                return;
            }
    }
}
