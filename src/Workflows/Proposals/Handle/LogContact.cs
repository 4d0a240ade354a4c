using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Workflows.Proposals.Handle;

/// <summary>登记联系 with the signers. One visit or study may serve several items: the same id is logged on each.</summary>
/// <param name="ContactId">Id of the contact, made by the form; the same for every item it serves.</param>
public sealed record LogContact(
    CaseKind CaseKind,
    string ContactId,
    ContactKind Kind,
    DateOnly On,
    string People,
    string Note
) : ActionCommand(ProposalActions.LogContact.For(CaseKind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (On > step.Today)
            throw new Refusal("联系日期不能晚于今天。");
        if (string.IsNullOrWhiteSpace(People))
            throw new Refusal("请填写联系了谁（代表、委员姓名）。");
        const string there = "select count(*) from contact where id = @ContactId";
        if (await step.Session.Scalar<long>(there, new { ContactId }) == 0)
            await step.Session.Insert(
                "contact",
                new ContactRow
                {
                    Id = ContactId,
                    Kind = Kind,
                    OnDay = On,
                    Unit = step.Actor.Unit!,
                    People = People.Trim(),
                    Note = Note.Trim(),
                    ByName = step.Actor.Name,
                    At = step.Now,
                }
            );
        var linked = await step.Session.Execute(
            Dialect.InsertIfAbsent("insert into contact_item (contact, case_id) values (@ContactId, @CaseId)"),
            new { ContactId, step.CaseId }
        );
        if (linked == 0)
            throw new Refusal("这次联系已经登记在本件上。");
        step.Say(
            $"{await step.UnitName(step.Actor.Unit!)}{ContactKinds.Label(Kind)}：{People.Trim()}（{On:yyyy-MM-dd}）"
        );
    }
}

/// <summary>退回协办意见 that says nothing: the co-handler is asked again, with the shorter clock.</summary>
public sealed record SendBackOpinion(CaseKind Kind, string AskId, string Why)
    : ActionCommand(ProposalActions.SendBackOpinion.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请说明要补充什么。");
        var ask = step.File.AsksOf(ItemVocabulary.CoOpinion).FirstOrDefault(a => a.Id == AskId);
        if (ask is not { State: AskState.Answered })
            throw new Refusal("该协办意见还没有提交，或已经退回。");
        var rule = step.Item().Rules(step.Today).Rule("coOpinionRedo", step.Today) is null
            ? "coOpinion"
            : "coOpinionRedo";
        var again = await ItemAsks.Beside(
            step,
            ItemVocabulary.CoOpinion,
            rule,
            $"请补充协办意见：{Why.Trim()}",
            new Asked(ask.Unit)
        );
        await ItemAsks.Replace(step, ask, again[0].Id);
        step.Say($"退回{await step.UnitName(ask.Unit)}的协办意见：{Why.Trim()}");
    }
}
