using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Contracts;
using JointMeeting.Services.Contracts.V1;

namespace JointMeeting.Services.Department;

/// <summary>What each message of the office does to a desk.</summary>
internal static class Applying
{
    public static Task Apply(Session session, IOrdered message, DateTimeOffset now) =>
        message switch
        {
            AskOpened opened => Open(session, opened, now),
            AskSettled settled => session.Settle(settled.AskId, Enum.Parse<AskState>(settled.State)),
            AskReminded reminded => Note(session, message, reminded.AskId, reminded.Text, now),
            TextChanged changed => Note(
                session,
                message,
                null,
                $"{changed.CaseTitle}：{changed.Subject}已有第 {changed.Version} 稿，涉及本单位的条款未变，原签署沿用。",
                now
            ),
            DueChanged changed => Move(session, changed, now),
            CopySent copy => Note(session, message, null, $"传阅：{copy.CaseTitle}（{copy.Text}）", now),
            AnswerRefused refused => Refuse(session, refused, now),
            ItemAssigned assigned => Keep(session, assigned),
            _ => throw new InvalidOperationException($"A desk does not know {message.GetType().Name}."),
        };

    private static async Task Open(Session session, AskOpened opened, DateTimeOffset now)
    {
        await session.Insert(
            "desk_ask",
            new DeskAskRow
            {
                Id = opened.AskId,
                CaseId = opened.CaseId,
                CaseTitle = opened.CaseTitle,
                Subject = opened.Subject,
                Vocabulary = opened.Vocabulary,
                Due = opened.Due,
                Text = opened.Text,
                ReceivedAt = now,
                State = AskState.Open,
            }
        );
        await Answering.Queue(session, new AskDelivered(opened.CaseId, 0, 0, opened.AskId), now);
    }

    private static Task Keep(Session session, ItemAssigned assigned) =>
        session.KeepItem(
            new DeskItemRow
            {
                CaseId = assigned.CaseId,
                Kind = assigned.Kind,
                SessionName = assigned.SessionName,
                Number = assigned.Number,
                Title = assigned.Title,
                Text = assigned.Text,
                Duty = assigned.Duty,
                Signers = string.Join("、", assigned.Signers),
                AssignedOn = assigned.AssignedOn,
                FixedOn = assigned.FixedOn,
            }
        );

    private static async Task Move(Session session, DueChanged changed, DateTimeOffset now)
    {
        await session.Move(changed.AskId, changed.Due);
        var day = changed.Due is { } due ? $"期限改为 {due:yyyy-MM-dd}" : "暂停计时";
        await Note(session, changed, changed.AskId, $"{day}：{changed.Text}", now);
    }

    private static async Task Refuse(Session session, AnswerRefused refused, DateTimeOffset now)
    {
        await session.Refuse(refused.AnswerId, refused.Why);
        await Note(session, refused, refused.AskId, $"答复未被接受：{refused.Why}", now);
    }

    private static Task Note(Session session, IOrdered message, string? ask, string text, DateTimeOffset now) =>
        session.Insert(
            "desk_note",
            new DeskNoteRow
            {
                CaseId = message.CaseId,
                Seq = message.Seq,
                AskId = ask,
                Kind = message.GetType().Name,
                Text = text,
                At = now,
            }
        );
}
