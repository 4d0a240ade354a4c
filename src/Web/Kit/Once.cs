using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>
/// &lt;jm-once /&gt;: the id of this form. Handed in a second time (a double click, a reload) the same form is done once.
/// </summary>
[HtmlTargetElement("jm-once", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Once(TimeProvider time) : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", "Once");
        output.Attributes.SetAttribute("value", Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
    }
}
