using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Plans.Consult;

/// <summary>送征求意见: every unit is asked with its own clock; who still stands on an earlier round is carried over.</summary>
public sealed record SendForOpinions() : ActionCommand(Actions.SendForOpinions)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (text, _) = await step.Session.PlanText(step.CaseId);
        await step.Complete(step.File.OpenVisits.Single().Node, "consulted");
        var asks = step.File.Round(step.File.LastVisit("consulting")!.Id, Vocabulary.Opinion.Id);
        var carried = asks.Count(a => a.State == AskState.Answered);
        step.Say(
            carried == 0
                ? $"方案第 {text.Number} 稿向 {asks.Count} 个单位征求意见"
                : $"方案第 {text.Number} 稿再次征求意见：征求 {asks.Count - carried} 个单位，沿用 {carried} 个单位",
            new { text = text.Id, text.Number }
        );
    }
}

/// <summary>
/// 结束征求意见. Units whose day has not passed are not cut off; those whose day passed are deemed by the rule set and
/// listed apart.
/// </summary>
public sealed record CloseConsultation() : ActionCommand(Actions.CloseConsultation)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var round = step.File.Round(step.File.OpenVisit("consulting")!.Id, Vocabulary.Opinion.Id);
        var waiting = round.Where(a => a.State == AskState.Open && a.Due >= step.Today).ToList();
        if (waiting.Count > 0)
        {
            var names = new List<string>();
            foreach (var ask in waiting)
                names.Add(await step.UnitName(ask.Unit));
            throw new Refusal($"{string.Join("、", names)}的反馈期限未到，不能结束。可先催办，或代录其意见。");
        }
        await step.Complete("consulting", "closed");
        var deemed = round.Count(a => a.State == AskState.Deemed);
        var answered = round.Count(a => a.State == AskState.Answered);
        step.Say($"征求意见结束：{round.Count} 个单位中 {answered} 个已反馈，{deemed} 个逾期视为无不同意见");
    }
}
