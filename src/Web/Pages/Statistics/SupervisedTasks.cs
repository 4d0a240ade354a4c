using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Statistics;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>
/// Reads the tasks that are counted, each at every unit that leads it. Left out is what was past when it was imported
/// (历史待核, 历史办结) and what ended otherwise than by 销号: nobody was late with it here.
/// </summary>
public static class SupervisedTasks
{
    private sealed record Row
    {
        public required string CaseId { get; init; }
        public required string Text { get; init; }
        public required string LeadUnits { get; init; }
        public DeadlineKind? DeadlineKind { get; init; }
        public DateOnly? DeadlineDate { get; init; }
        public DateTimeOffset? ClosedAt { get; init; }
    }

    /// <summary>Reads them.</summary>
    public static async Task<IReadOnlyList<Counted<SupervisedTask>>> Read(
        Session session,
        Reader reader,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        const string leads = "',' || t.lead_units || ',' like '%,' || @unit || ',%'";
        var condition = $"""
            c.kind = 'Task' and {(reader.Clerk ? reader.Sees("") : leads)}
              and (c.outcome = 'struckOff' or c.closed_at is null)
              and not exists (select 1 from visit v where v.case_id = t.case_id and v.node = 'historical' and v.left_at is null)
            """;
        var tasks = await session.Query<Row>(
            $"""
            select t.case_id, t.text, t.lead_units, t.deadline_kind, t.deadline_date, c.closed_at
              from task t join cases c on c.id = t.case_id where {condition} order by t.case_id
            """,
            new { unit = reader.Unit }
        );
        var reports = await LeadReport.Read(session, condition, new { unit = reader.Unit });
        return
        [
            .. from task in tasks
            from unit in Rows.Split(task.LeadUnits)
            where reader.Clerk || unit == reader.Unit
            select Of(task, unit, LeadReport.LastOf(reports[task.CaseId], unit), today, calendar),
        ];
    }

    private static Counted<SupervisedTask> Of(
        Row task,
        string unit,
        LeadReport? report,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var due = report?.Due ?? TaskRegistrations.DueDay(task.DeadlineKind, task.DeadlineDate);
        var applied = report is { State: AskState.Answered, SettledAt: { } at } ? at : task.ClosedAt;
        var fact = new SupervisedTask
        {
            Task = task.CaseId,
            Unit = unit,
            OriginalDue = report?.Extended is { } clock ? OriginalDue.Of(Explanation.Parse(clock), calendar) : due,
            ExtendedDue = due,
            AppliedOn = applied is { } moment ? Moment.DayInChina(moment) : null,
            StruckOff = task.ClosedAt is not null,
        };
        return new(fact, new(unit, $"/tasks/{task.CaseId}", task.Text, DueText(fact), Word(fact, today)));
    }

    private static string DueText(SupervisedTask task) =>
        task.OriginalDue is not { } original ? "没有期限"
        : task.ExtendedDue is { } extended && extended != original ? $"{When.Day(original)}，延至 {When.Day(extended)}"
        : When.Day(original);

    private static string Word(SupervisedTask task, DateOnly today) =>
        (task.StruckOff, task.AppliedOn) switch
        {
            (true, { } on) => $"{When.Day(on)}申请办结，已销号",
            (false, { } on) => $"{When.Day(on)}申请办结，核实中",
            _ when task.ExtendedDue < today => $"未办结，超期 {today.DayNumber - task.ExtendedDue.Value.DayNumber} 天",
            _ => "办理中",
        };
}
