using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Meetings.Minutes;

namespace JointMeeting.Workflows.Meetings.Countersign;

/// <summary>送会签: exactly the units a decision names are asked; who still stands on the text is carried over.</summary>
public sealed record Circulate() : ActionCommand(Actions.Circulate)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var text =
            await step.Session.Latest(step.CaseId, MeetingRegistrations.Minutes)
            ?? throw new Refusal("还没有纪要，请先起草并保存。");
        var clauses = await step.Session.Clauses(text.Id);
        if (clauses.FirstOrDefault(c => c.Mark == ClauseMark.Decided && c.LeadUnits.Length == 0) is { } leaderless)
            throw new Refusal($"第 {leaderless.Position} 条议定事项没有牵头单位，请补充后再送会签。");
        var unaccounted = (await MinutesCoverage.Of(step.Session, step.CaseId, clauses)).Where(f => f.Stops).ToList();
        if (unaccounted.Count > 0)
            throw new Refusal(
                $"还有 {unaccounted.Count} 处像是议定的内容没有列为“议定”，例如：{unaccounted[0].Sentence} 请改标为“议定”，或在起草页说明不设任务的理由。"
            );
        await step.Complete("minutesDrafting", "circulated");
        // An office may have switched the countersign off, or put a step of its own before it.
        if (step.File.LastVisit("countersigning") is not { Skipped: false } round || round.EnteredAt != step.Now)
        {
            var next = string.Join("、", step.File.OpenVisits.Select(v => step.File.Lifecycle.Step(v.Node).Title));
            step.Say($"纪要第 {text.Number} 稿送出，进入“{next}”", new { text = text.Id, text.Number });
            return;
        }
        var asks = step.File.Round(round.Id, Vocabulary.Countersign.Id);
        var carried = asks.Count(a => a.State == AskState.Answered);
        step.Say(
            carried == 0
                ? $"纪要第 {text.Number} 稿送 {asks.Count} 个单位会签"
                : $"纪要第 {text.Number} 稿送会签：重新征求 {asks.Count - carried} 个单位，沿用 {carried} 个单位",
            new { text = text.Id, text.Number }
        );
    }
}

/// <summary>
/// 送签发 without the units that let the day pass; they are listed as 逾期未会签, never as agreed. Not while an
/// objection stands or a unit's day has not passed.
/// </summary>
public sealed record ProceedToSignature() : ActionCommand(Actions.ProceedToSignature)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var round = step.File.Round(step.File.OpenVisit("countersigning")!.Id, Vocabulary.Countersign.Id);
        var objecting = round.Where(a => step.File.EffectOf(a) == AnswerEffect.Objects).ToList();
        if (objecting.Count > 0)
            throw new Refusal(
                $"{await Names(step, objecting)}不同意，意见解决前不能送签发。请退回修改纪要或与其协商。"
            );
        var open = round.Where(a => a.State == AskState.Open).ToList();
        if (open.Where(a => a.Due >= step.Today).ToList() is { Count: > 0 } waiting)
            throw new Refusal($"{await Names(step, waiting)}会签期限未到，不能越过。可先催办，或代录其意见。");
        var late = await Names(step, open);
        await step.Complete("countersigning", "proceeded");
        step.Say(
            open.Count == 0 ? "会签完成，送签发" : $"送签发，逾期未会签：{late}",
            new { late = open.Select(a => a.Unit) }
        );
    }

    private static async Task<string> Names(Step step, IEnumerable<AskRow> asks)
    {
        var names = new List<string>();
        foreach (var ask in asks)
            names.Add(await step.UnitName(ask.Unit));
        return string.Join("、", names);
    }
}
