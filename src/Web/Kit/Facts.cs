using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>A key-value list.</summary>
[HtmlTargetElement("jm-facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.AddClass("facts", HtmlEncoder.Default);
    }
}

[HtmlTargetElement("jm-fact", ParentTag = "jm-facts")]
public sealed class FactTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var dt = new TagBuilder("dt");
        dt.InnerHtml.Append(Name);
        var dd = new TagBuilder("dd");
        if (value.IsEmptyOrWhiteSpace)
            dd.InnerHtml.Append("—");
        else
            dd.InnerHtml.AppendHtml(value);
        output.Content.AppendHtml(dt).AppendHtml(dd);
    }
}
