namespace JointMeeting.Documents.Recognising;

/// <summary>Links each task to the clause of the body whose wording it takes up. Similarity proposes; the drafter confirms.</summary>
internal static class ClauseLinks
{
    public static IReadOnlyList<TaskRow> Link(IReadOnlyList<TaskRow> rows, IReadOnlyList<Clause> clauses)
    {
        // From a pair of signs to the clauses it stands in: comparing every row with every clause takes minutes in a long notice.
        var clausesOf = clauses
            .SelectMany((clause, index) => Likeness.Pairs(clause.Text).Select(pair => (pair, index)))
            .ToLookup(found => found.pair, found => found.index);
        return clauses.Count == 0 ? rows : [.. rows.Select(row => Linked(row, clauses, clausesOf))];
    }

    private static TaskRow Linked(TaskRow row, IReadOnlyList<Clause> clauses, ILookup<int, int> clausesOf)
    {
        var own = Likeness.Pairs(row.Text);
        var common = new int[clauses.Count];
        foreach (var pair in own)
        foreach (var index in clausesOf[pair])
            common[index]++;
        var best = common
            .Select((count, index) => (Share: own.Count == 0 ? 0 : (double)count / own.Count, Index: index))
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
