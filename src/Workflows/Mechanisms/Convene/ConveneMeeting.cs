using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Meetings;

namespace JointMeeting.Workflows.Mechanisms.Convene;

/// <summary>发起会议: opens a meeting in preparation (筹备); nobody is told yet.</summary>
/// <param name="Kind">Kind of meeting.</param>
/// <param name="Subject">For example 第一次全体会议.</param>
/// <param name="StartsAt">When, Asia/Shanghai.</param>
/// <param name="Place">Where.</param>
/// <param name="Agenda">One topic a line.</param>
public sealed record ConveneMeeting(
    MeetingKind Kind,
    string Subject,
    DateTimeOffset StartsAt,
    string Place,
    string Agenda
) : ActionCommand(Actions.Convene)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Subject))
            throw new Refusal("请填写会议名称。");
        if (string.IsNullOrWhiteSpace(Place))
            throw new Refusal("请填写会议地点。");
        if (StartsAt <= step.Now)
            throw new Refusal("会议时间已过，请填写将来的时间。");
        var title = $"{step.File.Row.Title}{Subject.Trim()}";
        await step.Open(
            CaseKind.Meeting,
            title,
            blocksParent: true,
            async meeting =>
            {
                await meeting.Session.Insert("meeting", Row(meeting.CaseId, step.CaseId));
                meeting.Say($"筹备{MeetingKinds.Rule(Kind).Label}“{Subject.Trim()}”", new { StartsAt, Place });
            }
        );
        step.Say($"发起{MeetingKinds.Rule(Kind).Label}“{Subject.Trim()}”");
    }

    private MeetingRow Row(string id, string mechanism) =>
        new()
        {
            CaseId = id,
            Mechanism = mechanism,
            Kind = Kind,
            Subject = Subject.Trim(),
            StartsAt = StartsAt,
            Place = Place.Trim(),
            Agenda = Agenda.Trim(),
        };
}
