using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Bulk;

/// <summary>
/// Does what jobs hold, item by item. What an item does and that it is done are one transaction, so a kill at any moment
/// loses and repeats nothing, and two workers at once are harmless.
/// </summary>
public sealed class BulkWorker(Steps steps)
{
    private const int Batch = 50;

    /// <summary>Works off everything that is queued; returns how many items were done or failed.</summary>
    public async Task<int> RunAll(CancellationToken stop = default)
    {
        var worked = 0;
        while (await NextJob() is { } job)
            worked += await Run(job, stop);
        return worked;
    }

    private async Task<BulkJobRow?> NextJob()
    {
        await using var session = await steps.Database.Read();
        var open = await session.Query<BulkJobRow>(
            "select * from bulk_job where finished_at is null order by made_at limit 1"
        );
        return open.Count == 0 ? null : open[0];
    }

    private async Task<int> Run(BulkJobRow job, CancellationToken stop)
    {
        var person = await PersonOf(job);
        var worked = 0;
        while (await Queued(job) is { Count: > 0 } queued)
            foreach (var item in queued)
            {
                stop.ThrowIfCancellationRequested();
                await Work(job, person, item);
                worked++;
            }
        await Finish(job);
        return worked;
    }

    private async Task<IReadOnlyList<BulkItemRow>> Queued(BulkJobRow job)
    {
        await using var session = await steps.Database.Read();
        return await session.Query<BulkItemRow>(
            "select * from bulk_item where job = @Id and state = 'Queued' order by position limit @Batch",
            new { job.Id, Batch }
        );
    }

    private async Task Work(BulkJobRow job, Person? person, BulkItemRow item)
    {
        try
        {
            if (person is null)
                throw new Refusal($"发起人“{job.ByName}”的账号已停用，没有办理。");
            var (work, note) = await CommandOf(job, item);
            if (work is { } some)
                await steps.Act(person, some.Target, new ForJob(some.Command, item, note));
            else
                await Mark(item, BulkState.Done, null, note);
        }
        catch (DoneAlready)
        {
            // Another worker was faster.
        }
        catch (Refusal refusal)
        {
            await Mark(item, BulkState.Failed, refusal.Why);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Mark(item, BulkState.Failed, $"程序出错：{e.Message}");
        }
    }

    private async Task<((Target Target, Command Command)? Work, string? Note)> CommandOf(
        BulkJobRow job,
        BulkItemRow item
    )
    {
        await using var session = await steps.Database.Read();
        return (await BulkKinds.Read(session, job.Kind, item), await BulkKinds.Note(session, job.Kind, item));
    }

    private async Task<Person?> PersonOf(BulkJobRow job)
    {
        await using var session = await steps.Database.Read();
        var account = await session.One<AccountRow>(
            "select * from account where id = @Account and disabled_at is null",
            new { job.Account }
        );
        return account?.AsPerson();
    }

    private async Task Mark(BulkItemRow item, BulkState state, string? why, string? note = null)
    {
        await using var session = await steps.Database.Write();
        await session.Execute(
            """
            update bulk_item set state = @state, error = @why, note = @note, done_at = @at
             where job = @Job and position = @Position and state = 'Queued'
            """,
            new
            {
                item.Job,
                item.Position,
                state = state.ToString(),
                why,
                note,
                at = Moment.Text(steps.Time.GetUtcNow()),
            }
        );
        await session.Commit();
    }

    private async Task Finish(BulkJobRow job)
    {
        await using var session = await steps.Database.Write();
        await session.Execute(
            "update bulk_job set finished_at = @at where id = @Id and finished_at is null",
            new { job.Id, at = Moment.Text(steps.Time.GetUtcNow()) }
        );
        await session.Commit();
    }

    private sealed class DoneAlready : Exception;

    /// <summary>A command as an item of a job: it and the item's own row change together.</summary>
    private sealed record ForJob(Command Inner, BulkItemRow Item, string? Note) : Command
    {
        public override string Name => Inner.Name;

        public override Permission May(Rights rights) => Inner.May(rights);

        public override Task Prepare(Step step) => Inner.Prepare(step);

        public override async Task Apply(Step step)
        {
            await Inner.Apply(step);
            var marked = await step.Session.Execute(
                """
                update bulk_item set state = 'Done', case_id = @CaseId, error = null, note = @Note,
                       done_at = @at
                 where job = @Job and position = @Position and state = 'Queued'
                """,
                new
                {
                    Item.Job,
                    Item.Position,
                    Note,
                    step.CaseId,
                    at = Moment.Text(step.Now),
                }
            );
            if (marked != 1)
                throw new DoneAlready();
        }
    }
}
