using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>What stands where a list is empty: the content says how something comes here.</summary>
[HtmlTargetElement("jm-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string Icon { get; set; } = "inbox";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddClass("empty", HtmlEncoder.Default);
        var title = new TagBuilder("strong");
        title.InnerHtml.Append(Title);
        output.PreContent.AppendHtml(Icons.Draw(Icon)).AppendHtml(title);
    }
}
