using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Meetings;

namespace JointMeeting.Workflows.Plans.Deliberate;

/// <summary>
/// 登记审议结果: which body deliberated and when, linked to the meeting's topic where it was one of this joint meeting.
/// Approved, the plan goes to the heads of all joint organs.
/// </summary>
/// <param name="Body">审议机构: 局务会, 政府常务会议, 联席会议全体会议; null where none is needed.</param>
/// <param name="On">The day.</param>
/// <param name="Meeting">The meeting in this system, or null.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Text">What was decided; why no deliberation is needed.</param>
public sealed record RecordDeliberation(string? Body, DateOnly? On, string? Meeting, string? Topic, string Text)
    : ActionCommand(Actions.RecordDeliberation)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new Refusal("请填写审议结论；不需要审议的，请填写理由。");
        await PlanFile.RefuseWhileDisagreed(step, "送签发");
        var needed = !string.IsNullOrWhiteSpace(Body);
        if (needed && (On is null || On > step.Today))
            throw new Refusal("请填写审议日期，且不能晚于今天。");
        await CheckMeeting(step);
        await step.Session.Execute(
            """
            update plan set deliberated_by = @body, deliberated_on = @on, meeting = @Meeting, topic = @Topic
             where case_id = @CaseId
            """,
            new
            {
                step.CaseId,
                body = needed ? Body!.Trim() : null,
                on = needed && On is { } day ? Moment.Text(day) : null,
                Meeting,
                Topic,
            }
        );
        await step.Complete("deliberating", needed ? "approved" : "notNeeded");
        step.Say(
            needed ? $"{Body!.Trim()}审议通过（{On:yyyy-MM-dd}）：{Text.Trim()}" : $"不需要审议：{Text.Trim()}",
            new { Meeting, Topic }
        );
    }

    private async Task CheckMeeting(Step step)
    {
        if (Meeting is null)
            return;
        var plan = (await step.Session.Plan(step.CaseId))!;
        var meeting = await step.Session.One<MeetingRow>(
            "select * from meeting where case_id = @Meeting",
            new { Meeting }
        );
        if (meeting?.Mechanism != plan.Mechanism)
            throw new Refusal("所选会议不是本联席会议的会议，请重新选择。");
        if (Topic is not null && !meeting.Agenda.Split('\n').Any(t => t.Trim() == Topic.Trim()))
            throw new Refusal("所选议题不在该会议的议程中，请重新选择。");
    }
}
