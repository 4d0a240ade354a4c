using AngleSharp.Dom;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>What the elements of a page mean for its text.</summary>
internal static class PageElements
{
    private static readonly HashSet<string> Active =
    [
        "script",
        "noscript",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
    ];
    private static readonly HashSet<string> NoText =
    [
        "style",
        "template",
        "head",
        "title",
        "link",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "textarea",
        "button",
        "input",
        "datalist",
        "rt",
        "rp",
        "del",
        "img",
    ];
    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];

    public static bool IsActive(IElement element) => Active.Contains(element.LocalName);

    public static bool IsNoText(IElement element) => IsActive(element) || NoText.Contains(element.LocalName);

    public static bool BreaksLine(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("style")?.Replace(" ", "").ToLowerInvariant() is { } style
            && (style.Contains("display:none") || style.Contains("visibility:hidden"));
}
