using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions.Edit;

/// <summary>What an office changes of one step; null leaves it as it is.</summary>
/// <param name="Node">Id of the step.</param>
/// <param name="On">启用, for an optional step.</param>
/// <param name="Round">The inputs of its round.</param>
public sealed record StepEdit(string Node, bool? On, RoundEdit? Round);

/// <summary>The inputs of a round that an office may set, all of them.</summary>
/// <param name="Who">Registered name of who is asked.</param>
/// <param name="Deadline">Id of the deadline rule, or null for none.</param>
/// <param name="Policy">When the round passes.</param>
/// <param name="Deemed">逾期视为, where the kind of request allows it.</param>
/// <param name="Order">In which order the units are asked.</param>
public sealed record RoundEdit(
    string Who,
    string? Deadline,
    string Policy,
    bool Deemed,
    AskOrder Order = AskOrder.Parallel
);

/// <summary>
/// 修改流程: switches optional steps on and off and sets the inputs of rounds, from registered names only. Writes a new
/// version; the others stay as they are and running cases stay on theirs.
/// </summary>
/// <param name="Definition">Id of the lifecycle.</param>
/// <param name="BasedOn">The version that was shown; refused where another was made meanwhile.</param>
/// <param name="Steps">What changes.</param>
/// <param name="Note">Why.</param>
public sealed record EditLifecycle(string Definition, int BasedOn, IReadOnlyList<StepEdit> Steps, string? Note)
    : ActionCommand(Actions.EditLifecycle)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var before = await NewVersion.Newest(step, Definition);
        if (before.Version != BasedOn)
            throw new Refusal(
                $"“{before.Name}”流程已有第 {before.Version} 版，您看到的是第 {BasedOn} 版。请重新打开修改页面后再改。"
            );
        var file = new DefinitionFile(before);
        foreach (var edit in Steps)
            Change(file, before, edit);
        await NewVersion.Keep(step, before, Valid(file.Write(before.Version + 1)), Note, "修改");
    }

    private static void Change(DefinitionFile file, Lifecycle before, StepEdit edit)
    {
        if (!before.Nodes.TryGetValue(edit.Node, out var node) || node is not Node.Step step)
            throw new Refusal($"流程中没有“{edit.Node}”环节，请刷新页面后重新修改。");
        if (edit.On is { } on && on == step.Off)
        {
            if (step.Optional is null)
                throw new Refusal($"“{step.Title}”不是可选环节，不能停用。");
            file.Set(step.Id, "off", on ? null : "yes");
        }
        if (edit.Round is not { } round)
            return;
        if (step.Ask is not { } ask)
            throw new Refusal($"“{step.Title}”不发请办，没有可以修改的内容。");
        RefuseUnknown(before.Id, step, ask, round);
        file.Set(step.Id, "who", round.Who);
        file.Set(step.Id, "deadline", round.Deadline);
        file.Set(step.Id, "policy", round.Policy);
        if (round.Order != ask.Order)
            file.Set(step.Id, "order", round.Order.ToString().ToLowerInvariant());
        if (round.Deemed != ask.Deemed)
            file.Set(step.Id, "deemed", round.Deemed ? "yes" : "no");
    }

    private static void RefuseUnknown(string lifecycle, Node.Step step, RoundInput ask, RoundEdit edit)
    {
        var choices = RoundChoices.For(lifecycle, ask);
        var known =
            choices.Who.Contains(edit.Who)
            && (edit.Deadline is null || choices.Deadlines.Contains(edit.Deadline))
            && choices.Policies.Contains(edit.Policy);
        if (!known)
            throw new Refusal($"“{step.Title}”的请办对象、时限和通过条件只能从列表中选择，请刷新页面后重新选择。");
    }

    private static Lifecycle Valid(string json)
    {
        try
        {
            return LifecycleReader.Read(json);
        }
        catch (DefinitionFault fault)
        {
            throw new Refusal($"这样修改后流程走不通，没有保存：{fault.Message}。");
        }
    }
}
