using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Intake;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>A proposal's value as a person reads it, field by field.</summary>
public sealed record ProposalField(string Name, string Text)
{
    /// <summary>The fields of the value in force, each with what was recognised where that is something else.</summary>
    public static IReadOnlyList<(string Name, string? Before, string Now)> Compared(ProposalRow row)
    {
        var before = Of(row.Kind, row.Original).ToDictionary(field => field.Name, field => field.Text);
        var now = Of(row.Kind, row.Value).ToDictionary(field => field.Name, field => field.Text);
        return
        [
            .. now
                .Keys.Union(before.Keys)
                .Select(name =>
                    (name, Before: before.GetValueOrDefault(name, ""), Now: now.GetValueOrDefault(name, ""))
                )
                .Select(field => (field.name, field.Before == field.Now ? null : field.Before, field.Now)),
        ];
    }

    /// <summary>The fields of a value of that kind.</summary>
    public static IReadOnlyList<ProposalField> Of(ProposalKind kind, string json) =>
        ProposalValues.Parse(kind, json) switch
        {
            ProposedHeading heading => [new(ProposalWords.Label(heading.What), Heading(heading))],
            ProposedDuty duty =>
            [
                new("报送内容", duty.Name),
                new("报送单位", duty.Reporters),
                new("报送给", duty.To),
                new("报送时间", Due(duty)),
                .. duty.Fields.Count > 0 ? (ProposalField[])[new("填报项目", List(duty.Fields))] : [],
            ],
            ProposedTarget target =>
            [
                new("目标", target.Text),
                .. target.Scope.Length > 0 ? (ProposalField[])[new("适用", target.Scope)] : [],
                new("数值", target.Goal),
                new("归属", target.Task is { } task ? $"第 {task} 项任务" : "不属于某项任务"),
            ],
            ProposedIndicator indicator =>
            [
                new("指标", indicator.Name),
                new("目标值", indicator.Goal),
                new("完成值", indicator.Reached.Length == 0 ? "原文缺失" : indicator.Reached),
                new("原文", indicator.Text),
            ],
            ProposedRecipient recipient =>
            [
                new("原文", recipient.Words),
                new("对应单位", recipient.Units.Count == 0 ? "未指明单位" : List(recipient.Units)),
            ],
            ProposedCitation cited => [new("文件", cited.Title), new("文号或日期", cited.Number)],
            ProposedPerson person =>
            [
                new("姓名", person.Name),
                new("单位", person.Unit),
                new("职务", person.Post),
                new("角色", person.Role),
            ],
            ProposedClause clause =>
            [
                new("条款", clause.Title),
                new("牵头单位", List(clause.Lead)),
                new("责任单位", List(clause.Responsible)),
            ],
            ProposedReading reading =>
            [
                new("原文", reading.From),
                new("读作", Reading(kind, reading)),
                new("出现", $"{reading.Rows} 处"),
            ],
            ProposedTask task =>
            [
                new("任务", task.Text),
                new("牵头单位", Lead(task.Lead, task.LeadBasis)),
                new("责任单位", List(task.Units.Except(task.Lead))),
                new("完成时限", Deadline(task.Deadline)),
                .. task.Milestones.Count > 0
                    ? (ProposalField[])
                        [
                            new(
                                "节点",
                                string.Join("；", task.Milestones.Select(one => $"{When.Day(one.Date)} {one.Text}"))
                            ),
                        ]
                    : [],
                .. task.Ledger is { } entry ? Ledger(entry) : [],
            ],
            ProposedMonthEntry entry => MonthEntry(entry),
            ProposedRepair repair =>
            [
                new("原文", repair.Raw),
                new("读作", repair.Repaired),
                new("含义", Meaning(repair.Kind, repair.Date)),
            ],
            ProposedFinding finding =>
            [
                new("事项", finding.Text),
                .. finding.Values.Count > 0
                    ? (ProposalField[])
                        [new("不一致的写法", string.Join("　与　", finding.Values.Select(v => $"“{v}”")))]
                    : [],
                .. finding.Support is { } support ? (ProposalField[])[new("文中依据", support)] : [],
                .. finding.Confidence is { } certain ? (ProposalField[])[new("把握", $"{certain:0%}")] : [],
            ],
            var other => throw new InvalidOperationException($"No fields for {other.GetType().Name}."),
        };

    private static IReadOnlyList<ProposalField> MonthEntry(ProposedMonthEntry entry) =>
        [
            new("事项", string.Join("；", entry.Matters)),
            new("牵头单位", Lead(entry.Lead, entry.LeadBasis)),
            new("责任单位", List(entry.Units.Except(entry.Lead))),
            new(
                "时间",
                entry is { From: { } from, To: { } to }
                    ? $"{entry.Month}（{When.Day(from)}至{When.Day(to)}之间办理）"
                    : $"{entry.Month}（没有写明是哪一年）"
            ),
            new("转为任务", $"{entry.Matters.Count} 项"),
        ];

    private static string Lead(IReadOnlyList<string> lead, string basis) =>
        List(lead) + (basis == "convention" ? "（按首列单位推定）" : "");

    private static string Heading(ProposedHeading heading) =>
        heading.What is HeadingField.IssueDate && DateOnly.TryParseExact(heading.Text, "yyyy-MM-dd", out var day)
            ? When.Day(day)
            : heading.Text;

    /// <summary>每季度末月25日前 says how often itself.</summary>
    private static string Due(ProposedDuty duty) =>
        duty.Due.StartsWith('每') ? duty.Due
        : duty.Due.Length == 0 ? PeriodWords.Label(duty.Period)
        : $"{PeriodWords.Label(duty.Period)}，{duty.Due}";

    private static string Reading(ProposalKind kind, ProposedReading reading) =>
        kind switch
        {
            ProposalKind.Column => ColumnWords.LabelOfColumn(reading.To),
            ProposalKind.Status => ColumnWords.LabelOfStatus(reading.To),
            _ when reading.From == reading.To => $"{reading.To}（按新单位）",
            _ => reading.To,
        };

    private static IReadOnlyList<ProposalField> Ledger(LedgerEntry entry) =>
        [
            new(
                "台账状态",
                (entry.StatusRaw ?? "未写明")
                    + (entry.Status is { } set ? $"（本项改为“{LedgerStatuses.Label(set)}”）" : "")
            ),
            new("台账进展", entry.Progress ?? ""),
            .. entry.More is { } more ? (ProposalField[])[new("其他栏", more.Replace("\n", "；"))] : [],
        ];

    private static string List(IEnumerable<string> units) => string.Join("、", units);

    private static string Deadline(StatedDeadline? deadline) =>
        deadline is null ? "未写明" : $"{deadline.Repaired ?? deadline.Raw}（{Meaning(deadline.Kind, deadline.Date)}）";

    private static string Meaning(DeadlineKind kind, DateOnly? date) =>
        date is { } day ? $"{DeadlineWords.Label(kind)}，{When.Day(day)}" : DeadlineWords.Label(kind);
}
