using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Notices.Import;

/// <summary>导入来文: keeps the source and what was recognised as proposals. Nothing becomes work yet.</summary>
/// <param name="Notice">The document; the case id is filled in by the step.</param>
/// <param name="Proposals">What was recognised, in the order of the source.</param>
/// <param name="TakeUndoubted">Accept at once what is beyond doubt; the rest stays pending.</param>
public sealed record ImportNotice(NoticeRow Notice, IReadOnlyList<Proposed> Proposals, bool TakeUndoubted)
    : ActionCommand(Actions.Import)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (step.Actor.Unit is { } unit)
            step.HandToOffice(unit);
        await step.Session.Insert("notice", Notice with { CaseId = step.CaseId });
        var taken = 0;
        foreach (var (proposal, index) in Proposals.Select((p, i) => (p, i)))
        {
            var accept = TakeUndoubted && proposal.Doubt is null;
            taken += accept ? 1 : 0;
            await step.Session.Insert("proposal", Row(step, proposal, index + 1, accept));
        }
        step.Say(
            $"导入“{Notice.FileName}”，识别 {Proposals.Count} 项，其中 {taken} 项无疑义已采纳",
            new { Notice.Title, Notice.DocumentNumber }
        );
    }

    private static ProposalRow Row(Step step, Proposed p, int position, bool accept) =>
        new()
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Position = position,
            Kind = p.Kind,
            Label = p.Label,
            SourceLine = p.Line,
            SourceText = p.SourceText,
            Value = p.Value,
            Original = p.Value,
            Doubt = p.Doubt,
            State = accept ? ProposalState.Accepted : ProposalState.Pending,
            DecidedBy = accept ? step.Actor.Name : null,
            DecidedAt = accept ? step.Now : null,
        };
}
