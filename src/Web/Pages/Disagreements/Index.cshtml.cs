using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Disagreements;

/// <summary>分歧协调台账: all disagreements a person may read, open ones first.</summary>
public sealed class IndexModel(Steps steps) : PageModel
{
    public IReadOnlyList<DisagreementLine> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await using var session = await steps.Database.Read();
        Lines = await DisagreementLines.ReadableBy(session, User.AsPerson());
    }
}
