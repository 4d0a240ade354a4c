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
        var second = best.Count < 2 ? 0 : best[1].Share;
        if (best[0].Share < Likeness.Least)
            return best[0].Share >= Likeness.LeastAlone && best[0].Share - second >= Likeness.LeadAlone
                    ? To(row, clauses, best[0].Index, "与该条文字相近程度不高,请核对对应条款")
                : ByGroup(row, clauses) is { } index
                    ? To(row, clauses, index, $"按任务类别“{row.Section}”对应条款,请核对")
                : row;
        var clear = best.Count < 2 || best[0].Share - second >= Likeness.ClearLead;
        return To(
            row,
            clauses,
            best[0].Index,
            clear ? null : $"与第 {clauses[best[1].Index].Number} 条也相近,请核对对应条款"
        );
    }

    private static TaskRow To(TaskRow row, IReadOnlyList<Clause> clauses, int index, string? doubt) =>
        row with
        {
            Clause = clauses[index].Number,
            ClauseIndex = index,
            LinkDoubt = doubt,
        };

    /// <summary>教师队伍 as the group of a row is in the title of one clause only.</summary>
    private static int? ByGroup(TaskRow row, IReadOnlyList<Clause> clauses)
    {
        var group = Likeness.Pairs(Outline.WithoutMarker(row.Section));
        if (group.Count < 2)
            return null;
        var alike = clauses
            .Select((clause, index) => (Share: Likeness.Share(group, Likeness.Pairs(clause.Title)), Index: index))
            .Where(found => found.Share >= Likeness.Group)
            .ToList();
        return alike is [var only] ? only.Index : null;
    }
}
