namespace JointMeeting.Domain.Texts.Editing;

/// <summary>What happened to a clause between two versions.</summary>
public enum Change
{
    /// <summary>未改动.</summary>
    Same,

    /// <summary>移动: same text, other place among the rest.</summary>
    Moved,

    /// <summary>文字性修改.</summary>
    Wording,

    /// <summary>实质性修改: signatures on it fall.</summary>
    Substantive,

    /// <summary>拆分.</summary>
    Split,

    /// <summary>合并.</summary>
    Merged,

    /// <summary>新增.</summary>
    New,

    /// <summary>删除.</summary>
    Removed,
}

/// <summary>A clause of one of the versions that are compared.</summary>
public sealed record VersionClause(string Id, string Hash, ClauseMark Mark, string Text);

/// <summary>One clause of the new version with those it comes from, or one that is gone.</summary>
/// <param name="Challenged">A unit disputes that a change on the way was only wording.</param>
/// <param name="Runs">The comparison sign by sign, where the wording changed.</param>
public sealed record ClauseChanged(
    Change Change,
    IReadOnlyList<VersionClause> Was,
    VersionClause? Now,
    bool Challenged,
    IReadOnlyList<Run> Runs
);

/// <summary>
/// Compares two versions clause by clause along the confirmed links, also across versions between them: the new clauses
/// in their order, then the removed ones.
/// </summary>
public static class VersionChanges
{
    private sealed record Origin(IReadOnlyList<string> Ids, bool Wording, bool Split, bool Challenged);

    /// <summary>All clauses, changed or not.</summary>
    public static IReadOnlyList<ClauseChanged> Between(
        IReadOnlyList<VersionClause> was,
        IReadOnlyList<VersionClause> now,
        IReadOnlyList<ClauseLink> links
    )
    {
        var old = was.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var into = links.ToLookup(l => l.To, StringComparer.Ordinal);
        var origins = now.Select(c => (Now: c, From: Trace(c.Id, old, into))).ToList();
        var kept = origins.SelectMany(o => o.From.Ids).ToHashSet(StringComparer.Ordinal);
        var inOrder = InOrder([.. origins.Select(o => o.From.Ids is [var id] ? id : null)], was);
        return
        [
            .. origins.Select(o => Of(o.Now, o.From, old, inOrder)),
            .. was.Where(c => !kept.Contains(c.Id))
                .Select(c => new ClauseChanged(Change.Removed, [c], null, false, [new(Stretch.Removed, c.Text)])),
        ];
    }

    private static Origin Trace(string id, Dictionary<string, VersionClause> old, ILookup<string, ClauseLink> into)
    {
        if (old.ContainsKey(id))
            return new([id], true, false, false);
        var (ids, wording, split, challenged) = (new List<string>(), true, false, false);
        foreach (var link in into[id])
        {
            var before = Trace(link.From, old, into);
            ids.AddRange(before.Ids.Except(ids));
            wording &= before.Wording && !link.Substantive;
            split |= before.Split || link.Kind == LinkKind.Split;
            challenged |= before.Challenged || link.Challenged;
        }
        return new(ids, wording, split, challenged);
    }

    private static ClauseChanged Of(
        VersionClause now,
        Origin from,
        Dictionary<string, VersionClause> old,
        HashSet<string> inOrder
    )
    {
        var was = from.Ids.Select(id => old[id]).ToList();
        if (was.Count == 0)
            return new(Change.New, [], now, false, [new(Stretch.Added, now.Text)]);
        if (was.Count > 1 || from.Split)
        {
            var before = string.Concat(was.Select(c => c.Text));
            var kind = was.Count > 1 ? Change.Merged : Change.Split;
            return new(kind, was, now, from.Challenged, TextDifference.Between(before, now.Text));
        }
        if (was[0].Hash == now.Hash && was[0].Mark == now.Mark)
            return new(inOrder.Contains(was[0].Id) ? Change.Same : Change.Moved, was, now, from.Challenged, []);
        var change = from.Wording ? Change.Wording : Change.Substantive;
        return new(change, was, now, from.Challenged, TextDifference.Between(was[0].Text, now.Text));
    }

    /// <summary>The largest set of old clauses that stand in the old order still; the others were moved, of two the one put forward.</summary>
    private static HashSet<string> InOrder(IReadOnlyList<string?> now, IReadOnlyList<VersionClause> was)
    {
        var place = was.Select((c, i) => (c.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        var ids = now.OfType<string>().Distinct().ToList();
        var (length, previous) = (new int[ids.Count], new int[ids.Count]);
        var best = -1;
        for (var i = 0; i < ids.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (place[ids[j]] < place[ids[i]] && length[j] + 1 > length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            if (best < 0 || length[i] >= length[best])
                best = i;
        }
        var inOrder = new HashSet<string>(StringComparer.Ordinal);
        for (var i = best; i >= 0; i = previous[i])
            inOrder.Add(ids[i]);
        return inOrder;
    }
}
