using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Workflows.Timers.Recount;

/// <summary>One deadline that another calendar moves.</summary>
public sealed record MovedDeadline
{
    public required string CaseId { get; init; }
    public required string CaseTitle { get; init; }

    /// <summary>The request, or the milestone.</summary>
    public required string AskId { get; init; }
    public required string UnitName { get; init; }
    public required string Subject { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
}

/// <summary>
/// 重算期限 after a new holiday notice: first every date that moves is shown, then each case is recounted in a step of its
/// own. Only what still waits is recounted; what was answered keeps the date it was answered under.
/// </summary>
public static class RecountDeadlines
{
    /// <summary>What the calendar would move, without changing anything.</summary>
    public static async Task<IReadOnlyList<MovedDeadline>> Preview(Database database, WorkingDayCalendar calendar)
    {
        await using var session = await database.Read();
        const string running = """
            select a.case_id, c.title as case_title, a.id as ask_id, u.name as unit_name, a.subject, k.due, k.replay
              from ask a join clock k on k.owner = a.id join cases c on c.id = a.case_id join unit u on u.id = a.unit
             where a.state in ('Open', 'Delegated') and c.closed_at is null
            union all
            select m.task, c.title, m.id, '节点', m.text, k.due, k.replay
              from milestone m join clock k on k.owner = m.id join cases c on c.id = m.task
             where m.reached_at is null and c.closed_at is null
             order by 6, 3
            """;
        var moved = new List<MovedDeadline>();
        foreach (var clock in await session.Query<RunningClock>(running))
        {
            var kept = Explanation.Parse(clock.Replay);
            var now = Clock.Explain(kept.Events, kept.Rule, calendar);
            if (now.Date != clock.Due)
                moved.Add(clock.MovedTo(now.Date));
        }
        return moved;
    }

    /// <summary>Recounts every case that <see cref="Preview"/> names, by the calendar of the steps; returns how many dates moved.</summary>
    public static async Task<int> Apply(Steps steps, string why)
    {
        var moved = await Preview(steps.Database, steps.Calendar);
        foreach (var caseId in moved.Select(m => m.CaseId).Distinct())
            await steps.Act(Person.System, caseId, new RecountCase(why));
        return moved.Count;
    }

    private sealed record RunningClock
    {
        public required string CaseId { get; init; }
        public required string CaseTitle { get; init; }
        public required string AskId { get; init; }
        public required string UnitName { get; init; }
        public required string Subject { get; init; }
        public required DateOnly Due { get; init; }
        public required string Replay { get; init; }

        public MovedDeadline MovedTo(DateOnly to) =>
            new()
            {
                CaseId = CaseId,
                CaseTitle = CaseTitle,
                AskId = AskId,
                UnitName = UnitName,
                Subject = Subject,
                From = Due,
                To = to,
            };
    }
}

/// <summary>重算期限 of one case.</summary>
public sealed record RecountCase(string Why) : ActionCommand(Actions.Recount)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var moved = new List<string>();
        foreach (var clock in await RunningClocks.Of(step))
            if (await Deadlines.Recount(step, clock, Why) is var (from, to))
                moved.Add($"{await Whose(step, clock)} {from:yyyy-MM-dd} → {to:yyyy-MM-dd}");
        if (moved.Count == 0)
            step.NothingToDo();
        else
            step.Say($"按新的放假安排重算期限：{string.Join("；", moved)}（{Why}）");
    }

    private static async Task<string> Whose(Step step, ClockRow clock) =>
        step.File.Asks.FirstOrDefault(a => a.Id == clock.Owner) is { } ask ? await step.UnitName(ask.Unit)
        : await TaskMilestones.Named(step, clock.Owner) is { } milestone ? $"节点“{milestone.Text}”"
        : throw new InvalidOperationException($"Clock {clock.Id} belongs to nothing.");
}
