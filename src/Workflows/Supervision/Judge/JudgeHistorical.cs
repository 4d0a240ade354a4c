using JointMeeting.Domain;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Supervision.Judge;

/// <summary>核定历史事项: a person says whether what was past at import is done or still to be done.</summary>
public sealed record JudgeHistorical(bool DoneBefore, string Basis) : ActionCommand(Actions.JudgeHistorical)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Basis))
            throw new Refusal("请填写核定依据。");
        await step.Complete("historical", DoneBefore ? "done" : "stillOpen");
        step.Say($"历史事项核定为“{(DoneBefore ? "已办结" : "仍需办理")}”：{Basis.Trim()}");
    }
}
