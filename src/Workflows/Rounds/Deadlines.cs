using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Starts the clock of an ask or of a milestone, and changes it; its timers always follow its date.</summary>
internal static class Deadlines
{
    /// <summary>The clock is of a request to a unit.</summary>
    public const string OfAsk = "ask";

    /// <summary>The clock is of a milestone (节点) of a task, which asks nobody.</summary>
    public const string OfMilestone = "milestone";

    /// <summary>The clock is of what the unit will be asked next (<see cref="Registry.Ahead"/>); its owner is the ask it waits at.</summary>
    public const string OfNext = "next";

    /// <summary>
    /// Starts the clock of what the unit is asked next, where it counts from a day that has come: a unit that does not
    /// sign for it (签收) does not stop it. When the unit is asked, the clock of that ask goes on in the same period.
    /// </summary>
    public static async Task StartAhead(Step step, AskRow ask)
    {
        var registry = step.Steps.Registry;
        if (
            registry.Ahead.TryGetValue(ask.Vocabulary, out var next)
            && (await RulesOf(step)).Rule(next, step.Today) is { } rule
            && registry.StartDays.TryGetValue(rule.Start, out var start)
            && await start(step, new Counted(next, ask.Unit)) is not null
        )
            await Start(step, next, ask.Id, ownerKind: OfNext);
    }

    /// <summary>The last day of the ask; null where neither the rule nor the case states one (持续实施), or the clock stands still.</summary>
    public static async Task<DateOnly?> Start(
        Step step,
        string ruleId,
        string ask,
        DateOnly? statedOn = null,
        string ownerKind = OfAsk
    )
    {
        var rules = await RulesOf(step);
        var rule = rules.Rule(ruleId, step.Today) ?? throw new KeyNotFoundException($"No rule '{ruleId}'.");
        var registry = step.Steps.Registry;
        var fixedOn = statedOn ?? (registry.FixedDays.TryGetValue(ruleId, out var state) ? await state(step) : null);
        if (rule.Period is null && fixedOn is null)
            return null;
        var counted = new Counted(ruleId, step.File.Asks.FirstOrDefault(a => a.Id == ask)?.Unit);
        var startedOn = registry.StartDays.TryGetValue(rule.Start, out var start) ? await start(step, counted) : null;
        var before = await SamePeriod.Before(step, rule, startedOn, fixedOn, ask);
        var goesOn = before is null ? [] : PeriodGoesOn.Of(before.Events, step.NewId);
        // A period that goes on has its pauses with it.
        IReadOnlyList<ClockEvent> stoodStill =
            goesOn.Count == 0 && registry.Happened.TryGetValue(ruleId, out var happened) ? await happened(step) : [];
        var begin = before?.Events.OfType<Started>().Single().On ?? startedOn ?? step.Today;
        var explained = Explain(step, rule, new Started(begin, fixedOn), [.. stoodStill, .. goesOn]);
        return await Begin(step, explained, goesOn, ask, ownerKind);
    }

    /// <summary>
    /// 承接: the clocks of a request go on under the one in its place, with the same start, the same stated day and all
    /// that was approved for it.
    /// </summary>
    /// <returns>The last day; null where it has none, or the clock stands still.</returns>
    public static async Task<DateOnly?> GoOn(Step step, string from, string ask)
    {
        DateOnly? due = null;
        var clocks = await step.Session.Query<ClockRow>(
            "select * from clock where case_id = @CaseId and owner = @from order by id",
            new { step.CaseId, from }
        );
        foreach (var clock in clocks)
        {
            var kept = Explanation.Parse(clock.Replay);
            var goesOn = PeriodGoesOn.Of(kept.Events, step.NewId);
            var started = kept.Events.OfType<Started>().Single();
            var explained = Explanation.Of([started, .. goesOn], kept.Rule, step.Calendar);
            var day = await Begin(step, explained, goesOn, ask, clock.OwnerKind);
            due = clock.OwnerKind == OfAsk ? day : due;
        }
        return due;
    }

