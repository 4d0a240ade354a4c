using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Answering;

/// <summary>签收: a person of the asked unit has opened the request. The first time counts; later ones are refused.</summary>
public sealed record MarkSeen(string AskId) : Command
{
    /// <inheritdoc />
    public override string Name => "seen";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToAnswer(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ask = step.File.Asks.First(a => a.Id == AskId);
        var at = Moment.Text(step.Now);
        var changed = await step.Session.Execute(
            "update ask set seen_at = @at where id = @AskId and seen_at is null",
            new { AskId, at }
        );
        if (changed != 1)
            throw new Domain.Refusal("本单位已经签收，可以直接办理。");
        step.Say(
            $"{await step.UnitName(ask.Unit)}已签收（{Vocabulary.Named(ask.Vocabulary).Label}）",
            new { ask = AskId }
        );
    }
}
