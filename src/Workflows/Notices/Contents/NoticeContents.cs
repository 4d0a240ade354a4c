using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision.Figures;

namespace JointMeeting.Workflows.Notices.Contents;

/// <summary>
/// What beside roster and tasks a confirmed document leaves to a mechanism: whom it is addressed to, reporting duties,
/// targets, indicators.
/// </summary>
/// <param name="Said">The sentence that says so; empty where there is nothing.</param>
/// <param name="IsWork">There is more than addressees: somebody has to report, or a number is to be reached.</param>
internal sealed record NoticeContents(string Said, bool IsWork)
{
    /// <summary>Keeps them; the addressees first, because duties are asked of them.</summary>
    /// <param name="tasks">Tasks by the number of their row.</param>
    public static async Task<NoticeContents> Keep(
        Step step,
        string mechanism,
        NoticeRow notice,
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlyDictionary<string, string> tasks
    )
    {
        var (addressees, unnamed) = await Addressees.Keep(step, mechanism, notice.CaseId, proposals);
        var (duties, waiting) = await NewDuties.Keep(step, mechanism, notice.CaseId, proposals);
        var (targets, indicators) = await Figures.Keep(step, mechanism, notice, proposals, tasks);
        var parts = new[]
        {
            (addressees, $"主送单位 {addressees} 个{(unnamed > 0 ? $"（其中 {unnamed} 个未指明单位）" : "")}"),
            (duties, $"报送事项 {duties} 项{(waiting > 0 ? $"（其中 {waiting} 项待安排）" : "")}"),
            (targets, $"目标 {targets} 项"),
            (indicators, $"来文载明的指标 {indicators} 项"),
        };
        return new(
            string.Concat(parts.Where(part => part.Item1 > 0).Select(part => $"，{part.Item2}")),
            duties + targets + indicators > 0
        );
    }
}
