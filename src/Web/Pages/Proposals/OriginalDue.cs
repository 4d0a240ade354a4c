using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>原定期限: the day a reply was due before anything was extended; what stood still is still given back.</summary>
public static class OriginalDue
{
    /// <summary>Of a clock as stored.</summary>
    public static DateOnly Of(Explanation clock, WorkingDayCalendar calendar) =>
        Clock.Explain([.. clock.Events.Where(e => e is not (Extended or Revoked))], clock.Rule, calendar).Date;
}
