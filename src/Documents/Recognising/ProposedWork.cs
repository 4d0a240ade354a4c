using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>The facts of clauses and task rows, each with what speaks against taking it as it stands.</summary>
internal static class ProposedWork
{
    public static IEnumerable<ProposedFact> OfClauses(Notice notice)
    {
        var mostHave = notice.Clauses.Count(clause => !clause.Units.IsEmpty) * 2 > notice.Clauses.Count;
        for (var at = 0; at < notice.Clauses.Count; at++)
        {
            var (clause, path) = (notice.Clauses[at], $"clauses[{at}]");
            yield return ProposedFacts.Fact(
                FactKind.Clause,
                path,
                $"{clause.Number}.{clause.Title}",
                clause.Line,
                clause.Doubt,
                clause.TitleRunsOn ? "标题后缺少句号,标题为建议" : null,
                Damage(notice, null, clause)
            );
            if (!clause.Units.IsEmpty)
                yield return ProposedFacts.Fact(
                    FactKind.ClauseUnits,
                    $"{path}.units",
                    string.Join("、", clause.Units.All),
                    clause.Line,
                    clause.Doubt,
                    UnitDoubt(clause.Units),
                    Joint(clause),
                    Disputed(notice, clause)
                );
            else if (mostHave && !ClauseItems.IsPreamble(clause.Section))
                yield return ProposedFacts.Fact(
                    FactKind.ClauseUnits,
                    $"{path}.units",
                    "",
                    clause.Line,
                    "其他条款大多写明责任单位,本条没有读出,请核对"
                );
            if (clause.Deadline is { } deadline)
                yield return ProposedFacts.Fact(
                    FactKind.ClauseDeadline,
                    $"{path}.deadline",
                    Shown(deadline),
                    clause.Line,
                    deadline.Doubt
                );
            foreach (var milestone in Milestones(clause.Milestones, path, clause.Line))
                yield return milestone;
        }
    }

    public static IEnumerable<ProposedFact> OfTasks(Notice notice)
    {
        var twice = notice
            .Tasks.GroupBy(row => row.Number)
            .Where(rows => rows.Skip(1).Any())
            .Select(rows => rows.Key)
            .ToHashSet();
        var standing = notice.Ledger is null ? null : new LedgerDoubts(notice);
        for (var at = 0; at < notice.Tasks.Count; at++)
        {
            var (row, path) = (notice.Tasks[at], $"tasks[{at}]");
            yield return ProposedFacts.Fact(
                FactKind.TaskText,
                $"{path}.text",
                row.Text,
                row.Line,
                row.Doubt,
                Damage(notice, row, null),
                twice.Contains(row.Number) ? $"序号 {row.Number} 在表中出现多次" : null,
                standing?.SameAsAbove(row)
            );
            if (!row.Units.IsEmpty)
                yield return ProposedFacts.Fact(
                    FactKind.TaskUnits,
                    $"{path}.units",
                    string.Join("、", row.Units.All),
                    row.Line,
                    row.Doubt,
                    UnitDoubt(row.Units),
                    Contradiction(notice, row, FindingKind.UnitsDifferFromBody)
                );
            if (row.Basis is { } basis)
                yield return ProposedFacts.Fact(
                    FactKind.TaskLead,
                    $"{path}.lead",
                    string.Join("、", row.Lead),
                    row.Line,
                    row.Doubt,
                    basis is LeadBasis.Convention ? "只写责任单位,按惯例以列首位者为牵头" : null,
                    Contradiction(notice, row, FindingKind.JointLead)
                );
            if (row.Clause is { } clause)
                yield return ProposedFacts.Fact(
                    FactKind.TaskClause,
                    $"{path}.clause",
                    $"第 {clause} 条",
                    row.Line,
                    row.Doubt,
                    row.LinkDoubt ?? "按文字相近推定"
                );
            if (row.Deadline is { } deadline)
                yield return ProposedFacts.Fact(
                    FactKind.TaskDeadline,
                    $"{path}.deadline",
                    Shown(deadline),
                    row.Line,
                    row.Doubt,
                    deadline.Doubt
                );
            if (row.Standing is { } stated)
                yield return ProposedFacts.Fact(
                    FactKind.TaskStatus,
                    $"{path}.status",
                    stated.Status?.Raw ?? "",
                    row.Line,
                    row.Doubt,
                    standing?.Contradiction(row)
                );
            foreach (var milestone in Milestones(row.Milestones, path, row.Line))
                yield return milestone;
        }
    }

    private static IEnumerable<ProposedFact> Milestones(IReadOnlyList<ReadTime> times, string path, int line) =>
        times.Select(
            (time, at) =>
                ProposedFacts.Fact(
                    FactKind.Milestone,
                    $"{path}.milestones[{at}]",
                    Shown(time),
                    line,
                    time.Doubt ?? "由正文中的时间推定,请确认是否作为节点"
                )
        );

    private static string Shown(ReadTime time) =>
        (time.Value.Repaired ?? time.Value.Raw) + (time.Value.Date is { } date ? $"({date:yyyy-MM-dd})" : "");

    private static string? UnitDoubt(UnitList units) =>
        units.Doubt
        ?? (
            units.Lead.Concat(units.Responsible).FirstOrDefault(unit => unit.Carried) is { } carried
                ? $"“{carried.Name}”的前缀由前一单位沿用"
                : null
        );

    private static string? Joint(Clause clause) => clause.Units.Lead.Count > 1 ? "有两个以上牵头单位" : null;

    private static string? Disputed(Notice notice, Clause clause) =>
        notice
            .Findings.FirstOrDefault(finding =>
                finding.Kind is FindingKind.UnitsDifferFromBody && finding.Clause == clause.Number
            )
            ?.Text;

    private static string? Contradiction(Notice notice, TaskRow row, FindingKind kind) =>
        notice
            .Findings.FirstOrDefault(finding =>
                finding.Kind == kind && finding.Row == row.Number && finding.Line == row.Line
            )
            ?.Text;

    private static string? Damage(Notice notice, TaskRow? row, Clause? clause) =>
        notice
            .Findings.FirstOrDefault(finding =>
                finding.Kind is FindingKind.DamagedText && finding.Line == (row?.Line ?? clause?.Line)
            )
            ?.Text;
}
