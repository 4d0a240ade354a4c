using System.Text;
using JointMeeting.Domain;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>One lifecycle: its picture, what its steps ask, and its versions.</summary>
public sealed class DetailsModel(Steps steps) : DefinitionPage(steps)
{
    /// <summary>Which version; the newest where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public Lifecycle Shown { get; private set; } = null!;

    public bool IsNewest => Shown == Newest;

    /// <summary>There is something that an office may set.</summary>
    public bool MayBeEdited => Id != BusinessOnly.House && StepForm.Of(Newest).Count > 0;

    public IEnumerable<Node.Step> StepsThatAsk => Shown.Nodes.Values.OfType<Node.Step>().Where(s => s.Ask is not null);

    /// <summary>The definition file of a version.</summary>
    public async Task<IActionResult> OnGetExport()
    {
        await Show();
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(Shown.Source!), "application/json", $"{Shown.Id}.{Shown.Version}.json");
    }

    protected override void Load() =>
        Shown =
            Version is null || Versions.Any(v => v.Lifecycle.Version == Version)
                ? Numbered(Version, Newest)
                : throw new Refusal($"没有找到第 {Version} 版。");
}
