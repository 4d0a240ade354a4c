using JointMeeting.Domain.Asks;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>
/// The shapes that both flows understand alike. Each rule refuses a shape that some engine would drop, hang on or run
/// twice without an error.
/// </summary>
public static class DefinitionRules
{
    /// <summary>Checks every rule.</summary>
    /// <exception cref="DefinitionFault">Names the first node that breaks one.</exception>
    public static void Check(Lifecycle d)
    {
        EdgesLeadSomewhere(d);
        PortsAreDistinct(d);
        EveryPortHasExactlyOneEdge(d);
        ThereIsOneStart(d);
        EveryNodeIsReachable(d);
        OptionalStepsNameTheOutcomeThatStands(d);
        EveryCycleWaits(d);
        RoundsNameWhatExists(d);
        ReturnsGoToSteps(d);
        ForkScopes.Check(d);
        ReturnsLeaveForksOnly(d);
    }

    private static void EdgesLeadSomewhere(Lifecycle d)
    {
        foreach (var edge in d.Edges)
        foreach (var end in new[] { edge.From, edge.To })
            if (!d.Nodes.ContainsKey(end))
                throw new DefinitionFault(d.Id, end, "连线指向不存在的节点");
    }

    private static void PortsAreDistinct(Lifecycle d)
    {
        foreach (var node in d.Nodes.Values)
        {
            var ports = Ports(node);
            if (ports.GroupBy(p => p).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new DefinitionFault(d.Id, node.Id, $"出口 {twice.Key} 重复");
            if (node is Node.Fork && ports.Count < 2)
                throw new DefinitionFault(d.Id, node.Id, "分支至少要有两条");
        }
    }

    private static void EveryPortHasExactlyOneEdge(Lifecycle d)
    {
        foreach (var node in d.Nodes.Values)
        {
            var ports = Ports(node);
            foreach (var port in ports)
                if (d.Edges.Count(e => e.From == node.Id && e.Port == port) != 1)
                    throw new DefinitionFault(d.Id, node.Id, $"出口 {port} 应当恰有一条连线");
            if (d.Edges.FirstOrDefault(e => e.From == node.Id && !ports.Contains(e.Port)) is { } stray)
                throw new DefinitionFault(d.Id, node.Id, $"连线使用了没有声明的出口 {stray.Port}");
        }
    }

    /// <summary>The ports a node may be left by.</summary>
    public static IReadOnlyList<string> Ports(Node node) =>
        node switch
        {
            Node.Step s => s.Outcomes,
            Node.Fork f => f.Branches,
            Node.Join => ["Done"],
            Node.Decision => ["True", "False"],
            _ => [],
        };

    private static void ThereIsOneStart(Lifecycle d)
    {
        var starts = d.Nodes.Values.Where(n => d.Edges.All(e => e.To != n.Id)).ToList();
        if (starts.Count != 1)
            throw new DefinitionFault(d.Id, starts.Count == 0 ? "-" : starts[1].Id, "应当恰有一个起点");
    }

    private static void EveryNodeIsReachable(Lifecycle d)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([d.Start.Id]);
        while (open.TryPop(out var id))
            if (seen.Add(id))
                foreach (var edge in d.Edges.Where(e => e.From == id))
                    open.Push(edge.To);
        if (d.Nodes.Keys.FirstOrDefault(id => !seen.Contains(id)) is { } lost)
            throw new DefinitionFault(d.Id, lost, "从起点到不了");
    }

    private static void OptionalStepsNameTheOutcomeThatStands(Lifecycle d)
    {
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        {
            if (step.Optional is { } outcome && !step.Outcomes.Contains(outcome))
                throw new DefinitionFault(d.Id, step.Id, $"可选环节写明的出口 {outcome} 不存在");
            if (step is { Off: true, Optional: null })
                throw new DefinitionFault(d.Id, step.Id, "不是可选环节（没有写明 optional），不能停用");
        }
    }

