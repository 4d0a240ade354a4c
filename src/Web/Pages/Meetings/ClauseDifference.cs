using JointMeeting.Ledger.Stores;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>What happened to a clause between two versions.</summary>
public enum ClauseChange
{
    /// <summary>未改动, also where it only moved.</summary>
    Same,

    /// <summary>文字性修改.</summary>
    Wording,

    /// <summary>实质性修改: signatures on it fall.</summary>
    Substantive,

    /// <summary>新增.</summary>
    New,

    /// <summary>删除.</summary>
    Removed,
}

/// <summary>One clause in two versions.</summary>
public sealed record ClauseDifference(ClauseChange Change, ClauseRow? Was, ClauseRow? Now)
{
    /// <summary>Every clause of the new version in its order, each with the one it came from, then the removed ones.</summary>
    public static IReadOnlyList<ClauseDifference> Between(
        IReadOnlyList<ClauseRow> was,
        IReadOnlyList<ClauseRow> now,
        IReadOnlyList<ClauseLinkRow> links
    )
    {
        var old = was.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var kept = links.Select(l => l.FromClause).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Select(c => Of(c, links.FirstOrDefault(l => l.ToClause == c.Id), old)),
            .. was.Where(c => !kept.Contains(c.Id)).Select(c => new ClauseDifference(ClauseChange.Removed, c, null)),
        ];
    }

    private static ClauseDifference Of(ClauseRow now, ClauseLinkRow? link, Dictionary<string, ClauseRow> old) =>
        link is null || !old.TryGetValue(link.FromClause, out var was) ? new(ClauseChange.New, null, now)
        : was.Hash == now.Hash && was.Mark == now.Mark ? new(ClauseChange.Same, was, now)
        : new(link.Substantive ? ClauseChange.Substantive : ClauseChange.Wording, was, now);
}
