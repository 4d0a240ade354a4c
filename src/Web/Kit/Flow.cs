using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

public enum StepState
{
    Done,
    Current,
    Waiting,

    /// <summary>Left out for this case (不经此步).</summary>
    Skipped,
}

public sealed record FlowStep(string Label, StepState State, string? Note = null);

/// <summary>
/// The flow line of a case: an SVG drawn here, positions in per cent so that letters keep their size.
/// The list beside it is what a screen reader reads and what a narrow window shows instead.
/// </summary>
[HtmlTargetElement("jm-flow")]
public sealed class FlowTagHelper : TagHelper
{
    private const int Centre = 22;
    private const int LongFlow = 6;

    public string Label { get; set; } = "办理流程";
    public IReadOnlyList<FlowStep> Steps { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("flow", HtmlEncoder.Default);
        if (Steps.Count > LongFlow)
            output.AddClass("flow-long", HtmlEncoder.Default);
        output.Content.AppendHtml(Picture()).AppendHtml(List());
    }

    private TagBuilder Picture()
    {
        var svg = Shape("svg", ("width", "100%"), ("height", "88"), ("aria-hidden", "true"));
        for (var i = 1; i < Steps.Count; i++)
        {
            var line = Shape(
                "line",
                ("x1", Across(i - 1)),
                ("x2", Across(i)),
                ("y1", $"{Centre}"),
                ("y2", $"{Centre}")
            );
            line.AddCssClass(Steps[i].State is StepState.Waiting ? "ahead" : "behind");
            svg.InnerHtml.AppendHtml(line);
        }
        for (var i = 0; i < Steps.Count; i++)
            svg.InnerHtml.AppendHtml(Stop(i));
        return svg;
    }

    private TagBuilder Stop(int i)
    {
        var step = Steps[i];
        var stop = Shape("svg", ("x", Across(i)), ("overflow", "visible"));
        stop.AddCssClass($"step-{Name(step.State)}");
        stop.InnerHtml.AppendHtml(Shape("circle", ("cx", "0"), ("cy", $"{Centre}"), ("r", "15")));
        stop.InnerHtml.AppendHtml(
            step.State switch
            {
                StepState.Done => Shape("path", ("d", $"M-6 {Centre} l4 5 l8 -9")),
                StepState.Skipped => Shape("path", ("d", $"M-6 {Centre} h12")),
                StepState.Current or StepState.Waiting => Words($"{i + 1}", Centre + 5, "place"),
            }
        );
        stop.InnerHtml.AppendHtml(Words(step.Label, 58, "name"));
        if (step.Note is not null)
            stop.InnerHtml.AppendHtml(Words(step.Note, 78, "note"));
        return stop;
    }

    private TagBuilder List()
    {
        var list = new TagBuilder("ol");
        list.MergeAttribute("aria-label", Label);
        foreach (var step in Steps)
        {
            var item = new TagBuilder("li");
            item.AddCssClass($"step-{Name(step.State)}");
            if (step.State is StepState.Current)
                item.MergeAttribute("aria-current", "step");
            item.InnerHtml.Append($"{step.Label}（{Word(step.State)}）{step.Note}");
            list.InnerHtml.AppendHtml(item);
        }
        return list;
    }

    private string Across(int i) =>
        ((i + 0.5) * 100 / Steps.Count).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static TagBuilder Words(string text, int y, string cssClass)
    {
        var words = Shape("text", ("x", "0"), ("y", $"{y}"), ("text-anchor", "middle"));
        words.AddCssClass(cssClass);
        words.InnerHtml.Append(text);
        return words;
    }

    private static TagBuilder Shape(string tag, params (string Name, string Value)[] attributes)
    {
        var shape = new TagBuilder(tag);
        foreach (var (name, value) in attributes)
            shape.MergeAttribute(name, value);
        return shape;
    }

    private static string Name(StepState state) =>
        state switch
        {
            StepState.Done => "done",
            StepState.Current => "current",
            StepState.Waiting => "waiting",
            StepState.Skipped => "skipped",
        };

    private static string Word(StepState state) =>
        state switch
        {
            StepState.Done => "已完成",
            StepState.Current => "当前",
            StepState.Waiting => "未开始",
            StepState.Skipped => "不经此步",
        };
}
