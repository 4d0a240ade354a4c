using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Plans.Countersign;

/// <summary>重新送会签 after a change: checks that were done are not done again; who stands is carried over.</summary>
public sealed record SendAgain() : ActionCommand(Actions.SendAgain)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (step.File.LastVisit("countersigning") is null)
            throw new Refusal("方案还没有会签过，请点“统稿完成”，经审查后送会签。");
        var (text, _) = await step.Session.PlanText(step.CaseId);
        await step.JumpBack("countersigning");
        var asks = step.File.Round(step.File.LastVisit("countersigning")!.Id, Vocabulary.Countersign.Id);
        var carried = asks.Count(a => a.State == AskState.Answered);
        step.Say(
            $"方案第 {text.Number} 稿重新送会签：征求 {asks.Count - carried} 个单位，沿用 {carried} 个单位",
            new { text = text.Id, text.Number }
        );
    }
}

/// <summary>
/// 按裁定继续会签: what a unit objects to was ruled on by the superior. Its opinion stays on record, and the units whose
/// turn has not come are asked; once all have answered the plan goes to deliberation. Nobody is passed over for being
/// late: a countersignature for a joint document is never deemed.
/// </summary>
public sealed record ProceedPastRulings() : ActionCommand(Actions.ProceedPastRulings)
{
    private const string Ruled = """
        select d.unit from disagreement d join cases c on c.id = d.case_id
         where d.plan = @CaseId and c.outcome = 'ruledBySuperior'
        """;

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await PlanFile.RefuseWhileDisagreed(step, "继续会签");
        var visit = step.File.OpenVisit("countersigning")!;
        var round = step.File.Round(visit.Id, Vocabulary.Countersign.Id);
        var open = round.Where(a => a.State is AskState.Open or AskState.Delegated).ToList();
        if (open.Count > 0)
            throw new Refusal(
                $"{await Names(step, open)}还没有会签。联合发文的会签不能逾期视为同意，请催办或代录签字件。"
            );
        var ruled = (await step.Session.Query<string>(Ruled, new { step.CaseId })).ToHashSet();
        var objecting = round.Where(a => step.File.EffectOf(a) == AnswerEffect.Objects).ToList();
        if (objecting.Where(a => !ruled.Contains(a.Unit)).ToList() is { Count: > 0 } unsettled)
            throw new Refusal($"{await Names(step, unsettled)}不同意，请退回修改文稿，或登记分歧逐级协调。");
        var kept = $"{await Names(step, objecting)}的不同意见已由上级裁定，保留在案";
        if (round.Where(a => a.State == AskState.Waiting).Min(a => (int?)a.Grp) is { } group)
        {
            await Opening.OpenGroup(step, visit, step.File.Lifecycle.Step(visit.Node).Ask!, group);
            step.Say($"继续会签；{kept}");
            return;
        }
        await step.Complete("countersigning", "proceeded");
        step.Say($"会签结束，送审议；{kept}");
    }

    private static async Task<string> Names(Step step, IEnumerable<AskRow> asks)
    {
        var names = new List<string>();
        foreach (var ask in asks)
            names.Add(await step.UnitName(ask.Unit));
        return string.Join("、", names);
    }
}
