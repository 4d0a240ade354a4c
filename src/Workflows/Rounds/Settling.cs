using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Takes answers and judges what they mean for the round.</summary>
internal static class Settling
{
    /// <summary>Takes one answer; the last one of an ask counts while its round is open.</summary>
    /// <exception cref="Refusal">Something the answer needs is missing, or it says the same as before.</exception>
    public static async Task<AnswerRow> Take(Step step, AskRow ask, AnswerDraft draft, RecordedFrom? recorded)
    {
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        if (AnswerMustBeComplete.WhatIsMissing(vocabulary, draft) is { } missing)
            throw new Refusal(missing);
        var answer = new AnswerRow
        {
            Id = step.NewId(),
            AskId = ask.Id,
            CaseId = step.CaseId,
            Value = draft.Value,
            Text = draft.Text?.Trim(),
            Basis = draft.Basis?.Trim(),
            PersonName = draft.PersonName?.Trim(),
            PersonPost = draft.PersonPost?.Trim(),
            ByAccount = step.Actor.Id,
            ByName = step.Actor.Name,
            OnBehalfOf = recorded is null ? null : ask.Unit,
            At = step.Now,
            Origin = recorded is null ? AnswerOrigin.Explicit : AnswerOrigin.Recorded,
            Provisional = draft.TakesBack,
            RecordedWho = recorded?.Who,
            RecordedChannel = recorded?.Channel,
            RecordedAt = recorded?.At,
        };
        RefuseSameAgain(step.File.AnswerTo(ask.Id), answer);
        var settles = vocabulary.Find(draft.Value)!.Effect != AnswerEffect.Interim;
        await Keep(step, ask, answer, settles ? AskState.Answered : ask.State);
        return answer;
    }

    /// <summary>逾期视为: silence counts where the definition allows it.</summary>
    public static Task Deem(Step step, AskRow ask) =>
        Keep(
            step,
            ask,
            new AnswerRow
            {
                Id = step.NewId(),
                AskId = ask.Id,
                CaseId = step.CaseId,
                Value = "deemed",
                ByAccount = step.Actor.Id,
                ByName = step.Actor.Name,
                At = step.Now,
                Origin = AnswerOrigin.Deemed,
            },
            AskState.Deemed
        );

    /// <summary>Ends asks that nobody answered.</summary>
    public static async Task Withdraw(Step step, IReadOnlyList<AskRow> asks)
    {
        foreach (var ask in asks.Where(a => a.State is AskState.Open or AskState.Waiting))
            await Change(step, ask, AskState.Withdrawn);
    }

    /// <summary>Judges the open round of a visit and moves the case where the definition says so.</summary>
    public static async Task Judge(Step step, VisitRow visit)
    {
        var node = step.File.Lifecycle.Step(visit.Node);
        if (node.Ask is not { } round || step.File.Visits.All(v => v.Id != visit.Id || v.LeftAt is not null))
            return;
        var standing = step.File.Standing(visit.Id, round.Vocabulary);
        if (round.ReturnsTo is { } target && standing.Any(a => a.Effect == AnswerEffect.SendsBack))
            await step.Return(target, visit.Node);
        else if (round.Completes && AskPolicy.Parse(round.Policy).Judge(standing) is Judgement.Passed)
            await step.Complete(visit.Node, "passed");
    }

    private static async Task Keep(Step step, AskRow ask, AnswerRow answer, AskState state)
    {
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
        if (ask.TextVersion is { } text && state == AskState.Answered)
            await Standing.Sign(step, answer.Id, text, ask.Unit);
        if (state != ask.State || state == AskState.Answered)
            await Change(step, ask, state);
        var visit = step.File.Visits.First(v => v.Id == ask.VisitId);
        if (step.File.Lifecycle.Step(visit.Node).Ask?.Vocabulary == ask.Vocabulary)
            await Judge(step, visit);
    }

    private static async Task Change(Step step, AskRow ask, AskState state)
    {
        var changed = ask with { State = state, SettledAt = step.Now };
        step.File.Asks[step.File.Asks.FindIndex(a => a.Id == ask.Id)] = changed;
        var at = Moment.Text(step.Now);
        await step.Session.Execute(
            "update ask set state = @state, settled_at = @at where id = @Id",
            new
            {
                ask.Id,
                state = state.ToString(),
                at,
            }
        );
        await step.Session.Execute(
            "update timer set done_at = @at where ask_id = @Id and done_at is null",
            new { ask.Id, at }
        );
        step.Send(ask.Unit, nameof(AskSettled), new AskSettled(step.CaseId, ask.Id, state.ToString()));
    }

    private static void RefuseSameAgain(AnswerRow? before, AnswerRow now)
    {
        if (
            before is not null
            && (before.Value, before.Text, before.PersonName, before.PersonPost, before.Provisional, before.Origin)
                == (now.Value, now.Text, now.PersonName, now.PersonPost, now.Provisional, now.Origin)
        )
            throw new Refusal("内容与上次答复相同，已经记录，无需重复提交。");
    }
}
