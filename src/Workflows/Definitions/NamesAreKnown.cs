using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions;

/// <summary>
/// What a definition names must be there: an unknown name would stop a case in the middle of its course. The profile
/// itself is <see cref="DefinitionRules"/>; this is what only this program can know.
/// </summary>
public static class NamesAreKnown
{
    /// <summary>Checks one definition.</summary>
    /// <param name="d">The definition.</param>
    /// <param name="shipped">The lifecycle of that name which the program's commands were written for, or null.</param>
    /// <param name="registry">What definitions may name.</param>
    /// <exception cref="DefinitionFault">Names the first node that names what is not there.</exception>
    public static void Check(Lifecycle d, Lifecycle? shipped, Registry registry)
    {
        if (shipped is null || d.Id == BusinessOnly.House)
            throw new DefinitionFault(d.Id, "-", $"没有“{d.Id}”这种业务流程，可用的是 {string.Join("、", Kinds)}");
        foreach (var decision in d.Nodes.Values.OfType<Node.Decision>())
            if (!registry.Rules.ContainsKey(decision.Rule))
                throw new DefinitionFault(d.Id, decision.Id, $"没有登记“{decision.Rule}”这条判断规则");
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        {
            if (step.Ask is { } round)
                RoundIsKnown(d, step.Id, round, registry, shipped);
            if (!shipped.Nodes.ContainsKey(step.Id))
                EndsByItself(d, step);
        }
        foreach (var step in shipped.Nodes.Values.OfType<Node.Step>())
            StepIsKept(d, step);
    }

    private static IEnumerable<string> Kinds =>
        Enum.GetNames<CaseKind>().Select(k => k.ToLowerInvariant()).Where(k => k != BusinessOnly.House);

    private static void RoundIsKnown(Lifecycle d, string node, RoundInput round, Registry registry, Lifecycle shipped)
    {
        if (!registry.Who.ContainsKey(round.Who))
            throw new DefinitionFault(d.Id, node, $"没有登记“{round.Who}”这种请办对象");
        if (!RoundChoices.WhoFits(shipped).Contains(round.Who))
            throw new DefinitionFault(d.Id, node, $"“{round.Who}”不是本业务的请办对象，办到这里会找不到单位");
        if (round.Deadline is { } rule && RulesFor(d, registry).All(r => r.Id != rule))
            throw new DefinitionFault(d.Id, node, $"没有“{rule}”这条时限规则");
        if (Vocabulary.Named(round.Vocabulary).Bond != TextBond.None && !registry.TextKinds.ContainsKey(d.Id))
            throw new DefinitionFault(d.Id, node, $"“{d.Id}”没有可供签署的文稿，不能用“{round.Vocabulary}”");
    }

    private static IEnumerable<DeadlineRule> RulesFor(Lifecycle d, Registry registry) =>
        registry.RuleSets.ContainsKey(d.Id) ? RuleSet.Defaults.SelectMany(s => s.Rules) : RuleSet.Meeting.Rules;

    /// <summary>No command knows a new step, so only its answers can end it.</summary>
    private static void EndsByItself(Lifecycle d, Node.Step step)
    {
        if (step.Ask is not { Completes: true })
            throw new DefinitionFault(
                d.Id,
                step.Id,
                "新增的环节须是请办并自动完成（completes = auto），否则没有人能推进"
            );
    }

    /// <summary>Commands end these steps by their outcomes.</summary>
    private static void StepIsKept(Lifecycle d, Node.Step step)
    {
        if (!d.Nodes.TryGetValue(step.Id, out var node) || node is not Node.Step kept)
            throw new DefinitionFault(d.Id, step.Id, "程序要在这个环节办理，不能删去；可以停用的请写 off = yes");
        if (step.Outcomes.Except(kept.Outcomes).FirstOrDefault() is { } lost)
            throw new DefinitionFault(d.Id, step.Id, $"缺少出口 {lost}，程序要用它结束这个环节");
        if (kept.Ask?.Vocabulary != step.Ask?.Vocabulary)
            throw new DefinitionFault(d.Id, step.Id, "请办的种类不能改，程序按它办理");
        if (step.Ask is { } round && Vocabulary.Named(round.Vocabulary).IsPersonal && kept.Ask!.Who != round.Who)
            throw new DefinitionFault(d.Id, step.Id, "须由本人签署的环节不能改为由他人办理");
        if (kept.Off && step.Optional is null)
            throw new DefinitionFault(d.Id, step.Id, "程序要在这个环节办理，不能停用");
    }
}
