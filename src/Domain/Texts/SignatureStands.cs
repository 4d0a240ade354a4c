namespace JointMeeting.Domain.Texts;

/// <summary>How a clause of one version became a clause of the next; the drafter confirms it.</summary>
public enum LinkKind
{
    /// <summary>移动: same text, other place.</summary>
    Moved,

    /// <summary>修改: text, units or deadline changed.</summary>
    Edited,

    /// <summary>拆分: one clause became several.</summary>
    Split,

    /// <summary>合并: several clauses became one.</summary>
    Merged,
}

/// <summary>A clause as one version has it.</summary>
public sealed record ClauseFact(string Id, string Hash, IReadOnlyList<string> Units, ClauseMark Mark);

/// <summary>One confirmed step from a clause to its successor.</summary>
/// <param name="Substantive">实质性修改; false is 文字性修改.</param>
/// <param name="Challenged">A unit disputes that the change is only wording.</param>
public sealed record ClauseLink(string From, string To, LinkKind Kind, bool Substantive, bool Challenged);

/// <summary>One clause a signature is bound to.</summary>
/// <param name="Covered">It named the unit then, or the unit took a position on it.</param>
/// <param name="Mark">What it was when it was signed.</param>
public sealed record SignedClause(string Clause, string Hash, bool Covered, ClauseMark Mark);

/// <summary>
/// Which units must be asked again after an edit. A unit covers the clauses that name it and those it took a position
/// on. Its signature stands on a covered clause if the hash is the one signed and the clause binds as it did (议过未定
/// has not become 议定), or if every link since is an unchallenged wording change (沿用). New, deleted, split and merged clauses never stand. Goes beyond the practice of
/// asking everybody again; bound to 党政机关公文处理工作条例 Art. 22 (a signature is on a text).
/// </summary>
public sealed class SignatureStands(IReadOnlyList<ClauseFact> now, IReadOnlyList<ClauseLink> links)
{
    private readonly Dictionary<string, ClauseFact> _now = now.ToDictionary(c => c.Id, StringComparer.Ordinal);
    private readonly ILookup<string, ClauseLink> _into = links.ToLookup(l => l.To, StringComparer.Ordinal);
    private readonly ILookup<string, ClauseLink> _from = links.ToLookup(l => l.From, StringComparer.Ordinal);

    /// <summary>True where every clause the unit covers stands on what it signed.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="signed">All the unit saw and signed in its last answer.</param>
    public bool ForUnit(string unit, IReadOnlyList<SignedClause> signed)
    {
        var seen = signed.ToDictionary(s => s.Clause, StringComparer.Ordinal);
        return signed.Count > 0
            && _now.Values.Where(c => c.Units.Contains(unit)).All(c => Stands(c, seen))
            && signed.Where(s => s.Covered).All(s => Successor(s.Clause) is { } next && Stands(next, seen));
    }

    private bool Stands(ClauseFact clause, Dictionary<string, SignedClause> seen)
    {
        var id = clause.Id;
        var wordingOnly = true;
        SignedClause? signed;
        while (!seen.TryGetValue(id, out signed))
        {
            var back = _into[id].ToList();
            if (back.Count != 1 || back[0].Kind is LinkKind.Split or LinkKind.Merged)
                return false;
            wordingOnly &= back[0] is { Substantive: false, Challenged: false };
            id = back[0].From;
        }
        var same = signed.Hash == clause.Hash && signed.Mark == clause.Mark;
        return same || (wordingOnly && id != clause.Id);
    }

    private ClauseFact? Successor(string id)
    {
        while (true)
        {
            if (_now.TryGetValue(id, out var here))
                return here;
            var next = _from[id].ToList();
            if (next.Count != 1)
                return null;
            id = next[0].To;
        }
    }
}
