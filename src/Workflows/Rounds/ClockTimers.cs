using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>What goes off for a clock: reminders, 到期, 催办单, 督办单, 回头看.</summary>
internal static class ClockTimers
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Reminders before the date, 到期 after it, then the ladder: 催办单, 督办单. What is past is not told again.</summary>
    public static async Task Set(Step step, ClockRow clock)
    {
        var times = new List<(TimerKind Kind, DateTimeOffset At)>
        {
            (TimerKind.Expire, Moment.At(clock.Due.AddDays(1), TimeOnly.MinValue)),
        };
        if ((await Deadlines.RulesOf(step)).Reminder(clock.Rule, step.Today) is { } reminder)
        {
            var before = reminder.DatesFor(clock.Unrolled, step.Calendar).Select(d => (TimerKind.Remind, d));
            var after = reminder.Ladder.Select(s =>
                (s.Kind == SlipKind.Chase ? TimerKind.Chase : TimerKind.Escalate, s.DateFor(clock.Due, step.Calendar))
            );
            if (reminder.Quarterly)
                times.Add((TimerKind.LookBack, LookBackAt(step.Today)));
            times.AddRange(
                before.Concat(after).Select(t => (t.Item1, At: Moment.At(t.Item2, Morning))).Where(t => t.At > step.Now)
            );
        }
        foreach (var (kind, at) in times)
            await Insert(step, clock.Id, clock.Owner, kind, at);
    }

    /// <summary>回头看 again at the end of the next quarter.</summary>
    public static Task LookBackAgain(Step step, TimerRow timer) =>
        Insert(step, timer.Clock, timer.AskId!, TimerKind.LookBack, LookBackAt(step.Today.AddDays(1)));

    private static DateTimeOffset LookBackAt(DateOnly from) =>
        Moment.At(Domain.Proposals.Commitments.LookBack(from), Morning);

    private static Task Insert(Step step, string clock, string ask, TimerKind kind, DateTimeOffset at) =>
        step.Session.Insert(
            "timer",
            new TimerRow
            {
                Id = step.NewId(),
                Clock = clock,
                CaseId = step.CaseId,
                AskId = ask,
                Kind = kind,
                At = at,
            }
        );

    /// <summary>Timers that are no longer wanted never fire: those of an ask or of a milestone, with all its clocks.</summary>
    public static Task Clear(Step step, string owner) =>
        step.Session.Execute(
            "update timer set done_at = @at where ask_id = @owner and done_at is null",
            new { owner, at = Moment.Text(step.Now) }
        );

    /// <summary>Those of one clock.</summary>
    public static Task Clear(Step step, ClockRow clock) =>
        step.Session.Execute(
            "update timer set done_at = @at where ask_id = @Owner and clock = @Id and done_at is null",
            new
            {
                clock.Owner,
                clock.Id,
                at = Moment.Text(step.Now),
            }
        );
}
