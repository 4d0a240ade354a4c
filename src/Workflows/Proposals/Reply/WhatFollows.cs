using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>What a reply that was sent asks for: publication, and each promise by its day.</summary>
internal static class WhatFollows
{
    /// <summary>Opens the requests. A later reply is published in the place of the earlier one.</summary>
    public static async Task Ask(Step step, ItemRow item, ReplyRow reply, IReadOnlyList<ClauseRow> clauses)
    {
        await Settling.Withdraw(step, step.File.AsksOf(ItemVocabulary.Publish));
        if (reply.Publication != Publication.Withheld)
            await ItemAsks.Beside(
                step,
                ItemVocabulary.Publish,
                "publish",
                $"请{PublicVersion.Label(reply.Publication)}办理结果，并填写公开位置",
                new Asked(reply.Unit)
            );
        var scheme = ClassScheme.Named(item.Scheme);
        var classes = await step.Session.Query<ReplyPartRow>(
            "select * from reply_part where version = @Version",
            new { reply.Version }
        );
        foreach (var clause in clauses)
            if (
                classes.FirstOrDefault(p => p.Clause == clause.Id)?.ClassCode is { } code
                && scheme.Find(code) is { FollowUp: true }
            )
                await Promise(step, reply.Unit, clause);
    }

    /// <summary>A promise that runs already, made in the same words in the reply before, is not made twice.</summary>
    private static async Task Promise(Step step, string unit, ClauseRow clause)
    {
        var day = clause.DeadlineDate!.Value;
        var running = await step.Session.Query<string>(
            "select m.ask from commitment m join ask a on a.id = m.ask where m.case_id = @CaseId and m.text = @Text and m.due = @due and a.state = 'Open'",
            new
            {
                step.CaseId,
                clause.Text,
                due = Moment.Text(day),
            }
        );
        if (running.Count > 0)
            return;
        var ask = await ItemAsks.Beside(
            step,
            ItemVocabulary.Commitment,
            "commitment",
            $"承诺：{(clause.Text.Length <= 60 ? clause.Text : clause.Text[..60] + "…")}",
            new Asked(unit) { Due = day }
        );
        await step.Session.Insert(
            "commitment",
            new CommitmentRow
            {
                Ask = ask[0].Id,
                CaseId = step.CaseId,
                Unit = unit,
                Text = clause.Text,
                Due = day,
                MadeOn = step.Today,
            }
        );
    }
}
