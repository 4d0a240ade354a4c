using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>What becomes of an item that a running ledger brings.</summary>
public enum ItemFate
{
    /// <summary>登记待交办, as from a list that says nothing of its course.</summary>
    Register,

    /// <summary>按台账交办: to the units and from the day that the ledger states, so that the clock counts from the true day.</summary>
    Assign,

    /// <summary>历史待核: it was past or over; a person judges it before any unit is asked.</summary>
    Judge,
}

/// <summary>What a ledger says that its item's fate depends on.</summary>
/// <param name="Status">As a person confirmed its word; null where it has none.</param>
/// <param name="Answered">What else in the row says that it was answered, such as 答复日期 2026年2月3日; null for nothing.</param>
/// <param name="HasHost">It names who is to answer.</param>
/// <param name="AssignedOn">交办日期.</param>
/// <param name="ReplyDue">The day the reply was due, by the rule set or a stated date; null where neither is known.</param>
/// <param name="CannotAssign">Why it cannot be assigned as the ledger says; null where it can.</param>
/// <param name="StatusRaw">The ledger's own words for the status; a reason quotes them.</param>
public sealed record LedgerSays(
    ItemLedgerStatus? Status,
    string? Answered,
    bool HasHost,
    DateOnly? AssignedOn,
    DateOnly? ReplyDue,
    string? CannotAssign,
    string? StatusRaw = null
);

/// <summary>
/// The fate of a row. What was over or past before this system knew of it is no unit's overdue here; a day between the
/// as-of date and today is past as well, since the ledger cannot say whether it was met.
/// </summary>
public static class ItemFates
{
    /// <summary>The fate in Chinese.</summary>
    public static string Label(ItemFate fate) =>
        fate switch
        {
            ItemFate.Register => "登记待交办",
            ItemFate.Assign => "按台账交办",
            ItemFate.Judge => "历史待核",
        };

    /// <summary>The fate, and why, zh-CN.</summary>
    public static (ItemFate Fate, string Why) Of(LedgerSays says, DateOnly asOf, DateOnly today) =>
        WhyToJudge(says, asOf, today) is { } over ? (ItemFate.Judge, over)
        : WhyNotToAssign(says, asOf) is { } why ? (ItemFate.Register, why)
        : (ItemFate.Assign, $"台账载明 {says.AssignedOn:yyyy年M月d日}交办");

    /// <summary>
    /// The day the reply is due by the rule set, counted from the day the ledger states; the date a list fixes where that
    /// is earlier, or where the ledger states no day of assignment: no other day is taken for it.
    /// </summary>
    public static DateOnly? ReplyDue(
        RuleSet rules,
        DateOnly? assignedOn,
        DateOnly? signedOn,
        DateOnly? fixedOn,
        WorkingDayCalendar calendar
    )
    {
        if (assignedOn is not { } assigned)
            return fixedOn;
        var rule = LocalRules.Reply(rules, complex: false, assigned);
        var start = rule.Start == StartEvent.Receipt ? signedOn ?? assigned : assigned;
        return Clock.Explain([new Started(start, fixedOn)], rule, calendar).Date;
    }

    /// <summary>
    /// Why a day of signing (签收日期) is no fact that a reply can count from, zh-CN; null where it is one. It lies after the
    /// assigning, and a ledger knows none after its as-of date.
    /// </summary>
    public static string? SigningDoubt(DateOnly? signedOn, DateOnly? assignedOn, DateOnly asOf) =>
        signedOn < assignedOn ? $"台账的签收日期（{signedOn:yyyy年M月d日}）早于交办日期，请核对"
        : signedOn > asOf ? $"台账的签收日期（{signedOn:yyyy年M月d日}）晚于截至日期，请核对"
        : null;

    private static string? WhyToJudge(LedgerSays says, DateOnly asOf, DateOnly today) =>
        says.Status is { } status && ItemLedgerStatuses.WasOverBefore(status)
            ? $"台账载明{InItsWords(status, says.StatusRaw)}"
        : says.Answered is { } answered ? $"台账载明{answered}"
        : says.ReplyDue is not { } due ? null
        : due < asOf ? $"截至日期前答复期限已过（{due:yyyy年M月d日}）"
        : due < today ? $"截至日期后、导入前答复期限已过（{due:yyyy年M月d日}）"
        : null;

    private static string? WhyNotToAssign(LedgerSays says, DateOnly asOf) =>
        says.Status is ItemLedgerStatus.Unassigned and { } waiting
            ? $"台账载明{InItsWords(waiting, says.StatusRaw)}{ButAssigned(says.AssignedOn)}"
        : !says.HasHost ? says.CannotAssign ?? "台账没有写明主办单位"
        : says.AssignedOn is not { } assigned ? says.CannotAssign ?? "台账没有写明交办日期"
        : assigned > asOf ? $"台账的交办日期（{assigned:yyyy年M月d日}）晚于截至日期，请核对"
        : says.CannotAssign;

    /// <summary>已立案 stays 已立案; what a person took it for stands behind it.</summary>
    private static string InItsWords(ItemLedgerStatus status, string? raw) =>
        ItemLedgerStatuses.Label(status) is var label
        && raw?.Trim() is { Length: > 0 } words
        && words != label
        && LedgerQuote.MayBeRepeated(words)
            ? $"“{LedgerQuote.Short(words)}”（认定为{label}）"
            : $"“{label}”";

    /// <summary>A day of assignment contradicts that it waits to be assigned: a person says which of the two holds.</summary>
    private static string ButAssigned(DateOnly? on) =>
        on is null ? "" : $"，却写明 {on:yyyy年M月d日}交办，请核对后交办";
}
