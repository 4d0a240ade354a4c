using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Answering;

/// <summary>送达: the unit's desk has the request. The first time counts.</summary>
public sealed record MarkDelivered(string AskId) : Command
{
    /// <inheritdoc />
    public override string Name => "delivered";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToFireTimer();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ask =
            step.File.Asks.FirstOrDefault(a => a.Id == AskId) ?? throw new Refusal("该请办不存在或不属于本事项。");
        await step.Session.Execute(
            "update ask set delivered_at = @at where id = @AskId and delivered_at is null",
            new { AskId, at = Moment.Text(step.Now) }
        );
        var unit = await step.UnitName(ask.Unit);
        step.Say($"{unit}已送达（{Vocabulary.Named(ask.Vocabulary).Label}）", new { ask = AskId });
    }
}
