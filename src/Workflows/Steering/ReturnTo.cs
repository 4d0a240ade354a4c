using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Steering;

/// <summary>
/// 退回 to an earlier step: the open requests end with their siblings, a new round begins there, and the way back is
/// remembered. Copies (传阅) stay as they are.
/// </summary>
/// <param name="Node">Where to; the present step's definition says where it may go.</param>
public sealed record ReturnTo(string Node, string Why) : Command
{
    /// <inheritdoc />
    public override string Name => Actions.Return.Id;

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToReturn(Node);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        var from = step.File.Facts().Waiting.First(w => w.ReturnsTo!.Contains(Node));
        await step.Return(Node, from.Node);
        step.Say(
            $"由“{from.Title}”退回“{step.File.Lifecycle.Step(Node).Title}”：{Why.Trim()}",
            new { from = from.Node, to = Node }
        );
    }
}

/// <summary>跳回: what was returned for is done; straight to where the return came from, past the steps between.</summary>
public sealed record JumpBack() : ActionCommand(Actions.JumpBack)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var visit = step.File.OpenVisits.First(v => v.ComeBackTo is not null);
        await RefuseTextNobodySaw(step, visit.ComeBackTo!);
        await step.JumpBack(visit.ComeBackTo!);
        step.Say(
            $"由“{step.File.Lifecycle.Step(visit.Node).Title}”跳回“{step.File.Lifecycle.Step(visit.ComeBackTo!).Title}”",
            new { from = visit.Node, to = visit.ComeBackTo }
        );
    }

    /// <summary>A text changed since the countersign is countersigned before it goes on, never jumped past.</summary>
    private static async Task RefuseTextNobodySaw(Step step, string target)
    {
        var round = step.File.Lifecycle.Step(target).Ask;
        if (round is not null && Vocabulary.Named(round.Vocabulary).Bond == TextBond.Carries)
            return;
        var seen = step
            .File.Asks.LastOrDefault(a => Vocabulary.Named(a.Vocabulary).Bond == TextBond.Carries)
            ?.TextVersion;
        if (seen is null || !step.Steps.Registry.TextKinds.TryGetValue(step.File.Row.Definition, out var kind))
            return;
        if ((await step.Session.Latest(step.CaseId, kind))?.Id != seen)
            throw new Refusal("退回后文稿已经修改，不能越过会签直接跳回。请重新送会签，只征求受影响的单位。");
    }
}

/// <summary>
/// 撤回: whoever made the last move takes it back while nobody has gone on from it. The step's round begins again with
/// what the others had answered.
/// </summary>
public sealed record TakeBack(string Why) : Command
{
    /// <inheritdoc />
    public override string Name => "takeBack";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToTakeBack();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        var left = LastMove.Of(step.File)!.Left;
        await step.TakeBack(left.Node, Kept(step, left));
        step.Say($"撤回到“{step.File.Lifecycle.Step(left.Node).Title}”：{Why.Trim()}", new { to = left.Node });
    }

    /// <summary>What everybody else had answered in the round that is taken back, by unit.</summary>
    private static Dictionary<string, AnswerRow> Kept(Step step, VisitRow left) =>
        step.File.Lifecycle.Step(left.Node).Ask is not { } round
            ? []
            : step
                .File.Round(left.Id, round.Vocabulary)
                .Select(a => (a.Unit, Answer: step.File.EffectOf(a) is null ? null : step.File.AnswerTo(a.Id)))
                .Where(a => a.Answer is not null && a.Answer.ByAccount != step.Actor.Id)
                .ToDictionary(a => a.Unit, a => a.Answer!, StringComparer.Ordinal);
}
