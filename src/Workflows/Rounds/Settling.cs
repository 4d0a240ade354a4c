using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Reports;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Takes answers and judges what they mean for the round.</summary>
internal static class Settling
{
    /// <summary>Takes one answer; the last one of an ask counts while its round is open.</summary>
    /// <exception cref="Refusal">Something the answer needs is missing, or it says the same as before.</exception>
    public static async Task<AnswerRow> Take(Step step, AskRow ask, AnswerDraft draft, RecordedFrom? recorded)
    {
        var answer = Row(step, ask, draft, recorded is null ? AnswerOrigin.Explicit : AnswerOrigin.Recorded) with
        {
            OnBehalfOf = recorded is null ? null : ask.Unit,
            RecordedWho = recorded?.Who,
            RecordedChannel = recorded?.Channel,
            RecordedAt = recorded?.At,
        };
        await RefuseSameAgain(step, step.File.AnswerTo(ask.Id), answer, draft);
        await ClauseOpinions.Write(step, ask, answer, draft);
        await AskedFields.Keep(step, ask, answer, draft);
        var settles = Vocabulary.Named(ask.Vocabulary).Find(draft.Value)!.Effect != AnswerEffect.Interim;
        await Keep(step, ask, answer, settles ? AskState.Answered : ask.State, draft.Positions);
        return answer;
    }

    /// <summary>拟稿: keeps what the unit's own chain is to look at; the ask itself stays open.</summary>
    public static async Task<AnswerRow> Draft(Step step, AskRow ask, AnswerDraft draft)
    {
        var answer = Row(step, ask, draft, AnswerOrigin.Drafted);
        await ClauseOpinions.Write(step, ask, answer, draft);
        await AskedFields.Keep(step, ask, answer, draft);
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
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
            AskState.Deemed,
            []
        );

    /// <summary>Ends asks that nobody answered, with what was handed on from them.</summary>
    public static async Task Withdraw(Step step, IReadOnlyList<AskRow> asks)
    {
        foreach (var ask in asks.Where(a => a.State is AskState.Open or AskState.Delegated or AskState.Waiting))
        {
            await Change(step, ask, AskState.Withdrawn);
            await Withdraw(step, [.. step.File.Asks.Where(a => a.DelegatedFrom == ask.Id || a.Within == ask.Id)]);
        }
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
        else
            await Opening.OpenNext(step, visit, round);
    }

    /// <summary>The unit is asked again, with the deadline it had; what was to follow that date follows it still.</summary>
    public static async Task Reopen(Step step, AskRow ask)
    {
        await Change(step, ask, AskState.Open);
        foreach (var clock in await RunningClocks.Of(step))
            if (clock.Owner == ask.Id && !Explanation.Parse(clock.Replay).Due.IsPaused)
                await ClockTimers.Set(step, clock);
    }

    /// <summary>Changes where an ask stands; what waited for it as it stood is cleared, and its desk is told.</summary>
    public static async Task Change(Step step, AskRow ask, AskState state, string? replacedBy = null)
    {
        var settled = state is AskState.Open or AskState.Delegated ? null : (DateTimeOffset?)step.Now;
        var changed = ask with { State = state, SettledAt = settled, ReplacedBy = replacedBy ?? ask.ReplacedBy };
        step.File.Asks[step.File.Asks.FindIndex(a => a.Id == ask.Id)] = changed;
        await step.Session.Execute(
            "update ask set state = @state, settled_at = @at, replaced_by = @ReplacedBy where id = @Id",
            new
            {
                ask.Id,
                changed.ReplacedBy,
                state = state.ToString(),
                at = Rows.Stored(settled),
            }
        );
        if (settled is not null)
            await ClockTimers.Clear(step, ask.Id);
        if (ask.Within is null)
            step.Send(ask.Unit, nameof(AskSettled), new AskSettled(step.CaseId, ask.Id, state.ToString()));
    }

    private static AnswerRow Row(Step step, AskRow ask, AnswerDraft draft, AnswerOrigin origin)
    {
        if (AnswerMustBeComplete.WhatIsMissing(Vocabulary.Named(ask.Vocabulary), draft) is { } missing)
            throw new Refusal(missing);
        return new AnswerRow
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
            DeputyFor = step.DeputyFor,
            At = step.Now,
            Origin = origin,
            Provisional = draft.TakesBack,
        };
    }

    private static async Task Keep(
        Step step,
        AskRow ask,
        AnswerRow answer,
        AskState state,
        IReadOnlyList<Position> positions
    )
    {
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
        if (ask.TextVersion is { } text && state == AskState.Answered)
            await Standing.Sign(step, answer.Id, text, ask.Unit, positions);
        if (state != ask.State || state == AskState.Answered)
            await Change(step, ask, state);
        if (state == AskState.Answered && step.Steps.Registry.Answered.TryGetValue(ask.Vocabulary, out var follow))
            await follow(step, answer);
        if (ask.DelegatedFrom is not null && state == AskState.Answered)
            await ComeBack(step, ask.DelegatedFrom);
        if (step.File.RoundOf(ask) is not null)
            await Judge(step, step.File.Visits.First(v => v.Id == ask.VisitId));
    }

    /// <summary>What was handed on (委托) is back at the unit that was asked.</summary>
    private static async Task ComeBack(Step step, string original)
    {
        if (step.File.Asks.First(a => a.Id == original) is { State: AskState.Delegated } ask)
            await Change(step, ask, AskState.Open);
    }

    private static async Task RefuseSameAgain(Step step, AnswerRow? before, AnswerRow now, AnswerDraft draft)
    {
        if (
            before is not null
            && await ClauseOpinions.AreTheSame(step.Session, before.Id, draft.Positions)
            && (await AskedFields.In(step.Session, before.Id)).SequenceEqual(draft.Fields)
            && (before.Value, before.Text, before.PersonName, before.PersonPost, before.Provisional, before.Origin)
                == (now.Value, now.Text, now.PersonName, now.PersonPost, now.Provisional, now.Origin)
        )
            throw new Refusal("内容与上次答复相同，已经记录，无需重复提交。");
    }
}
