using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Asks;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Definitions.Presets;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>What an office may set of one step, as the form shows it.</summary>
public sealed class StepForm
{
    public string Node { get; set; } = "";

    [Display(Name = "启用这个环节")]
    public bool On { get; set; }

    [Display(Name = "请办对象")]
    public string? Who { get; set; }

    [Display(Name = "时限")]
    public string? Deadline { get; set; }

    [Display(Name = "通过条件")]
    public string? Policy { get; set; }

    [Display(Name = "请办次序")]
    public AskOrder Order { get; set; }

    [Display(Name = "逾期视为无不同意见")]
    public bool Deemed { get; set; }

    /// <summary>The forms of the steps that have something to set.</summary>
    public static List<StepForm> Of(Lifecycle lifecycle) =>
        [
            .. lifecycle
                .Nodes.Values.OfType<Node.Step>()
                .Where(s => s.Optional is not null || s.Ask is not null)
                .Select(s => new StepForm
                {
                    Node = s.Id,
                    On = !s.Off,
                    Who = s.Ask?.Who,
                    Deadline = s.Ask?.Deadline,
                    Policy = s.Ask?.Policy,
                    Order = s.Ask?.Order ?? AskOrder.Parallel,
                    Deemed = s.Ask?.Deemed ?? false,
                }),
        ];

    /// <summary>Fills in what a preset sets.</summary>
    public void Take(PresetStep preset)
    {
        On = preset.On ?? On;
        Who = preset.Who ?? Who;
        Deadline = preset.Deadline ?? Deadline;
        Policy = preset.Policy ?? Policy;
        Deemed = preset.Deemed ?? Deemed;
    }

    /// <summary>What the command is told.</summary>
    public StepEdit AsEdit(Node.Step step) =>
        new(
            Node,
            step.Optional is null ? null : On,
            step.Ask is null ? null : new RoundEdit(Who ?? "", Deadline, Policy ?? "", Deemed, Order)
        );

    public static IReadOnlyList<SelectListItem> WhoChoices(string lifecycle, RoundInput ask) =>
        [.. RoundChoices.For(lifecycle, ask).Who.Select(w => new SelectListItem(Outline.WhoOf(w), w))];

    public static IReadOnlyList<SelectListItem> DeadlineChoices(string lifecycle, RoundInput ask) =>
        [
            new("无时限", ""),
            .. RoundChoices.For(lifecycle, ask).Deadlines.Select(d => new SelectListItem(DeadlineText(d), d)),
        ];

    public static IReadOnlyList<SelectListItem> PolicyChoices(string lifecycle, RoundInput ask) =>
        [.. RoundChoices.For(lifecycle, ask).Policies.Select(p => new SelectListItem(Outline.PolicyOf(p), p))];

    public static IReadOnlyList<SelectListItem> OrderChoices { get; } =
    [.. RoundChoices.Orders.Select(o => new SelectListItem(Outline.OrderOf(o), o.ToString()))];

    private static string DeadlineText(string id) => $"{Outline.DeadlineLabel(id)}：{Outline.DeadlineOf(id)}";
}
