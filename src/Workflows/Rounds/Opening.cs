using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Rounds;

/// <summary>
/// Opens a round: who is asked, about which text, by when, in which order. After an edit exactly the units with a
/// covered clause that does not stand are asked again; the others' signatures are carried over, visibly.
/// </summary>
internal static class Opening
{
    /// <summary>Opens the round of a step the case has come to.</summary>
    /// <param name="kept">Answers that stay as they are, because the last move was taken back (撤回); null otherwise.</param>
    public static async Task Open(
        Step step,
        VisitRow visit,
        RoundInput round,
        IReadOnlyDictionary<string, AnswerRow>? kept = null
    )
    {
        var asked = await step.Steps.Registry.Who[round.Who](step);
        await Ask(step, visit, round, asked, kept);
        await Settling.Judge(step, visit);
    }

    /// <summary>Asks these units in that visit; also for asks beside the round, such as a confirmation.</summary>
    public static async Task Ask(
        Step step,
        VisitRow visit,
        RoundInput round,
        IReadOnlyList<Asked> asked,
        IReadOnlyDictionary<string, AnswerRow>? kept = null
    )
    {
        var text = await TextOf(step, round.Vocabulary);
        var stands =
            Vocabulary.Named(round.Vocabulary).Bond == TextBond.Carries && kept is null
                ? await Standing.Of(step, visit.Node, text!)
                : kept;
        foreach (var (to, index) in asked.Select((to, i) => (to, i)))
        {
            var ask = Row(step, visit, round, to, Group(round.Order, to, index), text);
            if (stands?.GetValueOrDefault(to.Unit) is { } earlier)
                await Carry(step, ask, text, earlier);
            else
                step.File.Asks.Add(ask);
        }
        var turn = AskPolicy.Parse(round.Policy).GroupToOpen(step.File.Standing(visit.Id, round.Vocabulary));
        foreach (var ask in step.File.Round(visit.Id, round.Vocabulary).Where(a => a.State == AskState.Waiting))
            await Put(step, ask, ask.Grp == turn, round.Deadline);
    }

    /// <summary>One more unit in a running round; it is asked at once, or when its group's turn comes.</summary>
    public static async Task<AskRow> Add(Step step, VisitRow visit, RoundInput round, Asked to)
    {
        var ask = Row(step, visit, round, to, to.Group, await TextOf(step, round.Vocabulary));
        var reached = step
            .File.Round(visit.Id, round.Vocabulary)
            .Where(a => a.State is not AskState.Waiting)
            .Max(a => (int?)a.Grp);
        step.File.Asks.Add(ask);
        await Put(step, ask, round.Order == AskOrder.Parallel || ask.Grp <= reached, round.Deadline);
        await OpenNext(step, visit, round);
        return step.File.Asks.First(a => a.Id == ask.Id);
    }

    /// <summary>Another unit in the place of one whose turn has not come.</summary>
    public static async Task<AskRow> Wait(Step step, AskRow old, string unit, string? seat = null)
    {
        var ask = old with { Id = step.NewId(), Unit = unit, Seat = seat };
        step.File.Asks.Add(ask);
        await Put(step, ask, open: false, null);
        return ask;
    }

    /// <summary>An ask in another's place (改派) or on its way back to it (委托), with a clock of its own.</summary>
    public static Task<AskRow> InPlaceOf(Step step, AskRow old, string unit, string? delegatedFrom) =>
        Another(step, old, unit, old.Seat, delegatedFrom, ask => Begin(step, ask, step.File.RoundOf(old)?.Deadline));

    /// <summary>An ask of the unit that carries on (承接): the deadline goes on, with all that was approved for it.</summary>
    public static Task<AskRow> CarriedOn(Step step, AskRow old, string unit, string? seat) =>
        Another(
            step,
            old,
            unit,
            seat,
            delegatedFrom: null,
            async ask => Opened(step, ask, await Deadlines.GoOn(step, old.Id, ask.Id))
        );

    private static async Task<AskRow> Another(
        Step step,
        AskRow old,
        string unit,
        string? seat,
        string? delegatedFrom,
        Func<AskRow, Task<AskRow>> begin
    )
    {
        var ask = old with
        {
            Id = step.NewId(),
            Unit = unit,
            Seat = seat,
            State = AskState.Waiting,
            DelegatedFrom = delegatedFrom,
            OpenedAt = step.Now,
            DeliveredAt = null,
            SeenAt = null,
            SettledAt = null,
            Due = null,
        };
        step.File.Asks.Add(ask);
        var open = await begin(ask);
        await Put(step, open, isOpen: true);
        return open;
    }

