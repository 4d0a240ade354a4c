using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>送审: the class of the whole follows from the parts; another one needs a reason.</summary>
/// <param name="ClassCode">The class of the whole; null to take the derived one.</param>
/// <param name="Draft">What stands in the form and is saved first; null where the draft is saved.</param>
public sealed record SubmitReply(
    CaseKind Kind,
    string? ClassCode = null,
    string? Reason = null,
    SaveReply? Draft = null
) : ActionCommand(ProposalActions.SubmitReply.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Draft is not null)
            await Draft.Apply(step);
        await ReplyIsComplete.Check(step);
        var item = step.Item();
        var scheme = ClassScheme.Named(item.Scheme);
        var parts = await ReplyIsComplete.Parts(step);
        var classes = parts.Select(p => p.Class).OfType<string?>().Where(c => c is not null).ToList();
        var derived = scheme.Overall(classes).Code;
        var chosen = ClassCode ?? derived;
        if (scheme.RefusalOfOverride(classes, chosen, Reason) is { } why)
            throw new Refusal(why);
        await step.Change(
            item with
            {
                ClassCode = chosen,
                ClassReason = chosen == derived ? null : Reason!.Trim(),
                LastText = parts[0].Clause.Version,
            }
        );
        var late = step.File.AsksOf(ItemVocabulary.CoOpinion).Where(a => a.State == AskState.Open).ToList();
        await Settling.Withdraw(step, late);
        var ask = step.File.Asks.Last(a =>
            a.Vocabulary == ItemVocabulary.Handle.Id
            && a.State == AskState.Open
            && a.DelegatedFrom is null
            && a.Unit == step.Actor.Unit
        );
        var moot = await Moot.EndRequests(step, ItemVocabulary.ExtensionRuling);
        await Settling.Take(step, ask, new AnswerDraft("submit"), null);
        step.Say(
            $"答复稿送审，{chosen} 类{(chosen == derived ? "" : $"（逐条推算为 {derived}，理由：{Reason!.Trim()}）")}"
                + (late.Count == 0 ? "" : $"；{late.Count} 个协办单位逾期未反馈")
                + moot,
            new
            {
                chosen,
                derived,
                late = late.Select(a => a.Unit),
            }
        );
    }
}
