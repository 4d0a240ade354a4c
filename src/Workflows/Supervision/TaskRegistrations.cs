using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Supervision;

/// <summary>What the task's lifecycle refers to by name.</summary>
public static class TaskRegistrations
{
    /// <summary>Registers them.</summary>
    public static void Register(Registry registry)
    {
        registry.Who["taskUnits"] = async step => [.. (await Units(step)).Select(u => new Asked(u))];
        registry.Who["taskLead"] = async step =>
            [.. Rows.Split((await Task(step)).LeadUnits).Select(u => new Asked(u))];
        registry.Who["office"] = step =>
            System.Threading.Tasks.Task.FromResult<IReadOnlyList<Asked>>([new Asked(step.File.Row.OfficeUnit!)]);
        registry.Rules["taskWasPastAtImport"] = async step => (await Task(step)).PastAtImport;
        registry.FixedDays["task"] = async step =>
        {
            var task = await Task(step);
            return DueDay(task.DeadlineKind, task.DeadlineDate);
        };
    }

    /// <summary>
    /// The day a task is due; null where it has none. 持续实施 has no end and is never overdue; carried on until a date
    /// (持续到) ends that day; soft or recurring expressions set no clock.
    /// </summary>
    public static DateOnly? DueDay(DeadlineKind? kind, DateOnly? date) =>
        kind switch
        {
            DeadlineKind.By or DeadlineKind.Point or DeadlineKind.During or DeadlineKind.Range => date,
            DeadlineKind.OngoingUntil or DeadlineKind.Relative => date,
            DeadlineKind.Ongoing or DeadlineKind.Recurring or DeadlineKind.Soft => null,
            DeadlineKind.Label or DeadlineKind.Ambiguous or null => null,
        };

    private static async Task<IEnumerable<string>> Units(Step step)
    {
        var task = await Task(step);
        return Rows.Split(task.LeadUnits).Concat(Rows.Split(task.ResponsibleUnits)).Distinct();
    }

    private static async Task<TaskRow> Task(Step step) =>
        (await step.Session.One<TaskRow>("select * from task where case_id = @CaseId", new { step.CaseId }))!;
}
