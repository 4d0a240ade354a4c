using JointMeeting.Ledger;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>A milestone (节点) of a task with the last day of its clock, which a pause or a new holiday may have moved.</summary>
public sealed record MilestoneLine
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? DeadlineRaw { get; init; }

    /// <summary>The day stated, or null where it could not be told.</summary>
    public DateOnly? DeadlineDate { get; init; }

    /// <summary>The last day in force, Asia/Shanghai; null where it has no clock.</summary>
    public DateOnly? Due { get; init; }
    public DateTimeOffset? ReachedAt { get; init; }
    public string? ReachedBy { get; init; }
    public string? ReachedNote { get; init; }

    /// <summary>The last day, with the day stated where it is another.</summary>
    public string LastDay =>
        Due is not { } due ? DeadlineRaw ?? "—"
        : due == DeadlineDate ? When.Day(due)
        : $"{When.Day(due)}（原定{When.Day(DeadlineDate!.Value)}）";

    public static Task<IReadOnlyList<MilestoneLine>> Of(Session session, string task) =>
        session.Query<MilestoneLine>(
            """
            select m.id, m.text, m.deadline_raw, m.deadline_date, k.due, m.reached_at, m.reached_by, m.reached_note
              from milestone m left join clock k on k.owner = m.id
             where m.task = @task order by m.position
            """,
            new { task }
        );
}
