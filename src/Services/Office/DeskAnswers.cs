using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Services.Office;

/// <summary>
/// Takes answers and replies from desks through the same commands as the portal. Whether one is taken or turned away is
/// decided once: both carry the same effect key, so a repeat can never turn one into the other.
/// </summary>
internal sealed class DeskAnswers(Steps steps)
{
    /// <summary>Takes the answer, or sends it back with the reason.</summary>
    public Task Take(AnswerGiven given) =>
        Take(
            new Sent(given.CaseId, given.AskId, given.AnswerId, given.Unit, given.Account),
            () => Task.FromResult<Command>(new AnswerAsk(given.AskId, Draft(given)))
        );

    /// <summary>Takes the reply and sends it up, or sends it back with the reason.</summary>
    public Task Take(ReplyDrafted drafted) =>
        Take(
            new Sent(drafted.CaseId, drafted.AskId, drafted.AnswerId, drafted.Unit, drafted.Account),
            () => Submission(drafted)
        );

    private async Task Take(Sent sent, Func<Task<Command>> command)
    {
        var effect = $"form:answer:{sent.AskId}:{sent.AnswerId}";
        Person? person = null;
        Command? given = null;
        try
        {
            await RefuseOvertaken(sent);
            person = await Answerer(sent);
            given = await command();
            await steps.ActOnMessage(person, sent.CaseId, given, effect);
        }
        catch (Refusal refusal)
        {
            var away = new TurnAnswerAway(sent.AskId, sent.AnswerId, sent.Unit, refusal.Why);
            var done = await steps.ActOnMessage(Person.System, sent.CaseId, away, effect);
            if (!done.Repeated && await IsNotTheirs(sent.CaseId, person, given))
                await RefusedAttempts.Keep(
                    steps,
                    person ?? new Person(sent.Account, "部门端消息", sent.Unit, new HashSet<Role>()),
                    sent.CaseId,
                    given?.Name ?? "answer",
                    refusal.Why
                );
        }
    }

    /// <summary>
    /// A later answer is not replaced by an earlier one. One that was turned away stands for nothing: else a message that
    /// somebody made up could keep out the answers of the unit that is asked.
    /// </summary>
    private async Task RefuseOvertaken(Sent sent)
    {
        await using var session = await steps.Database.Read();
        // Desks make their ids in time order, so a greater one was given later.
        const string newer = "select effect from inbox where effect like @all and effect > @this";
        var effect = $"form:answer:{sent.AskId}:";
        var later = await session.Query<string>(newer, new { all = effect + "%", @this = effect + sent.AnswerId });
        if (later.Count == 0)
            return;
        const string turnedAway = "select effect from inbox where effect like @all";
        var away = TurnAnswerAway.Effect(sent.AskId, "");
        var stood = (await session.Query<string>(turnedAway, new { all = away + "%" })).ToHashSet(
            StringComparer.Ordinal
        );
        if (later.Any(l => !stood.Contains(away + l[effect.Length..])))
            throw new Refusal("本单位之后的答复已先到达，以后一次答复为准，本次未采用。");
    }

    private async Task<Person> Answerer(Sent sent)
    {
        await using var session = await steps.Database.Read();
        var account = await session.One<AccountRow>(
            "select * from account where id = @Account and unit = @Unit and disabled_at is null",
            new { sent.Account, sent.Unit }
        );
        return account?.AsPerson()
            ?? throw new Refusal("答复人的账号不存在、已停用或不属于本单位，请由本单位有效账号重新答复。");
    }

    /// <summary>A suggestion or proposal, and what was tried is not theirs to do: the offices see it on the item.</summary>
    private async Task<bool> IsNotTheirs(string caseId, Person? person, Command? given)
    {
        await using var session = await steps.Database.Read();
        var today = Moment.DayInChina(steps.Time.GetUtcNow());
        var file = await CaseFile.Load(session, caseId, steps.Lifecycles, today);
        return file.Item is not null
            && (person is null || given is null || given.May(Rights.For(person, file.Facts())) is Permission.Refused);
    }

    private static AnswerDraft Draft(AnswerGiven given) =>
        new(given.Value, given.Text, given.Basis, given.PersonName, given.PersonPost, given.TakesBack);

    /// <summary>A desk sends a reply whole; it follows whatever draft the unit had here, which stays as a version.</summary>
    private async Task<Command> Submission(ReplyDrafted drafted)
    {
        await using var session = await steps.Database.Read();
        var item = await session.Item(drafted.CaseId) ?? throw new Refusal("该请办不是建议、提案的答复。");
        var ask = await session.One<AskRow>(
            "select * from ask where id = @AskId and case_id = @CaseId",
            new { drafted.AskId, drafted.CaseId }
        );
        if (ask is null || ask.Unit != drafted.Unit || ask.Vocabulary != ItemVocabulary.Handle.Id)
            throw new Refusal("该请办不是本单位的办理答复；协办（会办）单位不直接答复，请提出协办意见。");
        var latest = await session.Latest(drafted.CaseId, Items.ReplyText);
        var kind = Items.CaseKindOf(item.Kind);
        var save = new SaveReply(
            kind,
            new SeenText(latest?.Id, latest is null ? null : Moment.Text(latest.MadeAt)),
            [.. drafted.Parts.Select(p => new ReplyPart(null, p.Text, p.ClassCode, p.PromisedBy))]
        );
        return new SubmitReply(kind, drafted.ClassCode, drafted.Reason, save);
    }

    /// <summary>What every message from a desk that answers an ask says of itself.</summary>
    private sealed record Sent(string CaseId, string AskId, string AnswerId, string Unit, string Account);
}
