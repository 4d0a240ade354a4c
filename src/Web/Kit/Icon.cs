using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>Icons of the sprite. One without a label is decoration: the word beside it says the same.</summary>
public static class Icons
{
    public const string Sprite = "/lib/lucide/1.62.0/icons.svg";

    /// <summary>The icon named, else the tone's own. A page that writes icon="@null" hands over an empty string.</summary>
    internal static string Named(string? icon, Tone tone) => string.IsNullOrEmpty(icon) ? tone.Icon() : icon;

    public static IHtmlContent Draw(string name, string? label = null)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        if (label is null)
        {
            svg.MergeAttribute("aria-hidden", "true");
        }
        else
        {
            svg.MergeAttribute("role", "img");
            svg.MergeAttribute("aria-label", label);
        }
        var use = new TagBuilder("use");
        use.MergeAttribute("href", $"{Sprite}#{name}");
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}

[HtmlTargetElement("jm-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Draw(Name, Label));
    }
}
