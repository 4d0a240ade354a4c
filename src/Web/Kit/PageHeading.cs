using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>The page's only h1, which also names the window; the content holds the page's actions.</summary>
[HtmlTargetElement("jm-page-heading")]
public sealed class PageHeadingTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Note { get; set; }
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>The word of the light beside the title; none when empty.</summary>
    public string? State { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] = Title;
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("page-heading", HtmlEncoder.Default);

        var words = new TagBuilder("div");
        words.InnerHtml.AppendHtml(Text("h1", Title));
        if (!string.IsNullOrEmpty(State))
        {
            var light = new TagBuilder("span");
            light.AddCssClass($"light {Tone.CssClass()}");
            light.InnerHtml.AppendHtml(Icons.Draw(Tone.Icon())).Append(State);
            words.InnerHtml.Append(" ").AppendHtml(light);
        }
        if (!string.IsNullOrEmpty(Note))
            words.InnerHtml.AppendHtml(Text("p", Note));
        output.Content.AppendHtml(words);

        if (!actions.IsEmptyOrWhiteSpace)
        {
            var bar = new TagBuilder("div");
            bar.AddCssClass("actions");
            bar.InnerHtml.AppendHtml(actions);
            output.Content.AppendHtml(bar);
        }
    }

    private static TagBuilder Text(string tag, string text)
    {
        var element = new TagBuilder(tag);
        element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>A white panel with a heading of level two.</summary>
[HtmlTargetElement("jm-panel")]
public sealed class PanelTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.AddClass("panel", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", Title);
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Title);
        if (!string.IsNullOrEmpty(Note))
        {
            var note = new TagBuilder("small");
            note.InnerHtml.Append(Note);
            heading.InnerHtml.Append(" ").AppendHtml(note);
        }
        output.PreContent.AppendHtml(heading);
    }
}
