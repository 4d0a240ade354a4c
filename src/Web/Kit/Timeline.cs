using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JointMeeting.Web.Kit;

/// <summary>A case's history in plain Chinese, as an ordered list.</summary>
[HtmlTargetElement("jm-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.AddClass("timeline", HtmlEncoder.Default);
    }
}

[HtmlTargetElement("jm-event", ParentTag = "jm-timeline")]
public sealed class EventTagHelper : TagHelper
{
    public DateTimeOffset At { get; set; }
    public string Who { get; set; } = "";
    public Tone Tone { get; set; } = Tone.Info;
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.AddClass(Tone.CssClass(), HtmlEncoder.Default);
        var time = new TagBuilder("time");
        time.MergeAttribute("datetime", At.ToString("yyyy-MM-ddTHH:mmzzz"));
        time.InnerHtml.Append(When.Minute(At));
        var who = new TagBuilder("strong");
        who.InnerHtml.Append(Who);
        output
            .PreContent.AppendHtml(Icons.Draw(Icons.Named(Icon, Tone)))
            .AppendHtml(time)
            .Append(" ")
            .AppendHtml(who)
            .Append(" ");
    }
}
