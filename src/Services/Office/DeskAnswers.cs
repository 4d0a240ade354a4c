using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;

namespace JointMeeting.Services.Office;

/// <summary>
/// Takes answers from desks through the same command as the portal. Whether it is taken or turned away is decided
/// once: both carry the same effect key, so a repeat can never turn one into the other.
/// </summary>
internal sealed class DeskAnswers(Steps steps)
{
    /// <summary>Takes the answer, or sends it back with the reason.</summary>
    public async Task Take(AnswerGiven given)
    {
        var once = $"answer:{given.AskId}:{given.AnswerId}";
        try
        {
            var person = await Answerer(given);
            await steps.Act(person, given.CaseId, new AnswerAsk(given.AskId, Draft(given)), once);
        }
        catch (Refusal refusal)
        {
            var away = new TurnAnswerAway(given.AskId, given.AnswerId, given.Unit, refusal.Why);
            await steps.Act(Person.System, given.CaseId, away, once);
        }
    }

    private async Task<Person> Answerer(AnswerGiven given)
    {
        await using var session = await steps.Database.Read();
        // Desks make their ids in time order, so a greater one was given later.
        const string newer = "select count(*) from inbox where effect like @all and effect > @this";
        var effect = $"form:answer:{given.AskId}:";
        if (await session.Scalar<long>(newer, new { all = effect + "%", @this = effect + given.AnswerId }) > 0)
            throw new Refusal("本单位之后的答复已先到达，以后一次答复为准，本次未采用。");
        var account = await session.One<AccountRow>(
            "select * from account where id = @Account and unit = @Unit and disabled_at is null",
            new { given.Account, given.Unit }
        );
        return account?.AsPerson()
            ?? throw new Refusal("答复人的账号不存在、已停用或不属于本单位，请由本单位有效账号重新答复。");
    }

    private static AnswerDraft Draft(AnswerGiven given) =>
        new(given.Value, given.Text, given.Basis, given.PersonName, given.PersonPost, given.TakesBack);
}
