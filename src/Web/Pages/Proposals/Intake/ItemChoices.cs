using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>What is chosen from when items are taken in.</summary>
public static class ItemChoices
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<ItemKind>().Select(k => new SelectListItem(ItemKinds.Label(k), k.ToString()))];

    public static IReadOnlyList<SelectListItem> Schemes { get; } =
    [.. ClassScheme.All.Select(s => new SelectListItem(s.Name, s.Id))];

    public static IReadOnlyList<SelectListItem> RuleSets { get; } =
    [
        new("系统默认（代表法、政协默认）", ""),
        .. RuleSet.Presets.Select(p => new SelectListItem(p.Name + Note(p.Seen), p.Id)),
    ];

    private static string Note(TextSeen seen) =>
        seen switch
        {
            TextSeen.OwnDefault => "（系统提供，无上位规定）",
            TextSeen.FullText => "",
            TextSeen.Excerpt => "（须核对现行文本）",
        };
}
