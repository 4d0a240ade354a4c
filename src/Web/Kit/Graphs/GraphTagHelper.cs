using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit.Graphs;

/// <summary>
/// A picture of a lifecycle with what it says in words beside it: the list is there for everybody, and it is what a
/// screen reader reads instead of the picture.
/// </summary>
[HtmlTargetElement("jm-graph")]
public sealed class GraphTagHelper : TagHelper
{
    public Graph Graph { get; set; } = null!;

    /// <summary>What the list is called.</summary>
    public string Caption { get; set; } = "文字说明";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("graph", HtmlEncoder.Default);
        output.Content.AppendHtml(Picture()).AppendHtml(List());
    }

    private TagBuilder Picture()
    {
        var region = new TagBuilder("div");
        region.AddCssClass("graph-region");
        region.MergeAttribute("role", "region");
        region.MergeAttribute("aria-label", $"{Graph.Label}（图）");
        region.MergeAttribute("tabindex", "0");
        var svg = GraphDrawing.Draw(Graph);
        svg.MergeAttribute("role", "img");
        svg.MergeAttribute("aria-label", $"{Graph.Label}，内容与“{Caption}”相同");
        region.InnerHtml.AppendHtml(svg);
        return region;
    }

    private TagBuilder List()
    {
        var words = new TagBuilder("div");
        words.AddCssClass("graph-words");
        var heading = new TagBuilder("h3");
        heading.InnerHtml.Append(Caption);
        var list = new TagBuilder("ol");
        list.MergeAttribute("aria-label", $"{Graph.Label}：{Caption}");
        foreach (var node in Graph.Nodes.Where(n => n.Words.Length > 0))
        {
            var item = new TagBuilder("li");
            item.AddCssClass($"graph-{node.State.ToString().ToLowerInvariant()}");
            if (node.State is GraphState.Current)
                item.MergeAttribute("aria-current", "step");
            item.InnerHtml.Append(node.Words);
            list.InnerHtml.AppendHtml(item);
        }
        words.InnerHtml.AppendHtml(heading).AppendHtml(list);
        if (Legend() is { Length: > 0 } legend)
        {
            var line = new TagBuilder("p");
            line.AddCssClass("quiet");
            line.InnerHtml.Append(legend);
            words.InnerHtml.AppendHtml(line);
        }
        return words;
    }

    private string Legend()
    {
        var lines = Graph.Edges.Select(e => e.Line).ToHashSet();
        string?[] meanings =
        [
            lines.Contains(GraphLine.Walked) ? "绿色粗线是走过的路" : null,
            lines.Contains(GraphLine.Returned) ? "红色虚线是退回" : null,
            lines.Contains(GraphLine.MayReturn) ? "灰色点线是可以退回到的环节" : null,
        ];
        return string.Join("，", meanings.OfType<string>());
    }
}
