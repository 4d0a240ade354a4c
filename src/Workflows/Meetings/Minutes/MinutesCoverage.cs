using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Meetings.Minutes;

/// <summary>
/// 议定事项全覆盖 of minutes: each 议定 clause becomes a task when they are issued, so what is looked for is a decision that
/// stands in a narrative clause, a 议定 clause without unit or date, and words that say nothing one could verify.
/// </summary>
public static class MinutesCoverage
{
    /// <summary>What is missing and nobody has accounted for.</summary>
    public static async Task<IReadOnlyList<CoverageFinding>> Of(
        Ledger.Session session,
        string meeting,
        IReadOnlyList<ClauseRow> clauses
    )
    {
        var noted = await NoteCoverage.Noted(session, meeting);
        return DecisionCoverage.Of(
            clauses.Select(c => new CoveredClause(
                c.Id,
                c.Text,
                c.Mark,
                HasUnit: c.LeadUnits.Length > 0,
                HasDeadline: c.DeadlineRaw is not null,
                HasTask: c.Mark == ClauseMark.Decided,
                noted
            ))
        );
    }
}
