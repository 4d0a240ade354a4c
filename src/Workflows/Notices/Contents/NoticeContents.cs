using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision.Figures;

namespace JointMeeting.Workflows.Notices.Contents;

/// <summary>What beside roster and tasks a confirmed document leaves to a mechanism: reporting duties, targets, indicators.</summary>
internal static class NoticeContents
{
    /// <summary>Keeps them; returns the sentence that says so, empty where there is nothing.</summary>
    /// <param name="tasks">Tasks by the number of their row.</param>
    public static async Task<string> Keep(
        Step step,
        string mechanism,
        NoticeRow notice,
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlyDictionary<string, string> tasks
    )
    {
        var (duties, waiting) = await NewDuties.Keep(step, mechanism, notice.CaseId, proposals);
        var (targets, indicators) = await Figures.Keep(step, mechanism, notice, proposals, tasks);
        var parts = new[]
        {
            (duties, $"报送事项 {duties} 项{(waiting > 0 ? $"（其中 {waiting} 项待安排）" : "")}"),
            (targets, $"目标 {targets} 项"),
            (indicators, $"来文载明的指标 {indicators} 项"),
        };
        return string.Concat(parts.Where(part => part.Item1 > 0).Select(part => $"，{part.Item2}"));
    }
}
