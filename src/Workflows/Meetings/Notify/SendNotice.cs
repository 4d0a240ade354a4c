using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Meetings.Notify;

/// <summary>发出会议通知: every member unit is asked for its receipt.</summary>
/// <param name="UrgentReason">
/// Needed where fewer workdays are left than the rule asks; at least one workday must be left in any case.
/// </param>
public sealed record SendNotice(string? UrgentReason) : ActionCommand(Actions.SendNotice)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var meeting = await step.Meeting();
        NoticeInTime.Check(step, meeting);
        var urgent = NoticeInTime.IsLate(step, meeting, "notice");
        if (urgent && string.IsNullOrWhiteSpace(UrgentReason))
            throw new Refusal("距会议不足 5 个工作日，须填写紧急通知的理由。");
        await step.Session.Execute(
            "update meeting set notice_text = @reason where case_id = @CaseId",
            new { step.CaseId, reason = urgent ? UrgentReason!.Trim() : null }
        );
        await step.Complete("draft", "notified");
        var units = step.File.Asks.Count;
        step.Say(
            urgent ? $"向 {units} 个单位发出紧急会议通知（{UrgentReason!.Trim()}）" : $"向 {units} 个单位发出会议通知",
            new { meeting.StartsAt, meeting.Place }
        );
    }
}

/// <summary>How long before a meeting its notice must be out (rules <c>notice</c> and <c>noticeUrgent</c> of the rule set, with their source there).</summary>
internal static class NoticeInTime
{
    /// <exception cref="Refusal">Less than one workday is left.</exception>
    public static void Check(Step step, MeetingRow meeting)
    {
        if (IsLate(step, meeting, "noticeUrgent"))
            throw new Refusal("会议通知至少须提前 1 个工作日发出。请另定时间。");
    }

    /// <summary>The last day that the rule leaves has passed.</summary>
    public static bool IsLate(Step step, MeetingRow meeting, string rule)
    {
        var last = Clock.Explain(
            [new Started(Moment.DayInChina(meeting.StartsAt))],
            RuleSet.Meeting.Rule(rule, step.Today)!,
            step.Calendar
        );
        return step.Today > last.Date;
    }
}
