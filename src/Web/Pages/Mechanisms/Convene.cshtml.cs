using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms.Convene;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>发起会议.</summary>
public sealed class ConveneModel(Steps steps) : CaseFilePage(steps)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<MeetingKind>().Select(k => new SelectListItem(MeetingKinds.Rule(k).Label, k.ToString()))];

    public string? Refused => Rights.To(Actions.Convene).Reason;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        var at = Input.StartsAt!.Value;
        return await Do(
            Id,
            new ConveneMeeting(
                Input.Kind,
                Input.Subject,
                Moment.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)),
                Input.Place,
                Input.Agenda ?? ""
            ),
            "会议已进入筹备。核对无误后发出会议通知。",
            done => Redirect(done.Opened is [var meeting, ..] ? $"/meetings/{meeting}" : $"/mechanisms/{Id}")
        );
    }

    protected override Task Load(Session session) => Task.CompletedTask;

    public sealed class Form
    {
        [Display(Name = "会议类型")]
        public MeetingKind Kind { get; set; }

        [Display(Name = "会议名称"), StringLength(60)]
        public string Subject { get; set; } = "";

        [Display(Name = "开会时间（北京时间）"), Required]
        public DateTime? StartsAt { get; set; }

        [Display(Name = "地点"), StringLength(60)]
        public string Place { get; set; } = "";

        [Display(Name = "议题"), MaxLength(4000)]
        public string? Agenda { get; set; }
    }
}
