using System.Data.Common;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House.Abolish;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Rounds;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Workflows.Timers;

/// <summary>
/// Fires what is due, oldest first, each in a step of its own. After an outage everything missed fires once, in order.
/// Of several processes on one database one fires at a time; another takes over where it died.
/// </summary>
public sealed class DueTimers(Steps steps)
{
    private const int Batch = 200;
    private const string Lease = "timers";

    /// <summary>Far longer than a batch takes; so long a process that died holds up the others.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private readonly string _holder = Ids.New(steps.Time.GetUtcNow());

    /// <summary>Fires all that is due now; returns how many fired. One that fails does not hold up the others.</summary>
    /// <exception cref="AggregateException">What failed, after all others have fired; they are tried again next time.</exception>
    public async Task<int> FireAll()
    {
        var fired = 0;
        var failures = new List<Exception>();
        var after = (At: "", Id: "");
        try
        {
            if (await Take())
                fired += await HandToSuccessors.Everywhere(steps) + await OpenReport.Everywhere(steps);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failures.Add(e);
        }
        while (await Take() && await Due(after) is { Count: > 0 } due)
        {
            foreach (var timer in due)
            {
                try
                {
                    var done = await steps.Act(Person.System, timer.CaseId, new Fire(timer.Id));
                    fired += done.Repeated ? 0 : 1;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failures.Add(e);
                }
            }
            after = (Moment.Text(due[^1].At), due[^1].Id);
        }
        await Release();
        return failures.Count == 0 ? fired : throw new AggregateException(failures);
    }

    /// <summary>False also where another process took it in this very moment.</summary>
    private async Task<bool> Take()
    {
        try
        {
            await using var session = await steps.Database.Write();
            var taken = await session.TakeLease(Lease, _holder, steps.Time.GetUtcNow(), LeaseTime);
            await session.Commit();
            return taken;
        }
        catch (DbException e) when (steps.Database.Dialect.IsConflict(e))
        {
            return false;
        }
    }

    private async Task Release()
    {
        await using var session = await steps.Database.Write();
        await session.ReleaseLease(Lease, _holder);
        await session.Commit();
    }

    private async Task<IReadOnlyList<TimerRow>> Due((string At, string Id) after)
    {
        await using var session = await steps.Database.Read();
        return await session.Query<TimerRow>(
            """
            select * from timer where done_at is null and at <= @now and (at > @At or (at = @At and id > @Id))
             order by at, id limit @Batch
            """,
            new
            {
                now = Moment.Text(steps.Time.GetUtcNow()),
                after.At,
                after.Id,
                Batch,
            }
        );
    }
}

/// <summary>One timer goes off. Fired twice, it does nothing the second time.</summary>
internal sealed record Fire(string TimerId) : Command
{
    public override string Name => "timer";

    public override Permission May(Rights rights) => rights.ToFireTimer();

    public override async Task Apply(Step step)
    {
        var timer = await step.Session.One<TimerRow>("select * from timer where id = @TimerId", new { TimerId });
        if (timer!.DoneAt is not null)
        {
            step.NothingToDo();
            return;
        }
        await step.Session.Execute(
            "update timer set done_at = @at where id = @TimerId",
            new { TimerId, at = Moment.Text(step.Now) }
        );
        var ask = step.File.Asks.FirstOrDefault(a => a.Id == timer.AskId);
        if (ask is null && await TaskMilestones.Remind(step, timer))
            return;
        if (ask is not { State: AskState.Open or AskState.Delegated })
        {
            step.Say("定时提醒已不需要，未作处理");
            return;
        }
        var unit = await step.UnitName(ask.Unit);
        var ahead = await Deadlines.Ahead(step, timer.Clock);
        var (what, due) = ahead is { } next ? next : (Vocabulary.Named(ask.Vocabulary).Label, ask.Due);
        if (timer.Kind == TimerKind.Expire && ahead is null && step.File.RoundOf(ask) is { Deemed: true })
        {
            await Settling.Deem(step, ask);
            step.Say($"{unit}逾期未答复，按规则视为无不同意见（{what}）", new { ask = ask.Id });
        }
        else
            Tell(step, ask, timer.Kind, Words(timer.Kind, unit, what, due));
        if (timer.Kind == TimerKind.LookBack)
            await ClockTimers.LookBackAgain(step, timer);
        // A slip goes to more than the unit: the office's director gets the second one, and the look-back is its own.
        if (
            timer.Kind is TimerKind.Escalate or TimerKind.LookBack
            && step.File.Row.OfficeUnit is { } office
            && office != ask.Unit
        )
            step.Send(
                office,
                nameof(AskReminded),
                new AskReminded(step.CaseId, ask.Id, timer.Kind.ToString(), Words(timer.Kind, unit, what, due))
            );
    }

    private static string Words(TimerKind kind, string unit, string what, DateOnly? due) =>
        kind switch
        {
            TimerKind.Remind => $"提醒{unit}：{what}应于 {due:yyyy-MM-dd} 前办理",
            TimerKind.Chase => $"催办单（送{unit}负责人）：{what}应于 {due:yyyy-MM-dd} 前办理，已逾期",
            TimerKind.Escalate =>
                $"督办单（送{unit}负责人、联席会议办公室主任）：{what}应于 {due:yyyy-MM-dd} 前办理，催办后仍未办理",
            TimerKind.LookBack => $"季度回头看：请{unit}报送{what}的落实进展（应于 {due:yyyy-MM-dd} 前兑现）",
            TimerKind.Expire => $"{unit}逾期未办理：{what}（应于 {due:yyyy-MM-dd} 前）",
        };

    private static void Tell(Step step, AskRow ask, TimerKind kind, string text)
    {
        step.Say(text, new { ask = ask.Id, kind = kind.ToString() });
        step.Send(ask.Unit, nameof(AskReminded), new AskReminded(step.CaseId, ask.Id, kind.ToString(), text));
    }
}
