using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>The last move of a case while nobody has gone on from it: whoever made it may take it back (撤回).</summary>
/// <param name="Left">The stay that it ended.</param>
/// <param name="By">Account that made it.</param>
internal sealed record LastMove(VisitRow Left, string By)
{
    /// <summary>
    /// Null where there is no move yet, where a return or a new time made it, where the case's version no longer has
    /// the step, or where somebody has gone on: signed for, answered, or
    /// begun to answer at the step the case came to.
    /// </summary>
    public static LastMove? Of(CaseFile file)
    {
        var left = file.Visits.Where(v => v is { LeftAt: not null, Skipped: false }).MaxBy(v => (v.LeftAt, v.Id));
        if (left is not { LeftBy: { } by, Outcome: not ("returned" or "takenBack" or "jumpedBack" or "anew") })
            return null;
        if (!file.Lifecycle.Nodes.ContainsKey(left.Node))
            return null;
        var entered = file.OpenVisits.ToList();
        var isLast = entered.Count > 0 && entered.All(v => v.EnteredAt == left.LeftAt);
        return isLast && !entered.Any(v => HasGoneOn(file, v)) ? new(left, by) : null;
    }

    private static bool HasGoneOn(CaseFile file, VisitRow visit) =>
        file
            .Asks.Where(a => a.VisitId == visit.Id)
            .Any(a =>
                a.SeenAt is not null
                || a.DelegatedFrom is not null
                || file.Answers.Any(n => n.AskId == a.Id && n.Origin != Domain.Asks.AnswerOrigin.Carried)
            );
}
