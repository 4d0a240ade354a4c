using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Timers;

/// <summary>
/// Fires what is due, oldest first, each in a step of its own. After an outage everything missed fires once, in order.
/// </summary>
public sealed class DueTimers(Steps steps)
{
    private const int Batch = 200;

    /// <summary>Fires all that is due now; returns how many fired. One that fails does not hold up the others.</summary>
    /// <exception cref="AggregateException">What failed, after all others have fired; they are tried again next time.</exception>
    public async Task<int> FireAll()
    {
        var fired = 0;
        var failures = new List<Exception>();
        var after = (At: "", Id: "");
        while (await Due(after) is { Count: > 0 } due)
        {
            foreach (var timer in due)
            {
                try
                {
                    await steps.Act(Person.System, timer.CaseId, new Fire(timer.Id));
                    fired++;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failures.Add(e);
                }
            }
            after = (Moment.Text(due[^1].At), due[^1].Id);
        }
        return failures.Count == 0 ? fired : throw new AggregateException(failures);
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
        await step.Session.Execute(
            "update timer set done_at = @at where id = @TimerId and done_at is null",
            new { TimerId, at = Moment.Text(step.Now) }
        );
        var ask = step.File.Asks.FirstOrDefault(a => a.Id == timer!.AskId);
        if (timer!.DoneAt is not null || ask is not { State: AskState.Open })
        {
            step.Say("定时提醒已不需要，未作处理");
            return;
        }
        var unit = await step.UnitName(ask.Unit);
        var what = Vocabulary.Named(ask.Vocabulary).Label;
        if (timer.Kind == TimerKind.Expire)
            await Expire(step, ask, unit, what);
        else
            Tell(step, ask, timer.Kind, $"提醒{unit}：{what}应于 {ask.Due:yyyy-MM-dd} 前办理");
    }

    private static async Task Expire(Step step, AskRow ask, string unit, string what)
    {
        var visit = step.File.Visits.First(v => v.Id == ask.VisitId);
        var round = step.File.Lifecycle.Step(visit.Node).Ask;
        if (round is { Deemed: true } && round.Vocabulary == ask.Vocabulary)
        {
            await Settling.Deem(step, ask);
            step.Say($"{unit}逾期未答复，按规则视为无不同意见（{what}）", new { ask = ask.Id });
        }
        else
            Tell(step, ask, TimerKind.Expire, $"{unit}逾期未办理：{what}（应于 {ask.Due:yyyy-MM-dd} 前）");
    }

    private static void Tell(Step step, AskRow ask, TimerKind kind, string text)
    {
        step.Say(text, new { ask = ask.Id, kind = kind.ToString() });
        step.Send(ask.Unit, nameof(AskReminded), new AskReminded(step.CaseId, ask.Id, kind.ToString(), text));
    }
}
