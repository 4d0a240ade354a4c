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
            ItemAssigned assigned => Keep(session, assigned, now),
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

    /// <summary>An item that comes again with other words was amended at the office; the unit is told.</summary>
    private static async Task Keep(Session session, ItemAssigned assigned, DateTimeOffset now)
    {
        var item = new DeskItemRow
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
        };
        var before = await session.One<DeskItemRow>(
            "select * from desk_item where case_id = @CaseId",
            new { item.CaseId }
        );
        await session.KeepItem(item);
        if (before is not null && (before.Title, before.Text, before.Signers) != (item.Title, item.Text, item.Signers))
            await Note(
                session,
                assigned,
                null,
                $"{item.Number} 号已更正登记：{item.Title}。请按更正后的内容办理。",
                now
            );
    }

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
