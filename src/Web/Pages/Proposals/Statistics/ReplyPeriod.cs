using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>
/// Which period a unit's reply is measured by, where an item has several (重新起草, 改办, 重新办理). It is the last one
/// that began for this unit before its first reply went out. A reply sent back to be written again goes on in the same
/// period, with its extensions. A unit that took the item over has a period of its own, from the day it was given
/// to it or, where the rules count from receipt, from when it signed for it; what the unit before it had does not count against it. A redo after 不满意 is a period of its own, which says
/// nothing about whether the first reply was in time.
/// </summary>
internal static class ReplyPeriod
{
    /// <summary>Null where the unit's period has not begun.</summary>
    /// <param name="periods">Of the unit, in the order they began.</param>
    /// <param name="first">Its first reply.</param>
    public static ItemFacts.Period? Of(IEnumerable<ItemFacts.Period> periods, ItemFacts.Reply? first) =>
        periods.LastOrDefault(p => first is null || string.CompareOrdinal(p.Id, first.Id) < 0);

    /// <summary>原定期限: its last day without extensions.</summary>
    public static DateOnly? OriginalDue(ItemFacts.Period? period, WorkingDayCalendar calendar) =>
        period?.Extended is { } clock ? Proposals.OriginalDue.Of(Explanation.Parse(clock), calendar) : period?.Due;
}