    private static async Task<DateOnly?> Begin(
        Step step,
        Explanation explained,
        IReadOnlyList<ClockEvent> goesOn,
        string ask,
        string ownerKind
    )
    {
        var due = explained.Due;
        var started = explained.Events.OfType<Started>().Single();
        var clock = new ClockRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            OwnerKind = ownerKind,
            Owner = ask,
            Rule = explained.Rule.Id,
            StartedOn = started.On,
            FixedOn = started.FixedDate,
            Due = due.Date,
            Unrolled = due.Unrolled,
            Explanation = due.Text(),
            Replay = explained.ToJson(),
        };
        await step.Session.Insert("clock", clock);
        foreach (var extension in goesOn.OfType<Extended>())
            await step.Session.Insert(
                "clock_change",
                Row(
                    step,
                    clock,
                    (extension.Id, "extend", extension.Period.Text, $"{extension.By}已批准，继续有效：{extension.Why}")
                )
            );
        if (due.IsPaused)
            return null;
        await ClockTimers.Set(step, clock);
        return due.Date;
    }

    /// <summary>What that clock is of and its last day, where the unit has not been asked for it yet; null for any other clock.</summary>
    public static async Task<(string What, DateOnly? Due)?> Ahead(Step step, string id) =>
        await step.Session.One<ClockRow>(
            "select * from clock where id = @id and owner_kind = @OfNext",
            new { id, OfNext }
        )
            is { } clock
            ? (Explanation.Parse(clock.Replay).Rule.Label, clock.Due)
            : null;

    /// <summary>The clock of an ask or of a milestone, or null where it has none.</summary>
    public static Task<ClockRow?> Of(Step step, string owner) =>
        step.Session.One<ClockRow>(
            "select * from clock where owner = @owner and owner_kind <> @OfNext",
            new { owner, OfNext }
        );

    /// <summary>暂停, 恢复, 延期 or 撤销延期: works the date out again from everything that happened to the clock.</summary>
    /// <returns>The new last day; null while the clock stands still.</returns>
    /// <exception cref="Refusal">The rule does not allow the change; says why.</exception>
    public static async Task<DateOnly?> Change(Step step, ClockRow clock, ClockEvent change, string why)
    {
        var kept = Explanation.Parse(clock.Replay);
        if (ClockChange.Refusal(kept.Events, change, kept.Rule, step.Calendar) is { } reason)
            throw new Refusal(reason.Text);
        var (kind, detail) = change switch
        {
            Paused => ("pause", null),
            Resumed => ("resume", null),
            Extended e => ("extend", (string?)e.Period.Text),
            Revoked r => ("revoke", r.ExtensionId),
            _ => throw new InvalidOperationException($"A clock is not changed by {change.GetType().Name}."),
        };
        var id = change is Extended extension ? extension.Id : step.NewId();
        var now = Explanation.Of([.. kept.Events, change], kept.Rule, step.Calendar);
        await Keep(step, clock, now, (id, kind, detail, why));
        return now.Due.IsPaused ? null : now.Due.Date;
    }

    /// <summary>重算: by the calendar in force now; null where the date stays.</summary>
    public static async Task<(DateOnly From, DateOnly To)?> Recount(Step step, ClockRow clock, string why)
    {
        var kept = Explanation.Parse(clock.Replay);
        var now = Explanation.Of(kept.Events, kept.Rule, step.Calendar);
        if (now.Due.Date == clock.Due)
            return null;
        await Keep(step, clock, now, (step.NewId(), "recount", step.Calendar.Version, why));
        return (clock.Due, now.Due.Date);
    }

    private static async Task Keep(
        Step step,
        ClockRow clock,
        Explanation now,
        (string Id, string Kind, string? Detail, string Why) change
    )
    {
        var changed = clock with
        {
            Due = now.Due.Date,
            Unrolled = now.Due.Unrolled,
            Explanation = now.Due.Text(),
            Replay = now.ToJson(),
        };
        await step.Session.Execute(
            """
            update clock set due = @due, unrolled = @unrolled, explanation = @Explanation, replay = @Replay
             where id = @Id
            """,
            new
            {
                changed.Id,
                due = Moment.Text(changed.Due),
                unrolled = Moment.Text(changed.Unrolled),
                changed.Explanation,
                changed.Replay,
            }
        );
        await step.Session.Insert("clock_change", Row(step, clock, change));
        await ClockTimers.Clear(step, clock);
        if (!now.Due.IsPaused)
            await ClockTimers.Set(step, changed);
        if (clock.OwnerKind == OfAsk)
            await Tell(step, clock.Owner, now.Due.IsPaused ? null : changed.Due, changed.Explanation);
    }

    private static ClockChangeRow Row(
        Step step,
        ClockRow clock,
        (string Id, string Kind, string? Detail, string Why) change
    ) =>
        new()
        {
            Id = change.Id,
            Clock = clock.Id,
            CaseId = step.CaseId,
            Kind = change.Kind,
            Detail = change.Detail,
            ByAccount = step.Actor.Id,
            ByName = step.Actor.Name,
            Why = change.Why,
            At = step.Now,
        };

    /// <summary>The ask carries its new last day, none while the clock stands still, and its desk is told.</summary>
    private static async Task Tell(Step step, string askId, DateOnly? due, string explanation)
    {
        await step.Session.Execute(
            "update ask set due = @due where id = @askId",
            new { askId, due = Rows.Stored(due) }
        );
        var at = step.File.Asks.FindIndex(a => a.Id == askId);
        var ask = step.File.Asks[at] = step.File.Asks[at] with { Due = due };
        step.Send(
            ask.Unit,
            nameof(DueChanged),
            new DueChanged(step.CaseId, ask.Id, due is { } day ? Moment.Text(day) : null, explanation)
        );
    }

    internal static async Task<RuleSet> RulesOf(Step step) =>
        step.Steps.Registry.RuleSets.TryGetValue(step.File.Row.Definition, out var rules)
            ? await rules(step)
            : RuleSet.Meeting;

    /// <summary>
    /// What is counted back from an event may be past already when it is asked in a hurry; then there is time until
    /// the end of the first workday from today on.
    /// </summary>
    private static Explanation Explain(
        Step step,
        DeadlineRule rule,
        Started started,
        IReadOnlyList<ClockEvent> happened
    )
    {
        var explained = Explanation.Of([started, .. happened], rule, step.Calendar);
        if (rule.Period is not { Amount: < 0 } || explained.Due.Date >= step.Today)
            return explained;
        var first = step.Calendar.RollForward(step.Today).Date;
        var late = new Period(step.Calendar.WorkdaysBetween(explained.Due.Date, first), PeriodUnit.Workday);
        return Explanation.Of(
            [started, .. happened, new Extended("late", late, "系统", "发出时已过应办日期")],
            rule,
            step.Calendar
        );
    }
}
