namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Rows whose units are not those of their clause, and clauses with two leads: one finding a row.</summary>
internal static class BodyAndAnnex
{
    public static IEnumerable<Finding> UnitsDiffer(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.ClauseIndex is not { } index || clauses[index].Units.IsEmpty || row.Units.IsEmpty)
                continue;
            var clause = clauses[index];
            var missing = Without(clause.Units.All, row.Units.All);
            var added = Without(row.Units.All, clause.Units.All);
            if (missing.Count + added.Count > 0)
                yield return new(
                    FindingKind.UnitsDifferFromBody,
                    row.Number,
                    clause.Number,
                    $"分工表第 {row.Number} 项与正文第 {clause.Number} 条的责任单位不一致:{Difference(missing, added)}。",
                    [.. missing, .. added],
                    row.Line,
                    row.LinkDoubt is null ? 0.9 : 0.6
                )
                {
                    Support = $"正文第 {clause.Number} 条:{clause.Units.Raw}",
                    Values = [string.Join('、', clause.Units.All), string.Join('、', row.Units.All)],
                };
        }
    }

    /// <summary>The clause's bracket and the row's cell name different days.</summary>
    public static IEnumerable<Finding> DeadlinesDiffer(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        foreach (var row in rows)
            if (
                row.ClauseIndex is { } index
                && clauses[index].Deadline is { Value: { Date: { } inBody } body }
                && row.Deadline is { Value: { Date: { } inRow } own }
                && inBody != inRow
                && rows.Count(other => other.ClauseIndex == index) == 1
            )
                yield return new(
                    FindingKind.DeadlinesDiffer,
                    row.Number,
                    clauses[index].Number,
                    $"分工表第 {row.Number} 项的时限“{own.Raw}”与正文第 {clauses[index].Number} 条的“{body.Raw}”不一致,请核对。",
                    [],
                    row.Line,
                    row.LinkDoubt is null ? 0.9 : 0.6
                )
                {
                    Support = $"正文第 {clauses[index].Number} 条:{body.Raw}",
                    Values = [body.Raw, own.Raw],
                };
    }

    public static IEnumerable<Finding> JointLeads(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        for (var index = 0; index < clauses.Count; index++)
        {
            var clause = clauses[index];
            if (clause.Units.Lead.Count < 2)
                continue;
            var leads = clause.Units.Lead.Select(unit => unit.Name).ToList();
            var text =
                $"正文第 {clause.Number} 条有 {leads.Count} 个牵头单位({string.Join("、", leads)}),请明确第一牵头单位";
            var linked = rows.Where(row => row.ClauseIndex == index && NamesEach(row, leads)).ToList();
            foreach (var row in linked)
                yield return new(
                    FindingKind.JointLead,
                    row.Number,
                    clause.Number,
                    $"{text}(涉及分工表第 {row.Number} 项)。",
                    leads,
                    row.Line,
                    1
                );
            if (linked.Count == 0)
                yield return new(FindingKind.JointLead, null, clause.Number, text + "。", leads, clause.Line, 1);
        }
    }

    /// <summary>Two leads in one cell, where the clause does not already say so.</summary>
    public static IEnumerable<Finding> JointLeadsOfRows(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        foreach (var row in rows)
            if (
                row is { Basis: LeadBasis.Stated, Lead.Count: > 1 }
                && (row.ClauseIndex is not { } index || clauses[index].Units.Lead.Count < 2)
            )
                yield return new(
                    FindingKind.JointLead,
                    row.Number,
                    row.Clause,
                    $"分工表第 {row.Number} 项有 {row.Lead.Count} 个牵头单位({string.Join("、", row.Lead)}),请明确第一牵头单位。",
                    row.Lead,
                    row.Line,
                    1
                );
    }

    /// <summary>A row that leaves out one of the two leads proposes no joint lead; it differs from the body.</summary>
    private static bool NamesEach(TaskRow row, IReadOnlyList<string> leads) =>
        leads.All(lead => row.Units.All.Any(unit => UnitNames.MayBeSame(unit, lead)));

    private static List<string> Without(IReadOnlyList<string> units, IReadOnlyList<string> others) =>
        [.. units.Where(unit => !others.Any(other => UnitNames.MayBeSame(unit, other)))];

    private static string Difference(List<string> missing, List<string> added) =>
        string.Join(
            ";",
            new[]
            {
                missing.Count > 0 ? $"正文有而表中没有 {string.Join("、", missing)}" : "",
                added.Count > 0 ? $"表中有而正文没有 {string.Join("、", added)}" : "",
            }.Where(part => part.Length > 0)
        );
}
