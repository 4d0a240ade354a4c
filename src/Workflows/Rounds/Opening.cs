using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Rounds;

/// <summary>
/// Opens a round: who is asked, about which text, by when. After an edit exactly the units with a covered clause that
/// does not stand are asked again; the others' signatures are carried over, visibly.
/// </summary>
internal static class Opening
{
    /// <summary>Opens the round of a step the case has come to.</summary>
    public static async Task Open(Step step, VisitRow visit, RoundInput round)
    {
        var asked = await step.Steps.Registry.Who[round.Who](step);
        await Ask(step, visit, round, asked);
        await Settling.Judge(step, visit);
    }

    /// <summary>Asks these units in that visit; also for asks beside the round, such as a confirmation.</summary>
    public static async Task Ask(Step step, VisitRow visit, RoundInput round, IReadOnlyList<Asked> asked)
    {
        var vocabulary = Vocabulary.Named(round.Vocabulary);
        var text = vocabulary.Bond == TextBond.None ? null : await LockedText(step);
        var standing = vocabulary.Bond == TextBond.Carries ? await Standing.Of(step, visit.Node, text!) : null;
        foreach (var to in asked)
        {
            if (standing?.GetValueOrDefault(to.Unit) is { } earlier)
                await Carry(step, visit, round, to, text!, earlier);
            else
                await AskOne(step, visit, round, to, text);
        }
    }

    private static async Task AskOne(Step step, VisitRow visit, RoundInput round, Asked to, TextVersionRow? text)
    {
        var id = step.NewId();
        var due = round.Deadline is { } rule ? await Deadlines.Start(step, rule, id) : null;
        var ask = new AskRow
        {
            Id = id,
            CaseId = step.CaseId,
            VisitId = visit.Id,
            Unit = to.Unit,
            Seat = to.Seat,
            Vocabulary = round.Vocabulary,
            State = AskState.Open,
            TextVersion = text?.Id,
            Subject = round.Subject,
            OpenedAt = step.Now,
            Due = due,
        };
        await step.Session.Insert("ask", ask);
        step.File.Asks.Add(ask);
        step.File.Concerned.Add(to.Unit);
        step.Send(to.Unit, nameof(AskOpened), await Messages.Opened(step, ask));
    }

    private static async Task Carry(
        Step step,
        VisitRow visit,
        RoundInput round,
        Asked to,
        TextVersionRow text,
        AnswerRow earlier
    )
    {
        var ask = new AskRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            VisitId = visit.Id,
            Unit = to.Unit,
            Seat = to.Seat,
            Vocabulary = round.Vocabulary,
            State = AskState.Answered,
            TextVersion = text.Id,
            Subject = round.Subject,
            OpenedAt = step.Now,
            SettledAt = step.Now,
        };
        await step.Session.Insert("ask", ask);
        step.File.Asks.Add(ask);
        var answer = earlier with { Id = step.NewId(), AskId = ask.Id, Origin = AnswerOrigin.Carried, At = step.Now };
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
        await Standing.Carry(step, earlier.Id, answer.Id);
        step.Send(
            to.Unit,
            nameof(TextChanged),
            new TextChanged(step.CaseId, step.File.Row.Title, round.Subject, text.Number)
        );
    }

    /// <summary>The newest text; locked now, so that what was seen can no longer change.</summary>
    private static async Task<TextVersionRow> LockedText(Step step)
    {
        var kind = step.Steps.Registry.TextKinds[step.File.Row.Definition];
        var text =
            await step.Session.Latest(step.CaseId, kind)
            ?? throw new Domain.Refusal("还没有可供会签的文稿，请先起草并保存。");
        if (text.LockedAt is not null)
            return text;
        await step.Session.Execute(
            "update text_version set locked_at = @at where id = @Id",
            new { text.Id, at = Ledger.Moment.Text(step.Now) }
        );
        return text with { LockedAt = step.Now };
    }
}
