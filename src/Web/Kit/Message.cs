using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>A message panel: the title says what happened, the content what to do next.</summary>
[HtmlTargetElement("jm-message")]
public sealed class MessageTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var next = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("message", HtmlEncoder.Default);
        output.AddClass(Tone.CssClass(), HtmlEncoder.Default);
        output.Attributes.SetAttribute("role", Tone is Tone.Danger ? "alert" : "status");
        output.Content.AppendHtml(Icons.Draw(Tone.Icon()));
        var words = new TagBuilder("div");
        var title = new TagBuilder("strong");
        title.InnerHtml.Append(Title);
        words.InnerHtml.AppendHtml(title);
        if (!next.IsEmptyOrWhiteSpace)
        {
            var rest = new TagBuilder("div");
            rest.InnerHtml.AppendHtml(next);
            words.InnerHtml.AppendHtml(rest);
        }
        output.Content.AppendHtml(words);
    }
}
