using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Contracts;
using JointMeeting.Services.Contracts.V1;

namespace JointMeeting.Services.Department;

/// <summary>What a desk queues for the office, in the transaction that keeps it.</summary>
internal static class Answering
{
    /// <summary>Keeps an answer and queues it; returns its id.</summary>
    public static async Task<string> Send(
        Session session,
        DeskAskRow ask,
        AnswerDraft draft,
        Person person,
        DateTimeOffset now
    )
    {
        var answer = await Keep(session, ask, draft, person, now);
        await Queue(session, Given(ask, answer, person), now);
        return answer.Id;
    }

    /// <summary>Keeps a reply and queues it; returns its id.</summary>
    public static async Task<string> Send(
        Session session,
        DeskAskRow ask,
        DeskReply reply,
        Person person,
        DateTimeOffset now
    )
    {
        var answer = await Keep(session, ask, new AnswerDraft("submit", reply.Text), person, now);
        var drafted = new ReplyDrafted(
            ask.CaseId,
            0,
            0,
            ask.Id,
            answer.Id,
            person.Unit!,
            person.Id,
            reply.Parts,
            reply.ClassCode,
            reply.Reason,
            now
        );
        await Queue(session, drafted, now);
        return answer.Id;
    }

    /// <summary>Queues a message to the office after those queued before about the same case.</summary>
    public static async Task Queue(Session session, IOrdered message, DateTimeOffset now)
    {
        var previous = await session.LastTo(DeskSettings.Office, message.CaseId);
        await session.Insert(
            "outbox",
            new OutboxRow
            {
                Id = Ids.New(now),
                CaseId = message.CaseId,
                Seq = previous + 1,
                Previous = previous,
                Destination = DeskSettings.Office,
                Kind = message.GetType().Name,
                Payload = Envelope.Payload(message),
                CreatedAt = now,
            }
        );
    }

    private static async Task<DeskAnswerRow> Keep(
        Session session,
        DeskAskRow ask,
        AnswerDraft draft,
        Person person,
        DateTimeOffset now
    )
    {
        var answer = new DeskAnswerRow
        {
            Id = Ids.New(now),
            AskId = ask.Id,
            Value = draft.Value,
            Text = draft.Text,
            Basis = draft.Basis,
            PersonName = draft.PersonName,
            PersonPost = draft.PersonPost,
            TakesBack = draft.TakesBack,
            ByAccount = person.Id,
            ByName = person.Name,
            At = now,
        };
        await session.Insert("desk_answer", answer);
        return answer;
    }

    private static AnswerGiven Given(DeskAskRow ask, DeskAnswerRow answer, Person person) =>
        new(
            ask.CaseId,
            0,
            0,
            ask.Id,
            answer.Id,
            person.Unit!,
            person.Id,
            answer.Value,
            answer.Text,
            answer.Basis,
            answer.PersonName,
            answer.PersonPost,
            answer.TakesBack,
            answer.At
        );
}
