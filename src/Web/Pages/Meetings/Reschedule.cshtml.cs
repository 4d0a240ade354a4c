using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings.Reschedule;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>改期: another time or place.</summary>
public sealed class RescheduleModel(Steps steps) : MeetingPage(steps)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Permission May => Rights.To(Actions.RescheduleMeeting);

    /// <summary>The notice is out.</summary>
    public bool IsNotified => Node == "notified";

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
            new RescheduleMeeting(
                Moment.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)),
                Input.Place,
                Input.Why
            ),
            "会议安排已更改。",
            _ => Redirect($"/meetings/{Id}")
        );
    }

    protected override Task LoadMore(Session session)
    {
        if (HttpMethods.IsGet(Request.Method))
            Input = new() { StartsAt = Moment.InChina(Meeting.StartsAt).DateTime, Place = Meeting.Place };
        return Task.CompletedTask;
    }

    public sealed class Form
    {
        [Display(Name = "开会时间（北京时间）"), Required]
        public DateTime? StartsAt { get; set; }

        [Display(Name = "地点"), StringLength(60)]
        public string Place { get; set; } = "";

        [Display(Name = "事由"), MaxLength(400)]
        public string? Why { get; set; }
    }
}
