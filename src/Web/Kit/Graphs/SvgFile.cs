using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Kit.Graphs;

/// <summary>A picture as a file of its own: with its colours, and its words as the description that viewers read out.</summary>
public static class SvgFile
{
    private const string Colours = """
        svg { background: #fff; font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; fill: #1a2332; }
        .title { font-size: 14px; font-weight: 700; } .note, .label { font-size: 12px; fill: #4a566b; }
        .label { paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        .body { fill: #fff; stroke: #7b879b; stroke-width: 1.5; } .graph-skipped .body { stroke-dasharray: 4 3; }
        .graph-pill .body, .graph-bar .body { fill: #edf0f5; }
        .line { fill: none; stroke: #7b879b; stroke-width: 1.5; } .head { fill: #7b879b; }
        .line-mayreturn .line { stroke-dasharray: 3 4; }
        """;

    private static readonly HtmlEncoder Readable = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The file.</summary>
    public static string Of(Graph graph)
    {
        var svg = GraphDrawing.Draw(graph);
        svg.MergeAttribute("xmlns", "http://www.w3.org/2000/svg");
        svg.MergeAttribute("role", "img");
        var file = new TagBuilder("svg");
        file.MergeAttributes(svg.Attributes);
        file.InnerHtml.AppendHtml(Element("title", graph.Label));
        file.InnerHtml.AppendHtml(
            Element("desc", string.Join("\n", graph.Nodes.Select(n => n.Words).Where(w => w.Length > 0)))
        );
        file.InnerHtml.AppendHtml("<style>").AppendHtml(Colours).AppendHtml("</style>").AppendHtml(svg.InnerHtml);
        using var text = new StringWriter();
        file.WriteTo(text, Readable);
        return text.ToString();
    }

    private static TagBuilder Element(string name, string text)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(text);
        return element;
    }
}
