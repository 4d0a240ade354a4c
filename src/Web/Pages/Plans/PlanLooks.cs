using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Plans;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>Words and tones of plans.</summary>
public static class PlanLooks
{
    private const int FirstWords = 16;

    /// <summary>The number of each clause, counted anew under each level.</summary>
    public static IReadOnlyDictionary<string, string> Numbers(IReadOnlyList<ClauseRow> clauses) =>
        clauses
            .Zip(PastedClauses.Numbers([.. clauses.Select(c => c.Level)]))
            .ToDictionary(x => x.First.Id, x => x.Second, StringComparer.Ordinal);

    /// <summary>A clause in a few words.</summary>
    public static string Short(string number, string text)
    {
        var line = text.Split('\n')[0];
        return $"{number}{(line.Length <= FirstWords ? line : line[..FirstWords] + "…")}";
    }

    public static string Word(Change change) =>
        change switch
        {
            Change.Same => "未改动",
            Change.Moved => "移动",
            Change.Wording => "文字性修改",
            Change.Substantive => "实质性修改",
            Change.Split => "拆分",
            Change.Merged => "合并",
            Change.New => "新增",
            Change.Removed => "删除",
        };

    public static Tone Of(Change change) =>
        change switch
        {
            Change.Same => Tone.Muted,
            Change.Moved or Change.Wording => Tone.Info,
            Change.Substantive or Change.Split or Change.Merged => Tone.Warn,
            Change.New => Tone.Ok,
            Change.Removed => Tone.Danger,
        };

    public static string IconOf(Change change) =>
        change switch
        {
            Change.Same => "minus",
            Change.Moved => "arrow-right",
            Change.Wording => "pencil",
            Change.Substantive or Change.Split or Change.Merged => "triangle-alert",
            Change.New => "plus",
            Change.Removed => "trash-2",
        };

    public static Tone Of(PositionValue value) =>
        value switch
        {
            PositionValue.NoObjection => Tone.Ok,
            PositionValue.Amend => Tone.Warn,
            PositionValue.Object => Tone.Danger,
            PositionValue.NotConcerned => Tone.Muted,
        };

    /// <summary>What may be said about a clause.</summary>
    public static IReadOnlyList<SelectListItem> Positions { get; } =
    [
        new("不单独表态", ""),
        .. Enum.GetValues<PositionValue>().Select(v => new SelectListItem(Position.LabelOf(v), v.ToString())),
    ];

    public static string CssOf(PositionValue value) => Of(value).CssClass();

    public static string Word(AdoptionDecision decision) =>
        decision switch
        {
            AdoptionDecision.Adopted => "采纳",
            AdoptionDecision.PartlyAdopted => "部分采纳",
            AdoptionDecision.NotAdopted => "不采纳",
        };

    public static Tone Of(AdoptionDecision decision) =>
        decision switch
        {
            AdoptionDecision.Adopted => Tone.Ok,
            AdoptionDecision.PartlyAdopted => Tone.Info,
            AdoptionDecision.NotAdopted => Tone.Warn,
        };

    public static string Word(PlanRole role) =>
        role switch
        {
            PlanRole.Lead => "牵头",
            PlanRole.Joint => "联合发文",
            PlanRole.Consulted => "征求意见",
        };
}
