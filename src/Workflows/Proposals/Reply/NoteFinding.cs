using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>What the drafter noted on an earlier word on the matter.</summary>
public sealed record FindingNoteRow
{
    public required string CaseId { get; init; }

    /// <summary>Key of the finding.</summary>
    public required string Finding { get; init; }
    public required string Note { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>口径核对: the draft agrees with an earlier word, or says why not; the leader is no longer asked to look.</summary>
/// <param name="Finding">Key of the finding.</param>
/// <param name="Title">What it is about, for the timeline.</param>
public sealed record NoteFinding(CaseKind Kind, string Finding, string Title, string Note)
    : ActionCommand(ProposalActions.NoteFinding.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Note))
            throw new Refusal("请填写核对结果：口径一致，或有何变化、为什么。");
        await step.Session.Execute(
            "delete from finding_note where case_id = @CaseId and finding = @Finding",
            new { step.CaseId, Finding }
        );
        await step.Session.Insert(
            "finding_note",
            new FindingNoteRow
            {
                CaseId = step.CaseId,
                Finding = Finding,
                Note = Note.Trim(),
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
        step.Say($"口径核对（{Title.Trim()}）：{Note.Trim()}");
    }
}
