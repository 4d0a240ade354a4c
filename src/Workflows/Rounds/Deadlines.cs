using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Starts the clock of an ask with its reminders and its due timer.</summary>
internal static class Deadlines
{
    private static readonly TimeOnly MorningReminder = new(9, 0);

    /// <summary>The last day of the ask; null where neither the rule nor the case states one (持续实施).</summary>
    public static async Task<DateOnly?> Start(Step step, string ruleId, string ask)
    {
        var rule = RuleSet.Meeting.Rule(ruleId, step.Today) ?? throw new KeyNotFoundException($"No rule '{ruleId}'.");
        var registry = step.Steps.Registry;
        var fixedOn = registry.FixedDays.TryGetValue(ruleId, out var state) ? await state(step) : null;
        if (rule.Period is null && fixedOn is null)
            return null;
        var startedOn = registry.StartDays.TryGetValue(rule.Start, out var start) ? await start(step) : null;
        var begin = startedOn ?? step.Today;
        var explained = Explain(step, rule, new Started(begin, fixedOn));
        var due = explained.Due;
        var clock = new ClockRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            OwnerKind = "ask",
            Owner = ask,
            Rule = rule.Id,
            StartedOn = begin,
            FixedOn = fixedOn,
            Due = due.Date,
            Unrolled = due.Unrolled,
            Explanation = due.Text(),
            Replay = explained.ToJson(),
        };
        await step.Session.Insert("clock", clock);
        await SetTimers(step, clock, ask);
        return due.Date;
    }

    /// <summary>
    /// What is counted back from an event may be past already when it is asked in a hurry; then there is time until
    /// the end of the first workday from today on.
    /// </summary>
    private static Explanation Explain(Step step, DeadlineRule rule, Started started)
    {
        var explained = Explanation.Of([started], rule, step.Calendar);
        if (rule.Period is not { Amount: < 0 } || explained.Due.Date >= step.Today)
            return explained;
        var first = step.Calendar.RollForward(step.Today).Date;
        var late = new Period(step.Calendar.WorkdaysBetween(explained.Due.Date, first), PeriodUnit.Workday);
        return Explanation.Of([started, new Extended("late", late, "系统", "发出时已过应办日期")], rule, step.Calendar);
    }

    private static async Task SetTimers(Step step, ClockRow clock, string ask)
    {
        var times = new List<(TimerKind Kind, DateTimeOffset At)>
        {
            (TimerKind.Expire, Moment.At(clock.Due.AddDays(1), TimeOnly.MinValue)),
        };
        if (RuleSet.Meeting.Reminder(clock.Rule, step.Today) is { } reminder)
            times.AddRange(
                reminder
                    .DatesFor(clock.Unrolled, step.Calendar)
                    .Select(d => (TimerKind.Remind, Moment.At(d, MorningReminder)))
                    .Where(t => t.Item2 > step.Now)
            );
        foreach (var (kind, at) in times)
            await step.Session.Insert(
                "timer",
                new TimerRow
                {
                    Id = step.NewId(),
                    Clock = clock.Id,
                    CaseId = step.CaseId,
                    AskId = ask,
                    Kind = kind,
                    At = at,
                }
            );
    }
}
