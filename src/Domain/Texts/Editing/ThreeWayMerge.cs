namespace JointMeeting.Domain.Texts.Editing;

/// <summary>A clause as one side has it.</summary>
/// <param name="Id">The clause it was when both began; null where this side added it.</param>
/// <param name="Print">Equal where nothing that counts differs.</param>
public sealed record Side<T>(string? Id, string Print, T Content);

/// <summary>Whose wording the merged text has at a place.</summary>
public enum TakenFrom
{
    /// <summary>Both have the same.</summary>
    Both,

    /// <summary>Only mine changed.</summary>
    Mine,

    /// <summary>Only the other's changed.</summary>
    Theirs,

    /// <summary>Both changed it, each differently: a person decides; nothing is overwritten.</summary>
    Undecided,
}

/// <summary>One place of the merged text. A side is null where that drafter deleted the clause.</summary>
public sealed record MergedClause<T>(TakenFrom From, Side<T>? Mine, Side<T>? Theirs);

/// <summary>
/// 三方合并: two drafters changed one text. Clause by clause, what only one changed is taken from that one; what both
/// changed differently stays undecided with both wordings. A clause deleted by one and changed by the other too.
/// </summary>
public static class ThreeWayMerge
{
    /// <summary>Merges what I typed and what was saved meanwhile, both begun from the same text.</summary>
    /// <param name="seen">Id and print of each clause of that text.</param>
    /// <param name="mine">As I typed it.</param>
    /// <param name="theirs">As it stands now.</param>
    public static IReadOnlyList<MergedClause<T>> Of<T>(
        IReadOnlyDictionary<string, string> seen,
        IReadOnlyList<Side<T>> mine,
        IReadOnlyList<Side<T>> theirs
    )
    {
        var other = theirs.Where(t => t.Id is not null).ToDictionary(t => t.Id!, StringComparer.Ordinal);
        var own = mine.Select(m => m.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var merged = new List<MergedClause<T>>();
        foreach (var clause in mine)
            if (clause.Id is null || !seen.TryGetValue(clause.Id, out var before))
                merged.Add(new(TakenFrom.Mine, clause, null));
            else if (other.TryGetValue(clause.Id, out var their))
                merged.Add(new(Judge(before, clause.Print, their.Print), clause, their));
            else if (clause.Print != before)
                merged.Add(new(TakenFrom.Undecided, clause, null));
        for (var i = 0; i < theirs.Count; i++)
            if (theirs[i].Id is not { } id || !seen.TryGetValue(id, out var before))
                Insert(merged, theirs, i, TakenFrom.Theirs);
            else if (!own.Contains(id) && theirs[i].Print != before)
                Insert(merged, theirs, i, TakenFrom.Undecided);
        return merged;
    }

    private static TakenFrom Judge(string before, string mine, string theirs) =>
        mine == theirs ? TakenFrom.Both
        : mine == before ? TakenFrom.Theirs
        : theirs == before ? TakenFrom.Mine
        : TakenFrom.Undecided;

    /// <summary>Puts the other's clause behind the one it stands behind there.</summary>
    private static void Insert<T>(List<MergedClause<T>> merged, IReadOnlyList<Side<T>> theirs, int at, TakenFrom from)
    {
        for (var before = at - 1; before >= 0; before--)
            if (merged.FindIndex(m => ReferenceEquals(m.Theirs, theirs[before])) is >= 0 and var place)
            {
                merged.Insert(place + 1, new(from, null, theirs[at]));
                return;
            }
        merged.Insert(0, new(from, null, theirs[at]));
    }
}
