using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

public enum ButtonKind
{
    Primary,
    Secondary,
    Danger,
    Quiet,
}

/// <summary>
/// The look of a real button or link, so that the framework's own helpers (asp-page,
/// asp-page-handler) still apply. app.js holds the button of a posted form until the answer comes.
/// </summary>
[HtmlTargetElement("button", Attributes = "jm-button")]
[HtmlTargetElement("a", Attributes = "jm-button")]
public sealed class ButtonTagHelper : TagHelper
{
    [HtmlAttributeName("jm-button")]
    public ButtonKind Kind { get; set; }

    [HtmlAttributeName("jm-icon")]
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.AddClass("button", HtmlEncoder.Default);
        output.AddClass(
            Kind switch
            {
                ButtonKind.Primary => "button-primary",
                ButtonKind.Secondary => "button-secondary",
                ButtonKind.Danger => "button-danger",
                ButtonKind.Quiet => "button-quiet",
            },
            HtmlEncoder.Default
        );
        if (!string.IsNullOrEmpty(Icon))
            output.PreContent.SetHtmlContent(Icons.Draw(Icon));
    }
}
