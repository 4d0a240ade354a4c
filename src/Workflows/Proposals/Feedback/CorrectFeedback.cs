using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Feedback;

/// <summary>What had been entered before a correction; the office alone reads it, as it does the feedback itself.</summary>
public sealed record FormerFeedbackRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Reply { get; init; }
    public required string Signer { get; init; }
    public required FeedbackMode Mode { get; init; }
    public required Satisfaction Attitude { get; init; }
    public required Satisfaction Result { get; init; }
    public string? Reason { get; init; }
    public required string ByAccount { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? SecondBy { get; init; }
    public string? SecondName { get; init; }

    /// <summary>更正原因.</summary>
    public required string Why { get; init; }
    public required string CorrectedBy { get; init; }
    public required string CorrectedName { get; init; }
    public required DateTimeOffset CorrectedAt { get; init; }
}

/// <summary>
/// 更正反馈 by the office that enters it, until it is released: what was entered before is kept, and the right one is
/// entered like any other, a paper form by two people. The trail says that one was corrected, never which way: the
/// handling unit reads the trail.
/// </summary>
/// <param name="Mode">How the office knows better: from the paper form, or by a telephone call.</param>
/// <param name="Why">更正原因.</param>
public sealed record CorrectFeedback(CaseKind Kind, string Signer, FeedbackMode Mode, FeedbackFact Fact, string Why)
    : ActionCommand(ProposalActions.CorrectFeedback.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写更正原因。");
        FeedbackBook.RefuseMode(step, Mode);
        if (await FeedbackBook.Of(step, Signer) is not { } known)
            throw new Refusal("该提出人还没有登记反馈，请直接登记，不需要更正。");
        if (known.Mode == Mode && known.AsFact() == FeedbackBook.Trimmed(Fact))
            throw new Refusal("更正后的内容与已登记的相同，请核对后重新填写。");
        await step.Session.Insert("feedback_former", Former(step, known));
        await step.Session.Execute("delete from feedback where id = @Id", new { known.Id });
        await FeedbackBook.Write(step, Signer, Mode, Fact);
        step.Say(
            Mode == FeedbackMode.Form
                ? "更正已登记的反馈 1 份（待第二人复核录入，原登记留存）"
                : "更正已登记的反馈 1 份（尚未公布，原登记留存）"
        );
    }

    private FormerFeedbackRow Former(Step step, FeedbackRow known) =>
        new()
        {
            Id = known.Id,
            CaseId = known.CaseId,
            Reply = known.Reply,
            Signer = known.Signer,
            Mode = known.Mode,
            Attitude = known.Attitude,
            Result = known.Result,
            Reason = known.Reason,
            ByAccount = known.ByAccount,
            ByName = known.ByName,
            At = known.At,
            SecondBy = known.SecondBy,
            SecondName = known.SecondName,
            Why = Why.Trim(),
            CorrectedBy = step.Actor.Id,
            CorrectedName = step.Actor.Name,
            CorrectedAt = step.Now,
        };
}
