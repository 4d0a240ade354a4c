using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Asking;

/// <summary>加签: one more unit is asked in the running round.</summary>
/// <param name="Node">The step whose round it is.</param>
/// <param name="Group">In a sequential or grouped round, with which group; 0 is the first.</param>
public sealed record AddAskee(string Node, string Unit, int Group, string Why) : ActionCommand(Actions.AddAskee)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        await Units.RefuseUnknown(step, [Unit]);
        var (visit, round) = RunningRound.At(step, Node);
        RunningRound.RefuseForPersons(round.Vocabulary);
        if (RunningRound.Waits(step.File.Round(visit.Id, round.Vocabulary), Unit))
            throw new Refusal($"{await step.UnitName(Unit)}已在本轮办理单位之中，无需加签。");
        var ask = await Opening.Add(step, visit, round, new Asked(Unit, Group: Group));
        step.Say($"加签：{await step.UnitName(Unit)}（{Why.Trim()}）", new { ask = ask.Id, Group });
    }
}

/// <summary>减签: a unit that has not answered is no longer asked; the round is judged without it.</summary>
public sealed record RemoveAskee(string AskId, string Why) : ActionCommand(Actions.RemoveAskee)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        var ask = RunningRound.Unanswered(step, AskId);
        RunningRound.RefuseWhereAllSign(step, ask);
        var visit = step.File.Visits.First(v => v.Id == ask.VisitId);
        if (step.File.Round(visit.Id, ask.Vocabulary).Count(a => a.State != AskState.Withdrawn) == 1)
            throw new Refusal("本轮只剩这一个单位，减签后无人办理。请改派其他单位，或退回上一环节。");
        await Settling.Withdraw(step, [ask]);
        step.Say($"减签：{await step.UnitName(ask.Unit)}（{Why.Trim()}）", new { ask = ask.Id });
        await Settling.Judge(step, visit);
    }
}

/// <summary>改派: another unit is asked in the place of one that has not answered, with a clock of its own.</summary>
public sealed record ReplaceAskee(string AskId, string Unit, string Why) : ActionCommand(Actions.ReplaceAskee)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        RunningRound.NeedsReason(Why);
        await Units.RefuseUnknown(step, [Unit]);
        var ask = RunningRound.Unanswered(step, AskId);
        RunningRound.RefuseForPersons(ask.Vocabulary);
        RunningRound.RefuseWhereAllSign(step, ask);
        if (RunningRound.Waits(step.File.Round(ask.VisitId, ask.Vocabulary), Unit))
            throw new Refusal($"{await step.UnitName(Unit)}已在本轮办理单位之中。如不再需要原单位，请减签。");
        await Settling.Withdraw(step, [.. step.File.Asks.Where(a => a.DelegatedFrom == ask.Id || a.Within == ask.Id)]);
        var next =
            ask.State == AskState.Waiting
                ? await Opening.Wait(step, ask, Unit)
                : await Opening.InPlaceOf(step, ask, Unit, delegatedFrom: null);
        await Settling.Change(step, ask, AskState.Replaced, replacedBy: next.Id);
        step.Say(
            $"改派：{await step.UnitName(ask.Unit)} → {await step.UnitName(Unit)}（{Why.Trim()}）",
            new { from = ask.Id, to = next.Id }
        );
    }
}

/// <summary>What the office changes in a round while it runs.</summary>
internal static class RunningRound
{
    public static (VisitRow Visit, Flow.Definition.RoundInput Round) At(Step step, string node) =>
        step.File.OpenVisit(node) is { } visit && step.File.Lifecycle.Step(node).Ask is { } round
            ? (visit, round)
            : throw new Refusal("本环节没有正在进行的请办，请刷新页面。");

    /// <exception cref="Refusal">It has been answered, or its round is over.</exception>
    public static AskRow Unanswered(Step step, string askId)
    {
        var ask = step.File.Asks.FirstOrDefault(a => a.Id == askId) ?? throw new Refusal("该请办不存在，请刷新页面。");
        if (ask.DelegatedFrom is not null)
            throw new Refusal("这是其他单位委托的事项，请由委托单位收回委托。");
        return
            ask is { Within: null, State: AskState.Open or AskState.Delegated or AskState.Waiting }
            && step.File.OpenVisits.Any(v => v.Id == ask.VisitId)
            ? ask
            : throw new Refusal("该单位已经答复或本轮已结束，不能再调整。");
    }

    /// <summary>What a certain person signs is asked of that person's seat; a unit added by hand would have none.</summary>
    /// <exception cref="Refusal">It is such a request.</exception>
    public static void RefuseForPersons(string vocabulary)
    {
        if (Vocabulary.Named(vocabulary) is { IsPersonal: true } personal)
            throw new Refusal(
                $"“{personal.Label}”须由规定的签字人本人办理，不能加签、改派。请由本人设置代办人，或代录其签字。"
            );
    }

    /// <summary>
    /// Every organ of a joint document signs (党政机关公文处理工作条例 Art. 22): to leave one out of the round would be to pass
    /// without it.
    /// </summary>
    /// <exception cref="Refusal">It is such a round.</exception>
    public static void RefuseWhereAllSign(Step step, AskRow ask)
    {
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        if (Silence.EverybodyAnswers(step.File.Row.Kind, vocabulary))
            throw new Refusal(
                $"联合发文的{vocabulary.Label}单位由条文和“参与单位”决定，不能减签、改派。请退回统稿，调整条文或参与单位后重新送会签。"
            );
    }

    public static bool Waits(IReadOnlyList<AskRow> round, string unit) =>
        round.Any(a => a.Unit == unit && a.State != AskState.Withdrawn);

    public static void NeedsReason(string why)
    {
        if (string.IsNullOrWhiteSpace(why))
            throw new Refusal("请填写理由，办理单位会看到。");
    }
}
