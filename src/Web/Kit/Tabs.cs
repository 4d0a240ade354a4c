using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>Tabs as links: each is an address of its own and works without script.</summary>
[HtmlTargetElement("jm-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.AddClass("tabs", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One tab on a real link, so that asp-page and asp-route-* apply.</summary>
[HtmlTargetElement("a", Attributes = "jm-tab", ParentTag = "jm-tabs")]
public sealed class TabTagHelper : TagHelper
{
    /// <summary>Whether this tab is the one shown.</summary>
    [HtmlAttributeName("jm-tab")]
    public bool Current { get; set; }

    [HtmlAttributeName("jm-count")]
    public int? Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Current)
            output.Attributes.SetAttribute("aria-current", "page");
        if (Count is { } count)
        {
            var number = new TagBuilder("span");
            number.AddCssClass("count");
            number.InnerHtml.Append($"{count}");
            output.PostContent.AppendHtml(number);
        }
    }
}
