using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Supervision.Reassign;

/// <summary>维持分工: the office upholds the assignment against a unit's objection, with the reason on record.</summary>
public sealed record KeepAssignment(string Why) : ActionCommand(Actions.Reassign)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写维持分工的理由。");
        var visit = step.File.OpenVisit("assigned")!;
        var disputed = step
            .File.Round(visit.Id, Vocabulary.SignFor.Id)
            .Any(a => step.File.EffectOf(a) == AnswerEffect.Objects);
        if (!disputed)
            throw new Refusal("没有单位对分工提出异议，等待签收即可。");
        await step.Complete("assigned", "kept");
        step.Say($"维持分工：{Why.Trim()}");
    }
}
