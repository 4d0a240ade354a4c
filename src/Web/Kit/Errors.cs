using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>Everything wrong with the form, above it, each line leading to its field; nothing when all is well.</summary>
[HtmlTargetElement("jm-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = (
            from field in ViewContext.ViewData.ModelState
            orderby Place(ViewContext.ViewData.ModelMetadata, field.Key)
            from error in field.Value.Errors
            select Line(field.Key, error.ErrorMessage)
        ).ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("message", HtmlEncoder.Default);
        output.AddClass(Tone.Danger.CssClass(), HtmlEncoder.Default);
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml(Icons.Draw(Tone.Danger.Icon()));

        var title = new TagBuilder("strong");
        title.InnerHtml.Append($"有 {lines.Count} 处需要修改，内容还没有提交。改好后请再次提交。");
        var list = new TagBuilder("ul");
        foreach (var line in lines)
            list.InnerHtml.AppendHtml(line);
        var words = new TagBuilder("div");
        words.InnerHtml.AppendHtml(title).AppendHtml(list);
        output.Content.AppendHtml(words);
    }

    /// <summary>Sorts errors as the model declares its fields, which is how forms are laid out.</summary>
    private static string Place(ModelMetadata model, string field)
    {
        var place = "";
        foreach (var part in field.Split('.'))
        {
            var name = part.Split('[')[0];
            if (model.Properties[name] is not { } property)
                break;
            place +=
                $"{model.Properties.TakeWhile(other => !other.Equals(property)).Count():000}{part[name.Length..]}.";
            model = property.ElementMetadata ?? property;
        }
        return place;
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.MergeAttribute("href", $"#{TagBuilder.CreateSanitizedId(field, "_")}");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