    /// <summary>A step that is switched off does not wait.</summary>
    private static void EveryCycleWaits(Lifecycle d)
    {
        foreach (var start in d.Nodes.Values.Where(n => !Waits(n)))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(PassedOn(d, start));
            while (open.TryPop(out var id))
            {
                if (id == start.Id)
                    throw new DefinitionFault(d.Id, id, "循环中没有等待的环节");
                if (!Waits(d.Nodes[id]) && seen.Add(id))
                    foreach (var next in PassedOn(d, d.Nodes[id]))
                        open.Push(next);
            }
        }
    }

    private static bool Waits(Node node) => node is Node.Step { Off: false };

    private static IEnumerable<string> PassedOn(Lifecycle d, Node node) =>
        d.Edges.Where(e => e.From == node.Id && (node is not Node.Step s || e.Port == s.Optional)).Select(e => e.To);

    private static void RoundsNameWhatExists(Lifecycle d)
    {
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        {
            if (step.Ask is not { } ask)
                continue;
            if (ask.Vocabulary == Vocabulary.Inner.Id)
                throw new DefinitionFault(d.Id, step.Id, "内部审核由各单位自行设置，不能作为环节");
            if (Vocabulary.All.All(v => v.Id != ask.Vocabulary))
                throw new DefinitionFault(d.Id, step.Id, $"没有“{ask.Vocabulary}”这种请办");
            try
            {
                AskPolicy.Parse(ask.Policy);
            }
            catch (FormatException e)
            {
                throw new DefinitionFault(d.Id, step.Id, e.Message);
            }
            var vocabulary = Vocabulary.Named(ask.Vocabulary);
            if (ask.Deemed && ask.Deadline is null)
                throw new DefinitionFault(d.Id, step.Id, "逾期视为须有时限");
            if (ask.Deemed && d.WhySilenceCannotCount(ask) is { } why)
                throw new DefinitionFault(d.Id, step.Id, why);
            var needsAll = Silence.EverybodyAnswers(d.Kind, vocabulary);
            if (needsAll && AskPolicy.Parse(ask.Policy) is not (AskPolicy.AllSettle or AskPolicy.Veto))
                throw new DefinitionFault(
                    d.Id,
                    step.Id,
                    $"联合发文的{vocabulary.Label}须各单位全部答复，通过条件只能是全部或一票否决"
                );
            if (vocabulary.AnsweredBy == AnsweredBy.Office && ask.Who != "office")
                throw new DefinitionFault(d.Id, step.Id, $"{vocabulary.Label}只有联席会议办公室能办，who 须为 office");
            if (ask.ReturnsTo is { } target && (!d.Nodes.TryGetValue(target, out var node) || node is not Node.Step))
                throw new DefinitionFault(d.Id, step.Id, $"退回目标 {target} 不是环节");
            if (ask.ReturnsTo is { } off && d.Step(off).Off)
                throw new DefinitionFault(d.Id, step.Id, $"退回目标 {off} 未启用，退回后无人办理");
            if (ask.ReturnsTo is null && CanBeSentBack(ask))
                throw new DefinitionFault(d.Id, step.Id, "可以退回的请办须写明退回到哪里");
            if (ask.Completes && !step.Outcomes.Contains("passed"))
                throw new DefinitionFault(d.Id, step.Id, "自动完成的环节须有出口 passed");
        }
    }

    private static bool CanBeSentBack(RoundInput ask) =>
        Vocabulary.Named(ask.Vocabulary).Values.Any(v => v.Effect == AnswerEffect.SendsBack);

    private static void ReturnsGoToSteps(Lifecycle d)
    {
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        foreach (var target in NamedReturns(step))
            if (!d.Nodes.TryGetValue(target, out var node) || node is not Node.Step)
                throw new DefinitionFault(d.Id, step.Id, $"退回目标 {target} 不是环节");
    }

    private static IEnumerable<string> NamedReturns(Node.Step step) =>
        step.MayReturnTo.Where(t => t is not (Node.Step.Previous or Node.Step.Any));

    /// <summary>A return may leave forks; into a branch that is not open it could never be made.</summary>
    private static void ReturnsLeaveForksOnly(Lifecycle d)
    {
        var scopes = ForkScopes.Of(d);
        foreach (var step in d.Nodes.Values.OfType<Node.Step>())
        foreach (var target in NamedReturns(step).Concat(step.Ask?.ReturnsTo is { } one ? [one] : []))
            if (!scopes[step.Id].Take(scopes[target].Count).SequenceEqual(scopes[target]))
                throw new DefinitionFault(d.Id, step.Id, $"退回目标 {target} 在另一条分支之内");
    }
}
