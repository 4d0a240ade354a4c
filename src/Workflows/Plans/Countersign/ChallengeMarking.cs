using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Plans.Countersign;

/// <summary>
/// 对文字性修改提出异议: a unit says that what the drafter marked as wording is substance. The change counts as
/// substantive from now on, and every unit whose signature rested on it is asked again.
/// </summary>
/// <param name="Clause">The clause as it stands now.</param>
/// <param name="Why">Why it is no mere wording.</param>
public sealed record ChallengeMarking(string Clause, string Why) : ActionCommand(Actions.ChallengeMarking)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请说明为什么不是文字性修改。");
        var (text, clauses) = await step.Session.PlanText(step.CaseId);
        var clause =
            clauses.FirstOrDefault(c => c.Id == Clause)
            ?? throw new Refusal("该条已经不在最新文稿中，请刷新页面后重新选择。");
        var changed = await step.Session.Execute(
            """
            update clause_link set challenged_at = @at
             where to_clause = @Clause and substantive = 0 and kind = 'Edited' and challenged_at is null
            """,
            new { Clause, at = Moment.Text(step.Now) }
        );
        if (changed == 0)
            throw new Refusal("该条在本稿中没有标为文字性修改，或者已经提出过异议。");
        var unit = await step.UnitName(step.Actor.Unit!);
        step.OnBehalfOf = step.Actor.Unit;
        var again = await AskAgain(step, text);
        step.Say(
            $"{unit}认为第 {clause.Position} 条不是文字性修改：{Why.Trim()}；重新征求 {again} 个单位",
            new { Clause }
        );
    }

    /// <summary>In the countersign itself only the fallen ones are asked anew; after it the plan comes back to it.</summary>
    private static async Task<int> AskAgain(Step step, TextVersionRow text)
    {
        if (step.File.OpenVisit("countersigning") is not { } visit)
        {
            await step.Return("countersigning", step.File.OpenVisits.Single().Node);
            var round = step.File.LastVisit("countersigning")!;
            return step.File.Round(round.Id, Vocabulary.Countersign.Id).Count(a => a.State == AskState.Open);
        }
        var standing = await Standing.Of(step, visit.Node, text);
        var fallen = step
            .File.Round(visit.Id, Vocabulary.Countersign.Id)
            .Where(a => step.File.AnswerTo(a.Id) is { Origin: AnswerOrigin.Carried } && !standing.ContainsKey(a.Unit))
            .ToList();
        foreach (var ask in fallen)
        {
            var again = await Opening.Add(
                step,
                visit,
                step.File.Lifecycle.Step(visit.Node).Ask!,
                new(ask.Unit, null, ask.Grp)
            );
            await Settling.Change(step, ask, AskState.Replaced, again.Id);
        }
        return fallen.Count;
    }
}
