using System.Text;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>
/// A lifecycle on one page, to be read by people: its steps with their states, what is asked of whom by when, what can
/// be done there, and where each outcome and each return leads.
/// </summary>
public static class Outline
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["taskWasPastAtImport"] = "导入时已过期限",
        ["itemIsPart"] = "是分办的一部分",
        ["itemWasOverBefore"] = "台账接管时已过期限或已办过",
        ["itemWasAssignedBefore"] = "台账载明已交办或已答复",
        ["replyNeedsOfficeReview"] = "答复须经政府办公室审核",
        ["itemWasDissatisfied"] = "以前已经不满意过",
        ["itemHasFollowUp"] = "有承诺或公开待落实",
    };

    private static readonly Dictionary<string, string> Who = new(StringComparer.Ordinal)
    {
        ["members"] = "各成员单位",
        ["unitsNamedInMinutes"] = "议定事项提到的单位",
        ["convenor"] = "召集人本人",
        ["taskUnits"] = "牵头单位和责任单位",
        ["taskLead"] = "牵头单位",
        ["dutyReporters"] = "报送单位",
        ["office"] = "联席会议办公室",
        ["planUnits"] = "征求意见的单位",
        ["planCountersigners"] = "文稿提到的单位和联合发文单位",
        ["jointHeads"] = "联合发文各单位主要负责人本人",
        ["sides"] = "分歧双方",
        ["headsOfSides"] = "分歧双方主要负责人",
        ["deputySecretaryGeneral"] = "副召集人（副秘书长）本人",
        ["planConvenor"] = "召集人本人",
        ["suggestedUnits"] = "预分办的单位",
        ["itemHost"] = "主办（独办、分办）单位",
        ["replySigner"] = "主办单位负责人",
        ["itemCounterpart"] = "人大代表工委或政协提案委",
    };

    /// <summary>The page, Markdown.</summary>
    public static string Of(Lifecycle lifecycle)
    {
        var page = new StringBuilder();
        page.Append($"# {lifecycle.Name}\n\n");
        page.Append($"`{lifecycle.Id}` 第 {lifecycle.Version} 版，由流程定义生成，请勿手改。\n\n");
        page.Append($"起点：{Name(lifecycle, lifecycle.Start.Id)}\n");
        foreach (var node in lifecycle.Nodes.Values)
        {
            page.Append($"\n## {Heading(node)}\n\n");
            if (node is Node.Step step)
                Describe(page, lifecycle, step);
            foreach (var edge in lifecycle.Edges.Where(e => e.From == node.Id))
                page.Append($"- `{edge.Port}` → {Name(lifecycle, edge.To)}\n");
            if (DefinitionRules.Ports(node).Count == 0)
                page.Append(node is Node.End ? "- 事项到此结束\n" : "- 长期停留在本环节\n");
        }
        return page.ToString();
    }

    /// <summary>In which order the units are asked.</summary>
    public static string OrderOf(AskOrder order) =>
        order switch
        {
            AskOrder.Parallel => "同时",
            AskOrder.Sequential => "依次",
            AskOrder.Grouped => "分组依次",
        };

    /// <summary>Who is asked, as people call them.</summary>
    public static string WhoOf(string name) => Who.GetValueOrDefault(name, $"`{name}`");

    /// <summary>What a decision asks, as people ask it.</summary>
    public static string RuleOf(string name) => Rules.GetValueOrDefault(name, name);

    private static void Describe(StringBuilder page, Lifecycle lifecycle, Node.Step step)
    {
        if (step.Optional is { } outcome)
            page.Append(step.Off ? $"- 未启用：按 `{outcome}` 跳过\n" : $"- 可选环节：停用后按 `{outcome}` 跳过\n");
        if (step.Ask is { } ask)
        {
            var vocabulary = Vocabulary.Named(ask.Vocabulary);
            page.Append($"- 请办：向{WhoOf(ask.Who)}发“{vocabulary.Label}”（{ask.Subject}）\n");
            page.Append($"- 可答：{string.Join("、", vocabulary.Values.Select(v => v.Label))}\n");
            page.Append($"- 时限：{WhenOf(ask)}\n");
            page.Append(
                $"- 通过：{PolicyOf(ask.Policy)}，{(ask.Completes ? "满足后自动进入下一环节" : "由办公室推进")}\n"
            );
            if (ask.Order != AskOrder.Parallel)
                page.Append($"- 次序：{OrderOf(ask.Order)}\n");
            if (ask.ReturnsTo is { } target)
                page.Append($"- 答复退回 → {Name(lifecycle, target)}\n");
        }
        if (step.MayReturnTo.Count > 0)
            page.Append($"- 办公室可退回到：{string.Join("、", step.MayReturnTo.Select(t => Target(lifecycle, t)))}\n");
        var actions = Actions
            .All.Where(a => IsOf(a, lifecycle) && a.Nodes.Contains(step.Id))
            .Select(a => a.Label)
            .ToList();
        if (actions.Count > 0)
            page.Append($"- 可办：{string.Join("、", actions)}\n");
    }

    /// <summary>A target of a return in words: a step, or one of the two words.</summary>
    public static string Target(Lifecycle lifecycle, string target) =>
        target switch
        {
            Node.Step.Previous => "上一环节",
            Node.Step.Any => "任一以前的环节",
            _ => Name(lifecycle, target),
        };

    /// <summary>By when a round is answered and what silence means.</summary>
    public static string WhenOf(RoundInput ask)
    {
        if (ask.Deadline is null)
            return "无";
        var text = DeadlineOf(ask.Deadline);
        return ask.Deemed ? $"{text}，逾期视为无不同意见" : $"{text}，逾期只列出，不视为同意";
    }

    /// <summary>What people call a deadline rule.</summary>
    public static string DeadlineLabel(string id) => DefaultRule(id)?.Label ?? id;

    /// <summary>A deadline rule in words.</summary>
    public static string DeadlineOf(string id)
    {
        var rule = DefaultRule(id);
        return rule?.Period switch
        {
            null => "事项自定的日期；没有日期的不计时",
            { Amount: < 0 } back => $"{StartEvents.Label(rule.Start)}之前 {back.Text}",
            var period => $"自{StartEvents.Label(rule.Start)}起 {period.Text}",
        };
    }

    /// <summary>The default a deadline comes from; a case may run under its locality's.</summary>
    private static DeadlineRule? DefaultRule(string id) =>
        RuleSet.Meeting.Rules.LastOrDefault(r => r.Id == id)
        ?? RuleSet.Defaults.SelectMany(s => s.Rules).FirstOrDefault(r => r.Id == id);

    /// <summary>When a round passes.</summary>
    public static string PolicyOf(string policy) =>
        AskPolicy.Parse(policy) switch
        {
            AskPolicy.AllSettle => "全部答复且无人反对",
            AskPolicy.AnyConsents => "任一单位同意",
            AskPolicy.Veto => "全部答复，一家反对即不通过",
            AskPolicy.Ratio r => $"{r.Numerator}/{r.Denominator} 的单位同意",
            var other => throw new InvalidOperationException($"Unknown policy {other}."),
        };

    private static bool IsOf(CaseAction action, Lifecycle lifecycle) =>
        Enum.TryParse<CaseKind>(lifecycle.Id, ignoreCase: true, out var kind) && action.IsFor(kind);

    private static string Heading(Node node) =>
        node switch
        {
            Node.Step s => $"{s.Title} `{s.Id}`（{s.State}）",
            Node.End e => $"{e.Title} `{e.Id}`（{e.State}）",
            Node.Fork => $"分支 `{node.Id}`",
            Node.Join => $"汇合 `{node.Id}`，等所有分支到齐",
            Node.Decision d => $"判断 `{node.Id}`：{RuleOf(d.Rule)}？",
            _ => node.Id,
        };

    private static string Name(Lifecycle lifecycle, string id) =>
        lifecycle.Nodes[id] switch
        {
            Node.Step s => s.Title,
            Node.End e => e.Title,
            _ => $"`{id}`",
        };
}
