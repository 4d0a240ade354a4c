using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>
/// 复制为文字: opens the text to select by hand; app.js has copied it by then and says so.
/// </summary>
[HtmlTargetElement("jm-copy", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CopyTagHelper : TagHelper
{
    public string Text { get; set; } = "";
    public string Label { get; set; } = "复制为文字";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("drop", HtmlEncoder.Default);
        output.Attributes.SetAttribute("data-copy", "");

        var summary = new TagBuilder("summary");
        summary.AddCssClass("button button-secondary");
        summary.InnerHtml.AppendHtml(Icons.Draw("copy")).Append(Label);
        var said = new TagBuilder("p");
        said.MergeAttribute("role", "status");
        said.InnerHtml.Append("请全选下面的文字后复制。");
        var text = new TagBuilder("textarea");
        text.MergeAttribute("readonly", "readonly");
        text.MergeAttribute("rows", "8");
        text.MergeAttribute("aria-label", $"{Label}的内容");
        text.InnerHtml.Append(Text);
        var sheet = new TagBuilder("div");
        sheet.AddCssClass("drop-sheet");
        sheet.InnerHtml.AppendHtml(said).AppendHtml(text);
        output.Content.AppendHtml(summary).AppendHtml(sheet);
    }
}
