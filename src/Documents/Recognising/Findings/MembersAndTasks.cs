namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Units with tasks that are not members, and members without any task: one finding a unit.</summary>
internal static class MembersAndTasks
{
    public static IEnumerable<Finding> Find(Roster? roster, IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        var tasked = Tasked(clauses, rows);
        if (roster is null || roster.MemberUnits.Count == 0 || tasked.Count == 0)
            yield break;
        foreach (var (unit, line) in tasked)
            if (!roster.MemberUnits.Any(member => UnitNames.MayBeSame(member, unit)) && !UnitNames.NamesNobody(unit))
                yield return new(
                    FindingKind.TaskUnitNotMember,
                    null,
                    null,
                    $"{unit}承担任务({Where(unit, clauses, rows)}),但不在成员名单中。",
                    [unit],
                    line,
                    0.95
                );
        foreach (var member in roster.MemberUnits)
            if (!tasked.Keys.Any(unit => UnitNames.MayBeSame(member, unit)))
                yield return new(
                    FindingKind.MemberWithoutTask,
                    null,
                    null,
                    $"{member}是成员单位,但没有分到任务。",
                    [member],
                    roster.Persons.FirstOrDefault(person => person.Unit == member)?.Line ?? roster.Name?.Line ?? 0,
                    0.95
                );
    }

    private static Dictionary<string, int> Tasked(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        var units = new Dictionary<string, int>();
        foreach (var row in rows)
        foreach (var unit in row.Units.All)
            units.TryAdd(unit, row.Line);
        foreach (var clause in clauses)
        foreach (var unit in clause.Units.All)
            units.TryAdd(unit, clause.Line);
        return units;
    }

    private static string Where(string unit, IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        var inRows = rows.Where(row => row.Units.All.Contains(unit)).Select(row => row.Number).ToList();
        return inRows.Count > 0
            ? $"分工表第 {string.Join("、", inRows)} 项"
            : $"正文第 {string.Join("、", clauses.Where(clause => clause.Units.All.Contains(unit)).Select(clause => clause.Number))} 条";
    }
}
