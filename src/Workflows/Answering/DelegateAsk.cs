using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// 委托: another unit works on it first; its answer comes back, and the unit that was asked gives its own. Its deadline
/// stays what it was.
/// </summary>
public sealed record DelegateAsk(string AskId, string Unit, string Why) : Command
{
    /// <inheritdoc />
    public override string Name => "delegate";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToDelegate(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        await Units.RefuseUnknown(step, [Unit]);
        var ask = step.File.Asks.First(a => a.Id == AskId);
        if (ask.State == AskState.Delegated)
            throw new Refusal("已经委托给其他单位。需要改变的，请先收回委托。");
        if (ask.Unit == Unit)
            throw new Refusal("不能委托给本单位。");
        if (ask.DelegatedFrom is not null)
            throw new Refusal("受委托的事项不能再转委托，请直接办理或请原单位收回。");
        var handed = await Opening.InPlaceOf(step, ask, Unit, delegatedFrom: ask.Id);
        await Settling.Change(step, ask, AskState.Delegated);
        step.Say(
            $"{await step.UnitName(ask.Unit)}委托{await step.UnitName(Unit)}先行办理（{Why.Trim()}）",
            new { from = ask.Id, to = handed.Id }
        );
    }
}

/// <summary>收回委托: the unit works on it itself.</summary>
public sealed record CallBack(string AskId) : Command
{
    /// <inheritdoc />
    public override string Name => "callBack";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToDelegate(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ask = step.File.Asks.First(a => a.Id == AskId);
        if (ask.State != AskState.Delegated)
            throw new Refusal("该请办没有委托给其他单位。");
        await Settling.Withdraw(step, [.. step.File.Asks.Where(a => a.DelegatedFrom == ask.Id)]);
        await Settling.Change(step, ask, AskState.Open);
        step.Say($"{await step.UnitName(ask.Unit)}收回委托，自行办理", new { ask = ask.Id });
    }
}
