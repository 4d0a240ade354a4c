namespace JointMeeting.Documents.Recognising;

/// <summary>Links each task to the clause of the body whose wording it takes up. Similarity proposes; the drafter confirms.</summary>
internal static class ClauseLinks
{
    public static IReadOnlyList<TaskRow> Link(IReadOnlyList<TaskRow> rows, IReadOnlyList<Clause> clauses)
    {
        var pairs = clauses.Select(clause => Likeness.Pairs(clause.Text)).ToList();
        return clauses.Count == 0 ? rows : [.. rows.Select(row => Linked(row, clauses, pairs))];
    }

    private static TaskRow Linked(TaskRow row, IReadOnlyList<Clause> clauses, List<HashSet<int>> pairs)
    {
        var own = Likeness.Pairs(row.Text);
        var best = pairs
            .Select((clause, index) => (Share: Likeness.Share(own, clause), Index: index))
            .OrderByDescending(found => found.Share)
            .Take(2)
            .ToList();
        if (best[0].Share < Likeness.Least)
            return row;
        var clear = best.Count < 2 || best[0].Share - best[1].Share >= Likeness.ClearLead;
        return row with
        {
            Clause = clauses[best[0].Index].Number,
            ClauseIndex = best[0].Index,
            LinkDoubt = clear ? null : $"与第 {clauses[best[1].Index].Number} 条也相近,请核对对应条款",
        };
    }
}
