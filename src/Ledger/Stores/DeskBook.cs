using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger.Stores;

/// <summary>What a desk writes down: how far it has followed each case, what it holds back, how asks stand.</summary>
public static class DeskBook
{
    /// <summary>The seq of the last message applied about a case, or 0.</summary>
    public static async Task<int> LastApplied(this Session session, string caseId) =>
        await session.Scalar<int?>("select seq from desk_applied where case_id = @caseId", new { caseId }) ?? 0;

    /// <summary>Remembers that the message was applied.</summary>
    public static async Task MarkApplied(this Session session, string caseId, int seq)
    {
        const string update = "update desk_applied set seq = @seq where case_id = @caseId";
        if (await session.Execute(update, new { caseId, seq }) == 0)
            await session.Execute(
                "insert into desk_applied (case_id, seq) values (@caseId, @seq)",
                new { caseId, seq }
            );
    }

    /// <summary>Holds a message until the one before it arrives; held already, nothing changes.</summary>
    public static Task Hold(this Session session, DeskHeldRow held) =>
        session.Execute(
            Dialect.InsertIfAbsent(
                """
                insert into desk_held (case_id, seq, previous, kind, payload)
                values (@CaseId, @Seq, @Previous, @Kind, @Payload)
                """
            ),
            held
        );

    /// <summary>The held message that follows that one, or null.</summary>
    public static Task<DeskHeldRow?> HeldAfter(this Session session, string caseId, int seq) =>
        session.One<DeskHeldRow>(
            "select * from desk_held where case_id = @caseId and previous = @seq",
            new { caseId, seq }
        );

    /// <summary>Lets go of what was held up to that message.</summary>
    public static Task Release(this Session session, string caseId, int seq) =>
        session.Execute("delete from desk_held where case_id = @caseId and seq <= @seq", new { caseId, seq });

    /// <summary>The ask stands as the office says.</summary>
    public static Task Settle(this Session session, string askId, AskState state) =>
        session.Execute(
            "update desk_ask set state = @state where id = @askId",
            new { askId, state = state.ToString() }
        );

    /// <summary>The ask has another last day.</summary>
    public static Task Move(this Session session, string askId, DateOnly? due) =>
        session.Execute("update desk_ask set due = @due where id = @askId", new { askId, due = Rows.Stored(due) });

    /// <summary>The office did not take that answer.</summary>
    public static Task Refuse(this Session session, string answerId, string why) =>
        session.Execute("update desk_answer set refused = @why where id = @answerId", new { answerId, why });

    /// <summary>The item is given to the unit; given again after a return, the newest duty counts.</summary>
    public static async Task KeepItem(this Session session, DeskItemRow item)
    {
        await session.Execute("delete from desk_item where case_id = @CaseId", new { item.CaseId });
        await session.Insert("desk_item", item);
    }
}
