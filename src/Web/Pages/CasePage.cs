using JointMeeting.Documents.Reading;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages;

/// <summary>
/// A page that acts on cases. A refusal comes back on the same page with status 422, its reason, and what the person
/// had typed; a form handed in twice is done once.
/// </summary>
public abstract class CasePage(Steps steps) : PageModel
{
    /// <summary>Id of the form handed in; every form carries one (<c>&lt;jm-once /&gt;</c>).</summary>
    [BindProperty]
    public string? Once { get; set; }

    /// <summary>The kernel.</summary>
    protected Steps Steps { get; } = steps;

    /// <summary>Who is signed in.</summary>
    public Person Me => User.AsPerson();

    /// <summary>Does one thing, then goes on; or shows this page again with the reason.</summary>
    /// <param name="target">Which case.</param>
    /// <param name="command">What to do.</param>
    /// <param name="done">What the next page says.</param>
    /// <param name="next">Where to go on.</param>
    protected async Task<IActionResult> Do(Target target, Command command, string done, Func<Done, IActionResult> next)
    {
        try
        {
            var result = await Steps.Act(Me, target, command, Once);
            this.Tell(Tone.Ok, result.Repeated ? "已经办理，没有重复提交。" : done);
            return next(result);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            await Show();
            await WhenRefused(command, refusal);
            return this.Refuse();
        }
    }

    /// <summary>What else follows a refusal; nothing, unless a page keeps attempts.</summary>
    protected virtual Task WhenRefused(Command command, Refusal refusal) => Task.CompletedTask;

    /// <summary>Does one thing to a case that is there.</summary>
    protected Task<IActionResult> Do(string caseId, Command command, string done, Func<Done, IActionResult> next) =>
        Do(new Target.Existing(caseId), command, done, next);

    /// <summary>Loads what the page shows; also called after a refusal.</summary>
    protected abstract Task Show();

    /// <summary>The files of a form field, read into memory; the request limit keeps them small.</summary>
    protected static async Task<IReadOnlyList<Upload>> Read(IReadOnlyList<IFormFile>? files)
    {
        var uploads = new List<Upload>();
        foreach (var file in files ?? [])
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory);
            var bytes = memory.ToArray();
            uploads.Add(new(file.FileName, file.ContentType, bytes, FileMark.IsIn(bytes, file.FileName)));
        }
        return uploads;
    }
}
