using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Proposals;

/// <summary>申请退回改办: a unit that is not competent says so in time, with the reason and who is.</summary>
public static class ReturnWindow
{
    /// <summary>
    /// Why the request cannot be taken, or null. It names the reason and another unit, is signed by a head, and comes
    /// within the window; late ones are not adjusted (逾期不作调整).
    /// </summary>
    /// <param name="last">The last day of the window; null where the rule set has none.</param>
    public static string? Refusal(string? reason, string? proposedUnit, string? head, DateOnly today, DateOnly? last) =>
        string.IsNullOrWhiteSpace(reason) ? "申请退回须写明理由(职责依据)。"
        : string.IsNullOrWhiteSpace(proposedUnit) ? "申请退回须提出建议承办单位。"
        : string.IsNullOrWhiteSpace(head) ? "申请退回须由单位负责人签字,请填写签字人。"
        : today > last ? $"申请退回的期限为 {last:yyyy-MM-dd},已逾期,不作调整;请继续办理或与交办机关协商。"
        : null;

    /// <summary>The last day of the window by that rule set; null where it has no such rule.</summary>
    public static DateOnly? Last(RuleSet rules, DateOnly received, WorkingDayCalendar calendar) =>
        rules.Rule("returnDays", received) is { } rule
            ? Clock.Explain([new Started(received)], rule, calendar).Date
            : null;
}
