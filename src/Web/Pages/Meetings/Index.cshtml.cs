using JointMeeting.Domain.Rights;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>The meetings a person may read, newest first.</summary>
public sealed class IndexModel(Steps steps) : PageModel
{
    public IReadOnlyList<MeetingListRow> Rows { get; private set; } = [];

    public string StepOf(MeetingListRow row) => row.StepOf(steps.Lifecycles);

    public async Task OnGetAsync()
    {
        await using var session = await steps.Database.Read();
        await steps.Lifecycles.ReadAll(session);
        Rows = await MeetingList.Read(session, User.AsPerson());
    }
}
