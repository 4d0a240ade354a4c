using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>
/// A form that names no address is handed in at its page's own. Left to the browser it would go to the address in the
/// bar, which after another button's answer (…?handler=More) names that button's handler: saving would add rows.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnAddressTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's own helper, which writes the address of a named handler.</summary>
    public override int Order => 0;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes.ContainsName("action"))
            return;
        var request = ViewContext.HttpContext.Request;
        var others = request.Query.Where(part => part.Key != "handler");
        var query = new QueryBuilder(
            others.SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? ""))
        );
        output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}{query}");
    }
}
