namespace JointMeeting.Shared;

/// <summary>A row of <c>signed</c>, <c>clause</c> and <c>clause_link</c>, as a verifier without this program reads them.</summary>
public sealed record SignedFact(string Clause, string Hash, bool Covered);

/// <summary>A clause: whether it is of the version asked about, whom it names, what it is.</summary>
public sealed record ClauseOfVersion(string Id, bool IsNow, string Hash, string Mark, IReadOnlySet<string> Units);

/// <summary>One step from a clause to its successor.</summary>
public sealed record LinkFact(string From, string To, string Kind, bool Substantive, bool Challenged);

/// <summary>
/// The definition of a standing signature, written down anew from the architecture and not from the program: the whole
/// table of which signed clause is, by which changes, which clause of today, then the sentence "every clause the unit
/// covers stands".
/// </summary>
public static class ReferenceStanding
{
    private sealed record Descent(string Signed, string Clause, bool WordingOnly, bool Steps);

    public static bool Stands(
        string unit,
        IReadOnlyList<SignedFact> signed,
        IReadOnlyList<ClauseOfVersion> clauses,
        IReadOnlyList<LinkFact> links
    )
    {
        if (signed.Count == 0)
            return false;
        var unbroken = links
            .Where(l => l.Kind is "Moved" or "Edited")
            .Where(l => links.Count(o => o.From == l.From) == 1 && links.Count(o => o.To == l.To) == 1)
            .ToList();
        var descents = new List<Descent>(signed.Select(s => new Descent(s.Clause, s.Clause, true, false)));
        for (var i = 0; i < descents.Count; i++)
            foreach (var link in unbroken.Where(l => l.From == descents[i].Clause))
                if (signed.All(s => s.Clause != link.To))
                    descents.Add(
                        new(
                            descents[i].Signed,
                            link.To,
                            descents[i].WordingOnly && !link.Substantive && !link.Challenged,
                            true
                        )
                    );
        var standing =
            from descent in descents
            join clause in clauses on descent.Clause equals clause.Id
            join seen in signed on descent.Signed equals seen.Clause
            where clause.IsNow
            let mark = clauses.Single(c => c.Id == seen.Clause).Mark
            where (clause.Hash == seen.Hash && clause.Mark == mark) || (descent.WordingOnly && descent.Steps)
            select (descent.Signed, descent.Clause);
        var table = standing.ToList();
        return clauses.Where(c => c.IsNow && c.Units.Contains(unit)).All(c => table.Any(t => t.Clause == c.Id))
            && signed.Where(s => s.Covered).All(s => table.Any(t => t.Signed == s.Clause));
    }
}
