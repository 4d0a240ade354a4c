using JointMeeting.Domain.Asks;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>How a node and its properties read.</summary>
public static class Words
{
    /// <summary>What people call a node.</summary>
    public static string Title(Node node) =>
        node switch
        {
            Node.Step s => s.Title,
            Node.End e => e.Title,
            Node.Decision d => $"{Outline.RuleOf(d.Rule)}？",
            Node.Fork => "分支",
            Node.Join => "汇合",
            _ => node.Id,
        };

    /// <summary>What a node is.</summary>
    public static string Kind(Node node) =>
        node switch
        {
            Node.Step => "环节",
            Node.End => "结束",
            Node.Decision => "判断",
            Node.Fork => "分支",
            Node.Join => "汇合",
            _ => node.GetType().Name,
        };

    /// <summary>A node's properties, always in the same order; null where it does not have one.</summary>
    public static IReadOnlyList<(string What, string? Value)> Of(Node node) =>
        node switch
        {
            Node.Step s =>
            [
                ("名称", s.Title),
                ("状态", s.State),
                ("出口", string.Join("、", s.Outcomes)),
                ("停用时的出口", s.Optional),
                ("办公室可退回到", s.MayReturnTo.Count == 0 ? null : string.Join("、", s.MayReturnTo)),
                .. Of(s.Ask),
            ],
            Node.End e => [("名称", e.Title), ("状态", e.State)],
            Node.Decision d => [("规则", d.Rule)],
            Node.Fork f => [("分支", string.Join("、", f.Branches))],
            _ => [],
        };

    private static IEnumerable<(string, string?)> Of(RoundInput? ask) =>
        [
            ("请办", ask is null ? null : Vocabulary.Named(ask.Vocabulary).Label),
            ("请办对象", ask is null ? null : Outline.WhoOf(ask.Who)),
            ("时限", ask?.Deadline is null ? null : Outline.DeadlineOf(ask.Deadline)),
            ("次序", ask is null ? null : Outline.OrderOf(ask.Order)),
            ("通过条件", ask is null ? null : Outline.PolicyOf(ask.Policy)),
            (
                "推进",
                ask is null ? null
                : ask.Completes ? "满足后自动进入下一环节"
                : "由办公室推进"
            ),
            (
                "逾期",
                ask is null ? null
                : ask.Deemed ? "视为无不同意见"
                : "只列出，不视为同意"
            ),
            ("退回到", ask?.ReturnsTo),
            ("请办内容", ask?.Subject),
        ];
}
