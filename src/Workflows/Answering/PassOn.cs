using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.House.InnerChains;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// 转办: who holds a station of the unit's own chain gives it to a colleague, who acts in his own right; it does not come
/// back. Outside the unit nothing of it is seen.
/// </summary>
public sealed record PassOn(string AskId, string Account, string Why) : Command
{
    /// <inheritdoc />
    public override string Name => "passOn";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToPassOn(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        await OwnPeople.RefuseOthers(step, [Account]);
        var ask = step.File.Asks.First(a => a.Id == AskId);
        var holder = step.File.Acting[AskId].Holder;
        if (Account == holder)
            throw new Refusal("该同志正在办理，请选择其他同志。");
        await step.Session.Execute("update ask set holder = @Account where id = @AskId", new { Account, AskId });
        step.File.Asks[step.File.Asks.IndexOf(ask)] = ask with { Holder = Account };
        step.OnBehalfOf = holder == step.Actor.Id ? null : holder;
        step.Say(
            $"{await step.UnitName(ask.Unit)}正在内部办理",
            new
            {
                ask = AskId,
                from = holder,
                to = Account,
                Why,
            }
        );
    }
}
