using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Plans;

/// <summary>Reads a plan's own rows.</summary>
public static class PlanFile
{
    /// <summary>Kind of text that a plan is.</summary>
    public const string Text = "plan";

    /// <summary>The plan's row, or null where the case is none.</summary>
    public static Task<PlanRow?> Plan(this Session session, string caseId) =>
        session.One<PlanRow>("select * from plan where case_id = @caseId", new { caseId });

    /// <summary>Its units, in the order of the heading.</summary>
    public static Task<IReadOnlyList<PlanUnitRow>> PlanUnits(this Session session, string caseId) =>
        session.Query<PlanUnitRow>("select * from plan_unit where plan = @caseId order by position", new { caseId });

    /// <summary>The newest text with its clauses.</summary>
    /// <exception cref="Refusal">Nothing has been written yet.</exception>
    public static async Task<(TextVersionRow Version, IReadOnlyList<ClauseRow> Clauses)> PlanText(
        this Session session,
        string caseId
    )
    {
        var version = await session.Latest(caseId, Text) ?? throw new Refusal("还没有方案文稿，请先起草并保存。");
        return (version, await session.Clauses(version.Id));
    }

    /// <summary>Disagreements about it that are still open.</summary>
    public static Task<IReadOnlyList<string>> OpenDisagreements(this Session session, string caseId) =>
        session.Query<string>(
            """
            select c.title from disagreement d join cases c on c.id = d.case_id
             where d.plan = @caseId and c.closed_at is null order by c.opened_at
            """,
            new { caseId }
        );

    /// <summary>
    /// Nothing is signed off, numbered or issued while the departments have not agreed (党政机关公文处理工作条例,
    /// 行文规则: 未协商一致的不得向下行文).
    /// </summary>
    /// <exception cref="Refusal">A disagreement is open.</exception>
    public static async Task RefuseWhileDisagreed(Step step, string what)
    {
        var open = await step.Session.OpenDisagreements(step.CaseId);
        if (open.Count > 0)
            throw new Refusal(
                $"还有 {open.Count} 项分歧没有解决（{string.Join("；", open)}），不能{what}。请先在“分歧协调”中协商一致、报请裁定或删除有关条文。"
            );
    }

    /// <summary>Nobody signs, and nothing is issued, but the text that went through the step before.</summary>
    /// <exception cref="Refusal">The text was changed after that round.</exception>
    public static async Task RefuseIfChangedSince(Step step, string node, Vocabulary vocabulary)
    {
        var latest = await step.Session.Latest(step.CaseId, Text);
        var seen = step.File.Visits.Where(v => v.Node == node).SelectMany(v => step.File.Round(v.Id, vocabulary.Id));
        if (seen.LastOrDefault()?.TextVersion != latest?.Id)
            throw new Refusal($"文稿在{vocabulary.Label}之后又有修改，请退回“统稿与采纳”，重新送会签。");
    }
}
