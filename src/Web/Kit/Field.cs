using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>
/// A form field with label, hint and error. With <c>for</c> the name, the value typed last, the error,
/// the label ([Display]) and whether it must be filled come from the page model; without it, from attributes.
/// Attributes not known here (id, placeholder, autocomplete, min, accept, rows) go to the control.
/// </summary>
[HtmlTargetElement("jm-field")]
public sealed class FieldTagHelper : TagHelper
{
    private FieldKind? chosen;

    public ModelExpression? For { get; set; }
    public string Name { get; set; } = "";
    public string? Value { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>From the model's type unless set; not nullable, so that a page may write just the name.</summary>
    public FieldKind Kind
    {
        get => chosen ?? FieldControl.KindFor(For?.Metadata.UnderlyingOrModelType, Options.Any());
        set => chosen = value;
    }

    public IEnumerable<SelectListItem> Options { get; set; } = [];
    public bool? Required { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        foreach (var attribute in output.Attributes)
            control.Extra[attribute.Name] = attribute.Value?.ToString() ?? "";
        output.Attributes.Clear();

        var kind = control.Kind;
        var group = kind is FieldKind.Radios or FieldKind.Checks;
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field", HtmlEncoder.Default);
        if (control.Error is not null)
            output.AddClass("field-wrong", HtmlEncoder.Default);
        if (group && control.DescribedBy is { } describedBy)
            output.Attributes.SetAttribute("aria-describedby", describedBy);

        if (kind is FieldKind.Checkbox)
            output.Content.AppendHtml(control.DrawWithLabel(LabelText));
        else
            output.Content.AppendHtml(Caption(control, group));
        if (Hint is not null)
            output.Content.AppendHtml(Line(control.HintId, "hint", new StringHtmlContent(Hint)));
        if (control.Error is { } error)
            output.Content.AppendHtml(Line(control.ErrorId, "error", Wrong(error)));
        if (kind is not FieldKind.Checkbox)
            output.Content.AppendHtml(control.Draw());
    }

    private string LabelText => Label ?? For?.Metadata.GetDisplayName() ?? Name;

    private FieldControl Control()
    {
        var kind = Kind;
        if (For is null)
            return new FieldControl(Name, kind, Value is null ? [] : [Value], null, Options)
            {
                Required = Required ?? false,
                HasHint = Hint is not null,
            };

        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var typed = entry?.RawValue switch
        {
            string one => [one],
            string[] many => many,
            _ => null,
        };
        var error = entry?.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var mustBeFilled = For.Metadata.IsRequired && kind is not FieldKind.Checkbox and not FieldKind.Checks;
        return new FieldControl(name, kind, typed ?? FieldControl.Written(For.Model, kind), error, Options)
        {
            Required = Required ?? mustBeFilled,
            HasHint = Hint is not null,
        };
    }

    private TagBuilder Caption(FieldControl control, bool group)
    {
        var caption = new TagBuilder(group ? "legend" : "label");
        if (!group)
            caption.MergeAttribute("for", control.Id);
        caption.InnerHtml.Append(LabelText);
        if (control.Required)
        {
            var must = new TagBuilder("small");
            must.InnerHtml.Append("必填");
            caption.InnerHtml.Append(" ").AppendHtml(must);
        }
        return caption;
    }

    private static TagBuilder Line(string id, string cssClass, IHtmlContent words)
    {
        var line = new TagBuilder("p");
        line.MergeAttribute("id", id);
        line.AddCssClass(cssClass);
        line.InnerHtml.AppendHtml(words);
        return line;
    }

    private static HtmlContentBuilder Wrong(string error)
    {
        var words = new HtmlContentBuilder();
        words.AppendHtml(Icons.Draw("octagon-alert", "有误")).Append(error);
        return words;
    }
}