    /// <summary>Opens the group whose turn has come.</summary>
    public static async Task OpenNext(Step step, VisitRow visit, RoundInput round)
    {
        var policy = AskPolicy.Parse(round.Policy);
        if (policy.GroupToOpen(step.File.Standing(visit.Id, round.Vocabulary)) is { } group)
            await OpenGroup(step, visit, round, group);
    }

    /// <summary>Opens a group, whatever its turn.</summary>
    public static async Task OpenGroup(Step step, VisitRow visit, RoundInput round, int group)
    {
        var waiting = step.File.Round(visit.Id, round.Vocabulary).Where(a => a.State == AskState.Waiting);
        foreach (var ask in waiting.Where(a => a.Grp == group))
            await Turn(step, ask, round.Deadline);
    }

    private static int Group(AskOrder order, Asked to, int index) =>
        order switch
        {
            AskOrder.Parallel => 0,
            AskOrder.Sequential => index,
            AskOrder.Grouped => to.Group,
        };

    private static AskRow Row(Step step, VisitRow visit, RoundInput round, Asked to, int group, TextVersionRow? text) =>
        new()
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            VisitId = visit.Id,
            Unit = to.Unit,
            Seat = to.Seat,
            Grp = group,
            Vocabulary = round.Vocabulary,
            State = AskState.Waiting,
            TextVersion = text?.Id,
            Subject = round.Subject,
            OpenedAt = step.Now,
            Due = to.Due,
        };

    /// <summary>Writes an ask that the file has: open at once, or waiting for its group's turn.</summary>
    private static async Task Put(Step step, AskRow ask, bool open, string? rule) =>
        await Put(step, open ? await Begin(step, ask, rule) : ask, open);

    private static async Task Put(Step step, AskRow row, bool isOpen)
    {
        await step.Session.Insert("ask", row);
        step.File.Concerned.Add(row.Unit);
        if (isOpen)
            step.Send(row.Unit, nameof(AskOpened), await Messages.Opened(step, row));
    }

    /// <summary>The turn of an ask that has waited.</summary>
    private static async Task Turn(Step step, AskRow ask, string? rule)
    {
        var open = await Begin(step, ask, rule);
        await step.Session.Execute(
            "update ask set state = 'Open', opened_at = @at, due = @due where id = @Id",
            new
            {
                open.Id,
                at = Moment.Text(step.Now),
                due = Rows.Stored(open.Due),
            }
        );
        step.Send(open.Unit, nameof(AskOpened), await Messages.Opened(step, open));
    }

    /// <summary>Its clock starts, and that of what the unit is asked next where that counts already.</summary>
    private static async Task<AskRow> Begin(Step step, AskRow ask, string? rule)
    {
        var due = rule is null ? null : await Deadlines.Start(step, rule, ask.Id, ask.Due);
        var open = Opened(step, ask, due);
        await Deadlines.StartAhead(step, open);
        return open;
    }

    private static AskRow Opened(Step step, AskRow ask, DateOnly? due)
    {
        var open = ask with { State = AskState.Open, OpenedAt = step.Now, Due = due };
        step.File.Asks[step.File.Asks.FindIndex(a => a.Id == ask.Id)] = open;
        return open;
    }

    private static async Task Carry(Step step, AskRow waiting, TextVersionRow? text, AnswerRow earlier)
    {
        var ask = waiting with { State = AskState.Answered, SettledAt = step.Now };
        await step.Session.Insert("ask", ask);
        step.File.Asks.Add(ask);
        step.File.Concerned.Add(ask.Unit);
        var answer = earlier with { Id = step.NewId(), AskId = ask.Id, Origin = AnswerOrigin.Carried, At = step.Now };
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
        await Standing.Carry(step, earlier.Id, answer.Id);
        if (text is not null)
            step.Send(
                ask.Unit,
                nameof(TextChanged),
                new TextChanged(step.CaseId, step.File.Row.Title, ask.Subject, text.Number)
            );
    }

    /// <summary>The newest text; locked now, so that what was seen can no longer change. Null where none is asked about.</summary>
    private static async Task<TextVersionRow?> TextOf(Step step, string vocabulary)
    {
        if (Vocabulary.Named(vocabulary).Bond == TextBond.None)
            return null;
        var kind = step.Steps.Registry.TextKinds[step.File.Row.Definition];
        var text =
            await step.Session.Latest(step.CaseId, kind)
            ?? throw new Domain.Refusal("还没有可供会签的文稿，请先起草并保存。");
        if (text.LockedAt is not null)
            return text;
        await step.Session.Execute(
            "update text_version set locked_at = @at where id = @Id",
            new { text.Id, at = Moment.Text(step.Now) }
        );
        return text with { LockedAt = step.Now };
    }
}
