using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Workflows.Meetings.Reschedule;

/// <summary>
/// 改期: another time or place. Once the notice is out a new time asks every unit again, in a round of its own; the
/// receipts given for the old time stay on record. A new place alone is only told.
/// </summary>
/// <param name="StartsAt">When, Asia/Shanghai.</param>
/// <param name="Place">Where.</param>
/// <param name="Why">Needed once the notice is out.</param>
public sealed record RescheduleMeeting(DateTimeOffset StartsAt, string Place, string? Why)
    : ActionCommand(Actions.RescheduleMeeting)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var before = await step.Meeting();
        var (place, sameTime) = (Place.Trim(), StartsAt == before.StartsAt);
        if (place.Length == 0)
            throw new Refusal("请填写会议地点。");
        if (sameTime && place == before.Place)
            throw new Refusal("时间和地点都没有改动。");
        if (!sameTime && StartsAt <= step.Now)
            throw new Refusal("会议时间已过，请填写将来的时间。");
        await step.Session.Execute(
            "update meeting set starts_at = @at, place = @place where case_id = @CaseId",
            new
            {
                step.CaseId,
                place,
                at = Moment.Text(StartsAt),
            }
        );
        if (step.File.OpenVisit("notified") is not null)
            await Tell(step, before with { StartsAt = StartsAt, Place = place }, sameTime);
        step.Say(
            $"{(sameTime ? "更改会议地点" : "会议改期")}：{Words(before)}改为{Words(before with { StartsAt = StartsAt, Place = place })}"
                + (string.IsNullOrWhiteSpace(Why) ? "" : $"（{Why.Trim()}）"),
            new
            {
                before.StartsAt,
                before.Place,
                to = StartsAt,
                at = place,
            }
        );
    }

    private async Task Tell(Step step, MeetingRow now, bool sameTime)
    {
        RunningRound.NeedsReason(Why ?? "");
        if (!sameTime)
        {
            NoticeInTime.Check(step, now);
            await step.Anew("notified");
            return;
        }
        foreach (var ask in step.File.Round(step.File.OpenVisit("notified")!.Id, Vocabulary.Receipt.Id))
            step.Send(
                ask.Unit,
                nameof(AskReminded),
                new AskReminded(step.CaseId, ask.Id, "Remind", $"会议地点改为{now.Place}（{Why!.Trim()}）")
            );
    }

    private static string Words(MeetingRow meeting) =>
        $"{Moment.InChina(meeting.StartsAt):yyyy-MM-dd HH:mm} {meeting.Place}";
}
