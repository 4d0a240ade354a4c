using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Outbox;

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
    /// <summary>What is left behind where an answer was turned away, so that it stands for nothing.</summary>
    public static string Effect(string askId, string answerId) => $"away:{askId}:{answerId}";

    /// <inheritdoc />
    public override string Name => "turnAnswerAway";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToFireTimer();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await step.Session.FirstTime(Effect(AskId, AnswerId), step.Now);
        // A message may say anything of itself; to a unit that is none there is no way.
        if (await step.Session.Scalar<long>("select count(*) from unit where id = @Desk", new { Desk }) == 1)
            step.Send(Desk, nameof(AnswerRefused), new AnswerRefused(step.CaseId, AskId, AnswerId, Why));
        step.Say($"{await step.UnitName(Desk)}的答复未被接受：{Why}", new { ask = AskId, answer = AnswerId });
    }
}
