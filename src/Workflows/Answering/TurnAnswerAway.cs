using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Answering;

/// <summary>The desk is told that the office did not take its answer, and why.</summary>
public sealed record AnswerRefused(string CaseId, string AskId, string AnswerId, string Why);

/// <summary>An answer from a desk that may not or cannot be taken goes back with the reason; nothing is lost silently.</summary>
/// <param name="AskId">What it answered.</param>
/// <param name="AnswerId">The desk's id of the answer.</param>
/// <param name="Desk">The unit whose desk sent it.</param>
/// <param name="Why">The refusal's words.</param>
public sealed record TurnAnswerAway(string AskId, string AnswerId, string Desk, string Why) : Command
{
    /// <inheritdoc />
    public override string Name => "turnAnswerAway";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToFireTimer();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        step.Send(Desk, nameof(AnswerRefused), new AnswerRefused(step.CaseId, AskId, AnswerId, Why));
        step.Say($"{await step.UnitName(Desk)}的答复未被接受：{Why}", new { ask = AskId, answer = AnswerId });
    }
}
