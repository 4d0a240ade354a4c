using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Kit;

public enum FieldKind
{
    Text,
    Password,
    Telephone,
    Number,
    Date,

    /// <summary>A day and a time of day.</summary>
    Moment,
    File,
    TextArea,
    Select,
    Radios,
    Checks,
    Checkbox,
}

/// <summary>The input, select or textarea of a field, tied to its hint and error.</summary>
internal sealed class FieldControl(
    string name,
    FieldKind kind,
    IReadOnlyList<string> values,
    string? error,
    IEnumerable<SelectListItem> options
)
{
    public FieldKind Kind => kind;
    public string? Error => error;
    public required bool Required { get; init; }
    public required bool HasHint { get; init; }
    public Dictionary<string, string> Extra { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Id => Extra.TryGetValue("id", out var id) ? id : TagBuilder.CreateSanitizedId(name, "_");
    public string HintId => $"{Id}-hint";
    public string ErrorId => $"{Id}-error";

    public string? DescribedBy =>
        (HasHint, error is not null) switch
        {
            (true, true) => $"{HintId} {ErrorId}",
            (true, false) => HintId,
            (false, true) => ErrorId,
            (false, false) => null,
        };

    public static FieldKind KindFor(Type? type, bool hasOptions)
    {
        if (hasOptions)
            return FieldKind.Select;
        if (type == typeof(DateOnly))
            return FieldKind.Date;
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset))
            return FieldKind.Moment;
        if (type == typeof(bool))
            return FieldKind.Checkbox;
        if (type == typeof(int) || type == typeof(decimal))
            return FieldKind.Number;
        if (typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type))
            return FieldKind.File;
        return FieldKind.Text;
    }

    /// <summary>A model's value as the browser wants to be given it.</summary>
    public static IReadOnlyList<string> Written(object? model, FieldKind kind) =>
        model switch
        {
            null => [],
            _ when kind is FieldKind.File => [],
            string text => [text],
            bool on => on ? ["true"] : [],
            DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            DateTime moment => [moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)],
            DateTimeOffset moment => [moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)],
            IEnumerable many => [.. many.Cast<object>().Select(one => $"{one}")],
            _ => [Convert.ToString(model, CultureInfo.InvariantCulture) ?? ""],
        };

    public IHtmlContent Draw() =>
        kind switch
        {
            FieldKind.TextArea => TextArea(),
            FieldKind.Select => Select(),
            FieldKind.Radios => Choices("radio"),
            FieldKind.Checks => Choices("checkbox"),
            FieldKind.Checkbox => Input("checkbox"),
            FieldKind.Password => Input("password"),
            FieldKind.Telephone => Input("tel"),
            FieldKind.Number => Input("number"),
            FieldKind.Date => Input("date"),
            FieldKind.Moment => Input("datetime-local"),
            FieldKind.File => Input("file"),
            FieldKind.Text => Input("text"),
        };

    public TagBuilder DrawWithLabel(string label)
    {
        var choice = new TagBuilder("label");
        choice.AddCssClass("choice");
        choice.InnerHtml.AppendHtml(Draw()).Append(label);
        return choice;
    }

    private TagBuilder Input(string type)
    {
        var input = Start("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttribute("type", type);
        switch (kind)
        {
            case FieldKind.Checkbox:
                input.MergeAttribute("value", "true");
                if (values.Contains("true"))
                    input.MergeAttribute("checked", "checked");
                break;
            case FieldKind.File:
                input.MergeAttribute("data-max-bytes", $"{UploadLimit.Bytes}");
                break;
            default:
                if (kind is not FieldKind.Password && values.Count > 0)
                    input.MergeAttribute("value", values[0]);
                break;
        }
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = Start("textarea");
        area.MergeAttribute("rows", "4");
        // A browser drops the first line break after the tag: this one keeps the text's own.
        area.InnerHtml.AppendHtml("\n").Append(values.Count > 0 ? values[0] : "");
        return area;
    }

    private TagBuilder Select()
    {
        var select = Start("select");
        foreach (var option in options)
        {
            var choice = new TagBuilder("option");
            choice.MergeAttribute("value", option.Value ?? option.Text);
            if (Chosen(option))
                choice.MergeAttribute("selected", "selected");
            choice.InnerHtml.Append(option.Text);
            select.InnerHtml.AppendHtml(choice);
        }
        return select;
    }

    private TagBuilder Choices(string type)
    {
        var list = new TagBuilder("div");
        list.AddCssClass("choices");
        // The first choice carries the field's id, so that a link from the list of errors finds it.
        var id = Id;
        foreach (var option in options)
        {
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.MergeAttribute("type", type);
            input.MergeAttribute("id", id);
            input.MergeAttribute("name", name);
            input.MergeAttribute("value", option.Value ?? option.Text);
            if (Chosen(option))
                input.MergeAttribute("checked", "checked");
            if (Required && type == "radio")
                input.MergeAttribute("required", "required");
            var label = new TagBuilder("label");
            label.AddCssClass("choice");
            label.InnerHtml.AppendHtml(input).Append(option.Text);
            list.InnerHtml.AppendHtml(label);
            id = $"{Id}_{option.Value ?? option.Text}";
        }
        return list;
    }

    private bool Chosen(SelectListItem option) =>
        values.Count > 0 ? values.Contains(option.Value ?? option.Text) : option.Selected;

    private TagBuilder Start(string tag)
    {
        var control = new TagBuilder(tag);
        foreach (var (attribute, value) in Extra)
            control.MergeAttribute(attribute, value);
        control.MergeAttribute("id", Id);
        control.MergeAttribute("name", name);
        if (Required)
            control.MergeAttribute("required", "required");
        if (error is not null)
            control.MergeAttribute("aria-invalid", "true");
        if (DescribedBy is not null)
            control.MergeAttribute("aria-describedby", DescribedBy);
        return control;
    }
}
