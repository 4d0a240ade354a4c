using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House.InnerChains;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// A unit's own chain inside its ask: what the drafter wrote goes from station to station; the last one's approval gives
/// the unit's answer. Outside the unit only that answer is seen.
/// </summary>
internal static class InnerRound
{
    /// <summary>The stations the unit has set for that kind of request; none where it answers at once.</summary>
    public static Task<IReadOnlyList<StationRow>> Stations(Step step, AskRow ask) =>
        step.Session.Query<StationRow>(
            "select * from inner_chain where unit = @Unit and vocabulary = @Vocabulary order by position",
            new { ask.Unit, ask.Vocabulary }
        );

    /// <summary>送审: keeps the draft and asks the first station; an earlier draft on its way gives way to this one.</summary>
    public static async Task Submit(
        Step step,
        AskRow ask,
        IReadOnlyList<StationRow> stations,
        AnswerDraft draft,
        IReadOnlyList<Upload>? files
    )
    {
        await Settling.Withdraw(step, step.File.Inner(ask.Id));
        foreach (var old in step.File.Inner(ask.Id))
            await Settling.Change(step, old, AskState.Replaced);
        var written = await Settling.Draft(step, ask, draft);
        await Attachments.Keep(step, written.Id, files);
        foreach (var station in stations)
        {
            var row = Row(step, ask, station);
            await step.Session.Insert("ask", row);
            step.File.Asks.Add(row);
        }
        step.Say(
            $"{await step.UnitName(ask.Unit)}正在内部办理（{Vocabulary.Named(ask.Vocabulary).Label}）",
            new { ask = ask.Id }
        );
    }

    /// <summary>One station has answered: on to the next, back to the drafter, or out as the unit's answer.</summary>
    public static async Task Go(Step step, AskRow station)
    {
        var ask = step.File.Asks.First(a => a.Id == station.Within);
        var unit = await step.UnitName(ask.Unit);
        var label = Vocabulary.Named(ask.Vocabulary).Label;
        if (step.File.EffectOf(step.File.Asks.First(a => a.Id == station.Id)) == AnswerEffect.SendsBack)
        {
            await Settling.Withdraw(step, step.File.Inner(ask.Id));
            step.Say($"{unit}正在内部办理（{label}）", new { ask = ask.Id });
        }
        else if (step.File.Inner(ask.Id).FirstOrDefault(a => a.State == AskState.Waiting) is { } next)
        {
            await Settling.Change(step, next, AskState.Open);
            step.Say($"{unit}正在内部办理（{label}）", new { ask = ask.Id });
        }
        else
            await GiveOut(step, ask, unit);
    }

    private static async Task GiveOut(Step step, AskRow ask, string unit)
    {
        var written = step.File.DraftOf(ask.Id)!;
        var draft = new AnswerDraft(
            written.Value,
            written.Text,
            written.Basis,
            written.PersonName,
            written.PersonPost,
            written.Provisional,
            await Attachments.Any(step, written.Id)
        )
        {
            Positions = await ClauseOpinions.Of(step.Session, written.Id),
            Fields = await AskedFields.In(step.Session, written.Id),
        };
        var answer = await Settling.Take(step, ask, draft, null);
        await Attachments.Share(step, written.Id, answer.Id);
        step.Say(
            $"{unit}{Sentence.Of(ask, draft)}",
            new
            {
                ask = ask.Id,
                answer = answer.Id,
                draft.Value,
                draft.Text,
            }
        );
    }

    private static AskRow Row(Step step, AskRow ask, StationRow station) =>
        new()
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            VisitId = ask.VisitId,
            Unit = ask.Unit,
            Within = ask.Id,
            Holder = station.Account,
            Grp = station.Position,
            Vocabulary = Vocabulary.Inner.Id,
            State = station.Position == 0 ? AskState.Open : AskState.Waiting,
            TextVersion = ask.TextVersion,
            Subject = station.Title,
            OpenedAt = step.Now,
            Due = ask.Due,
        };
}
