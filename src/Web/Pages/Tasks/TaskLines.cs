using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House.Abolish;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>A task as a line of the ledger.</summary>
public sealed record TaskLine
{
    public required string CaseId { get; init; }
    public required string Mechanism { get; init; }
    public required string MechanismName { get; init; }
    public required string SourceCase { get; init; }
    public required string SourceTitle { get; init; }
    public required CaseKind SourceKind { get; init; }
    public required string Number { get; init; }
    public required string Text { get; init; }
    public required string LeadUnits { get; init; }
    public required string ResponsibleUnits { get; init; }
    public string? DeadlineRaw { get; init; }
    public DeadlineKind? DeadlineKind { get; init; }
    public DateOnly? DeadlineDate { get; init; }

    /// <summary>有效期限: the stated day, or the one that an approved extension (延期) made of it; null where it has none.</summary>
    public DateOnly? Due { get; init; }
    public string? Outcome { get; init; }
    public string? Node { get; init; }

    /// <summary>How often its closing was sent back.</summary>
    public required int Returned { get; init; }

    /// <summary>What its light depends on.</summary>
    public TaskStanding Standing =>
        new(
            Node switch
            {
                null => TaskStage.Done,
                "historical" => TaskStage.Historical,
                "assigned" => TaskStage.Assigned,
                "verifying" => TaskStage.Verifying,
                _ => TaskStage.InProgress,
            },
            Due,
            Returned
        );

    public Light LightOn(DateOnly today, WorkingDayCalendar calendar) => Lights.Of(Standing, today, calendar);

    public string Describe(DateOnly today, WorkingDayCalendar calendar) => Lights.Describe(Standing, today, calendar);

    /// <summary>The day it was moved to (延至); null where the stated one holds.</summary>
    public DateOnly? MovedTo => Due == TaskRegistrations.DueDay(DeadlineKind, DeadlineDate) ? null : Due;

    /// <summary>Where it comes from, short: the mechanism has a column or heading of its own.</summary>
    public string Source =>
        SourceCase == Mechanism ? "建立文件" : SourceTitle.Replace(MechanismName, "", StringComparison.Ordinal);

    /// <summary>The state's word.</summary>
    public string State =>
        Node switch
        {
            null => Outcome switch
            {
                "doneBefore" => "历史办结",
                "cancelled" => "已终止",
                _ => "已销号",
            },
            "historical" => "历史待核",
            "assigned" => "待签收",
            "verifying" => "核实中",
            _ => "办理中",
        };
}

/// <summary>Reads lines of the ledger.</summary>
public static class TaskLines
{
    private const string Lines = """
        select t.case_id, t.mechanism, m.name as mechanism_name, t.source_case, p.title as source_title, p.kind as source_kind, t.number,
               t.text, t.lead_units, t.responsible_units, t.deadline_raw, t.deadline_kind, t.deadline_date,
               c.outcome, v.node,
               (select count(*) from visit r
                 where r.case_id = t.case_id and r.node = 'inProgress' and r.entered_by = 'Return') as returned
          from task t join cases c on c.id = t.case_id join mechanism m on m.case_id = t.mechanism
          join cases p on p.id = t.source_case
          left join visit v on v.case_id = t.case_id and v.left_at is null
        """;

    /// <summary>All tasks of a mechanism, from its notice and its meetings.</summary>
    public static async Task<IReadOnlyList<TaskLine>> OfMechanism(Session session, string mechanism) =>
        Ordered(await Read(session, "t.mechanism = @mechanism", new { mechanism }));

    /// <summary>The tasks that came out of a meeting.</summary>
    public static async Task<IReadOnlyList<TaskLine>> OfMeeting(Session session, string meeting) =>
        Ordered(await Read(session, "t.source_case = @meeting", new { meeting }));

    /// <summary>All that are not closed, whoever asked for them: what units have to do.</summary>
    public static async Task<IReadOnlyList<TaskLine>> Running(Session session) =>
        Ordered(await Read(session, "c.closed_at is null", new { }));

    /// <summary>One task.</summary>
    public static async Task<TaskLine?> One(Session session, string id) =>
        (await Read(session, "t.case_id = @id", new { id })).SingleOrDefault();

    /// <summary>
    /// The tasks a person may read: all of the office they work in, else those that name their unit or one that it
    /// carries on for (承接).
    /// </summary>
    public static async Task<IReadOnlyList<TaskLine>> ReadableBy(
        Session session,
        string? unit,
        bool clerk,
        Successors successors
    )
    {
        const string readable = """
            (@clerk = 1 and c.office_unit = @unit)
                or exists (select 1 from unit u where u.id in @mine
                            and ',' || t.lead_units || ',' || t.responsible_units || ',' like '%,' || u.id || ',%')
            """;
        var mine = unit is null ? [] : successors.Behind(unit);
        return Ordered(
            await Read(
                session,
                readable,
                new
                {
                    unit,
                    mine,
                    clerk = clerk ? 1 : 0,
                }
            )
        );
    }

    private static async Task<IReadOnlyList<TaskLine>> Read(Session session, string condition, object values)
    {
        var lines = await session.Query<TaskLine>($"{Lines} where {condition}", values);
        var reports = await LeadReport.Read(session, condition, values);
        return
        [
            .. lines.Select(line =>
                line with
                {
                    Due = LeadReport.DayOf(
                        TaskRegistrations.DueDay(line.DeadlineKind, line.DeadlineDate),
                        reports[line.CaseId],
                        Rows.Split(line.LeadUnits)
                    ),
                }
            ),
        ];
    }

    private static IReadOnlyList<TaskLine> Ordered(IEnumerable<TaskLine> lines) =>
        [
            .. lines
                .OrderBy(t => t.MechanismName, StringComparer.Ordinal)
                .ThenBy(t => t.SourceCase, StringComparer.Ordinal)
                .ThenBy(t => int.TryParse(t.Number, out var n) ? n : int.MaxValue)
                .ThenBy(t => t.Number, StringComparer.Ordinal),
        ];
}
