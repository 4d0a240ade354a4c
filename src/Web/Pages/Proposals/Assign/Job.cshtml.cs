using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals.Assign;

/// <summary>How far a bulk job is, and which rows failed and why.</summary>
[Authorize(Roles = ItemReceivers.Roles)]
public sealed class JobModel(Steps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public BulkJobRow Job { get; private set; } = null!;
    public int Done { get; private set; }
    public int Failed { get; private set; }
    public IReadOnlyList<BulkItemRow> FailedItems { get; private set; } = [];

    /// <summary>Done, with something to be said of them.</summary>
    public IReadOnlyList<BulkItemRow> Noted { get; private set; } = [];

    public string State =>
        Job.FinishedAt is null ? "办理中"
        : Failed > 0 ? "已完成，有未办成的"
        : "已完成";
    public Tone Tone =>
        Job.FinishedAt is null ? Tone.Info
        : Failed > 0 ? Tone.Warn
        : Tone.Ok;

    public async Task<IActionResult> OnGetAsync()
    {
        await using var session = await steps.Database.Read();
        if (await session.One<BulkJobRow>("select * from bulk_job where id = @Id", new { Id }) is not { } job)
            return NotFound();
        if (job.Account != User.AsPerson().Id)
            return Forbid();
        Job = job;
        var counts = await session.Query<(string State, long Count)>(
            "select state, count(*) from bulk_item where job = @Id group by state",
            new { Id }
        );
        Done = (int)counts.FirstOrDefault(c => c.State == nameof(BulkState.Done)).Count;
        Failed = (int)counts.FirstOrDefault(c => c.State == nameof(BulkState.Failed)).Count;
        FailedItems = await session.Query<BulkItemRow>(
            "select * from bulk_item where job = @Id and state = 'Failed' order by position",
            new { Id }
        );
        Noted = await session.Query<BulkItemRow>(
            "select * from bulk_item where job = @Id and state = 'Done' and note is not null order by position",
            new { Id }
        );
        return Page();
    }
}
