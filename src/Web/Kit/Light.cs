using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>A tag or light (灯号): icon, colour and word together.</summary>
[HtmlTargetElement("jm-light")]
public sealed class LightTagHelper : TagHelper
{
    public Tone Tone { get; set; }
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.AddClass("light", HtmlEncoder.Default);
        output.AddClass(Tone.CssClass(), HtmlEncoder.Default);
        output.PreContent.SetHtmlContent(Icons.Draw(Icons.Named(Icon, Tone)));
    }
}
