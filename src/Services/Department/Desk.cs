using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Bus;
using JointMeeting.Services.Contracts;
using JointMeeting.Services.Contracts.V1;

namespace JointMeeting.Services.Department;

/// <summary>
/// 部门端: one unit's desk with a database of its own. It keeps the asks and texts sent to the unit and sends answers;
/// the office's case is the only truth.
/// </summary>
public sealed class Desk
{
    private readonly TimeProvider _time;
    private volatile TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Desk(string unit, Database database, TimeProvider time) => (Unit, Database, _time) = (unit, database, time);

    /// <summary>The unit.</summary>
    public string Unit { get; }

    internal Database Database { get; }

    /// <summary>The desk of that unit; its database is made or brought up to date.</summary>
    public static async Task<Desk> Open(string unit, string connectionString, TimeProvider time)
    {
        var database = new Database(connectionString);
        await Migrator.Migrate(database, time, "desk");
        var desk = new Desk(unit, database, time);
        desk.Wake();
        return desk;
    }

    /// <summary>
    /// Takes a message from the office. It is applied only when the one before it was, else held until that arrives;
    /// a repeat at any age does nothing.
    /// </summary>
    public async Task Receive(IOrdered message)
    {
        await using var session = await Database.Write();
        var applied = await session.LastApplied(message.CaseId);
        if (message.Seq <= applied)
            return;
        await session.Hold(Envelope.Held(message));
        for (; await session.HeldAfter(message.CaseId, applied) is { } next; applied = next.Seq)
        {
            await Applying.Apply(session, Envelope.Contract(next), _time.GetUtcNow());
            await session.MarkApplied(next.CaseId, next.Seq);
            await session.Release(next.CaseId, next.Seq);
        }
        await session.Commit();
        Wake();
    }

    /// <summary>
    /// Answers an ask: kept and queued for the office in one transaction. The office has the last word; where it does
    /// not take the answer, the reason comes back.
    /// </summary>
    /// <param name="askId">The ask.</param>
    /// <param name="draft">The answer.</param>
    /// <param name="person">Someone of the unit.</param>
    /// <param name="once">Id of the form handed in: the same form a second time does nothing.</param>
    /// <returns>Id of the answer, or null where the form had been handed in before.</returns>
    /// <exception cref="Refusal">The desk can tell that the answer cannot be taken; nothing was sent.</exception>
    public async Task<string?> Answer(string askId, AnswerDraft draft, Person person, string? once = null)
    {
        var now = _time.GetUtcNow();
        await using var session = await Database.Write();
        if (once is not null && !await session.FirstTime($"form:{once}", now))
            return null;
        var ask = await session.One<DeskAskRow>("select * from desk_ask where id = @askId", new { askId });
        if (Refused(ask, draft, person) is { } why)
            throw new Refusal(why);
        var id = await Answering.Send(session, ask!, draft, person, now);
        await session.Commit();
        Wake();
        return id;
    }

    /// <summary>
    /// Sends the unit's reply to a suggestion or proposal, whole: kept and queued for the office in one transaction. Only
    /// the unit that was asked to reply can; a co-handler's desk never was.
    /// </summary>
    /// <returns>Id of the reply, or null where the form had been handed in before.</returns>
    /// <exception cref="Refusal">The desk can tell that it cannot be taken; nothing was sent.</exception>
    public async Task<string?> Reply(string askId, DeskReply reply, Person person, string? once = null)
    {
        var now = _time.GetUtcNow();
        await using var session = await Database.Write();
        if (once is not null && !await session.FirstTime($"form:{once}", now))
            return null;
        var ask = await session.One<DeskAskRow>("select * from desk_ask where id = @askId", new { askId });
        if (ask is not null && ask.Vocabulary != Domain.Proposals.ItemVocabulary.Handle.Id)
            throw new Refusal("该请办不是办理答复；协办（会办）单位不直接答复，请提出协办意见。");
        if (Refused(ask, new AnswerDraft("submit", reply.Text), person) is { } why)
            throw new Refusal(why);
        var id = await Answering.Send(session, ask!, reply, person, now);
        await session.Commit();
        Wake();
        return id;
    }

    /// <summary>The suggestions and proposals given to the unit, the newest first.</summary>
    public async Task<IReadOnlyList<DeskItemRow>> Items()
    {
        await using var session = await Database.Read();
        return await session.Query<DeskItemRow>("select * from desk_item order by assigned_on desc, case_id desc");
    }

    /// <summary>Every ask the desk has, the newest first.</summary>
    public async Task<IReadOnlyList<DeskAskRow>> Asks()
    {
        await using var session = await Database.Read();
        return await session.Query<DeskAskRow>("select * from desk_ask order by received_at desc, id desc");
    }

    /// <summary>The answers the desk gave to an ask, in order.</summary>
    public async Task<IReadOnlyList<DeskAnswerRow>> Answers(string askId)
    {
        await using var session = await Database.Read();
        return await session.Query<DeskAnswerRow>(
            "select * from desk_answer where ask_id = @askId order by id",
            new { askId }
        );
    }

    /// <summary>What the office told about a case, in order.</summary>
    public async Task<IReadOnlyList<DeskNoteRow>> Notes(string caseId)
    {
        await using var session = await Database.Read();
        return await session.Query<DeskNoteRow>(
            "select * from desk_note where case_id = @caseId order by seq",
            new { caseId }
        );
    }

    /// <summary>Waits until something was written that may have to be sent; for one sender only.</summary>
    internal async Task Written(TimeSpan most, CancellationToken stop)
    {
        await Task.WhenAny(_written.Task, Task.Delay(most, stop));
        stop.ThrowIfCancellationRequested();
        // Before the outbox is read: what is written after this line wakes again.
        _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private string? Refused(DeskAskRow? ask, AnswerDraft draft, Person person) =>
        ask is null ? "本单位没有收到该请办，请刷新列表。"
        : person.Unit != Unit ? "您不是本单位人员，不能在本单位答复。"
        : ask.State == AskState.Withdrawn ? "该请办已撤回。"
        : ask.State == AskState.Delegated ? "已委托其他单位先行办理，办理后将返回；也可以收回委托。"
        : ask.State == AskState.Replaced ? "该请办已转出，请到新的请办中办理。"
        : AnswerMustBeComplete.WhatIsMissing(Vocabulary.Named(ask.Vocabulary), draft);

    private void Wake() => _written.TrySetResult();
}
