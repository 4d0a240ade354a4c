using System.ComponentModel.DataAnnotations;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>版本对照: what differs between two versions.</summary>
public sealed class CompareModel(Steps steps) : DefinitionPage(steps)
{
    [BindProperty(SupportsGet = true), Display(Name = "原来的版本")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "对照的版本")]
    public int? To { get; set; }

    public Lifecycle Before { get; private set; } = null!;
    public Lifecycle Now { get; private set; } = null!;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices =>
        [.. Versions.Select(v => new SelectListItem($"第 {v.Lifecycle.Version} 版", $"{v.Lifecycle.Version}"))];

    public static (string Word, Tone Tone) Look(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Added => ("增加", Tone.Ok),
            DifferenceKind.Removed => ("删去", Tone.Danger),
            DifferenceKind.Changed => ("改动", Tone.Info),
            DifferenceKind.SwitchedOn => ("启用", Tone.Ok),
            DifferenceKind.SwitchedOff => ("停用", Tone.Warn),
        };

    protected override void Load()
    {
        Now = Numbered(To, Newest);
        Before = Numbered(From, Versions[Math.Min(1, Versions.Count - 1)].Lifecycle);
        (From, To) = (Before.Version, Now.Version);
        Differences = Comparison.Of(Before, Now);
    }
}
