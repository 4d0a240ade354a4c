using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>A column's heading, with a smaller second line where there is a note; numbers stand to the right.</summary>
public sealed record Column(string Label, string? Note = null, bool Number = false)
{
    public static implicit operator Column(string label) => new(label);

    internal TagBuilder Heading()
    {
        var th = new TagBuilder("th");
        th.MergeAttribute("scope", "col");
        th.MergeAttribute("role", "columnheader");
        if (Number)
            th.AddCssClass("number");
        th.InnerHtml.Append(Label);
        if (Note is not null)
        {
            var note = new TagBuilder("small");
            note.InnerHtml.Append(Note);
            th.InnerHtml.AppendHtml(note);
        }
        return th;
    }
}

/// <summary>What a table does where it is too narrow: rows become cards, or it scrolls; a matrix scrolls beside its first column.</summary>
public enum TableLayout
{
    Cards,
    Scroll,
    Matrix,
}

/// <summary>
/// A table in a labelled region. The roles are written out because a browser forgets them
/// once CSS shows rows as cards.
/// </summary>
[HtmlTargetElement("jm-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public IReadOnlyList<Column> Columns { get; set; } = [];
    public TableLayout Layout { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableTagHelper)] = this;
        var rows = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClass("table-region", HtmlEncoder.Default);
        output.AddClass(
            Layout switch
            {
                TableLayout.Cards => "table-cards",
                TableLayout.Scroll => "table-scroll",
                TableLayout.Matrix => "table-matrix",
            },
            HtmlEncoder.Default
        );
        output.Attributes.SetAttribute("role", "region");
        // A panel around it often bears the same words; two regions of one name cannot be told apart.
        output.Attributes.SetAttribute("aria-label", $"{Caption}（表格）");
        output.Attributes.SetAttribute("tabindex", "0");

        var caption = new TagBuilder("caption");
        caption.AddCssClass("hidden-text");
        caption.InnerHtml.Append(Caption);
        var headings = Part("tr", "row");
        foreach (var column in Columns)
            headings.InnerHtml.AppendHtml(column.Heading());
        var head = Part("thead", "rowgroup");
        head.InnerHtml.AppendHtml(headings);
        var body = Part("tbody", "rowgroup");
        body.InnerHtml.AppendHtml(rows);
        var table = Part("table", "table");
        table.InnerHtml.AppendHtml(caption).AppendHtml(head).AppendHtml(body);
        output.Content.SetHtmlContent(table);
    }

    private static TagBuilder Part(string tag, string role)
    {
        var part = new TagBuilder(tag);
        part.MergeAttribute("role", role);
        return part;
    }
}

[HtmlTargetElement("jm-row")]
public sealed class RowTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    internal int CellsSoFar { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(RowTagHelper)] = this;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "tr";
        output.Attributes.SetAttribute("role", "row");
    }
}

/// <summary>One cell; it learns its column by counting, so that a card can name each value.</summary>
[HtmlTargetElement("jm-cell", ParentTag = "jm-row")]
public sealed class CellTagHelper : TagHelper
{
    private Tone? mark;

    /// <summary>This cell names its row: the first column of a matrix always does.</summary>
    public bool Heading { get; set; }

    /// <summary>Colours the cell; not nullable, so that a page may write just the name.</summary>
    public Tone Tone
    {
        get => mark ?? Tone.Muted;
        set => mark = value;
    }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var table = (TableTagHelper)context.Items[typeof(TableTagHelper)];
        var row = (RowTagHelper)context.Items[typeof(RowTagHelper)];
        var place = row.CellsSoFar++;
        if (place >= table.Columns.Count)
            throw new InvalidOperationException($"Table '{table.Caption}' has {table.Columns.Count} columns only.");

        var names = Heading || (table.Layout is TableLayout.Matrix && place == 0);
        output.TagName = names ? "th" : "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("role", names ? "rowheader" : "cell");
        if (names)
            output.Attributes.SetAttribute("scope", "row");
        else
            output.Attributes.SetAttribute("data-label", table.Columns[place].Label);
        if (table.Columns[place].Number)
            output.AddClass("number", HtmlEncoder.Default);
        if (mark is { } tone)
        {
            output.AddClass("mark", HtmlEncoder.Default);
            output.AddClass(tone.CssClass(), HtmlEncoder.Default);
            output.PreContent.SetHtmlContent(Icons.Draw(Icons.Named(Icon, tone)));
        }
    }
}
