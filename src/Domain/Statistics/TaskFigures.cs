namespace JointMeeting.Domain.Statistics;

/// <summary>A task (督办事项) at one unit that leads it, as the figures see it.</summary>
public sealed record SupervisedTask
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The lead unit; a task that several units lead is counted at each.</summary>
    public required string Unit { get; init; }

    /// <summary>原定期限; null where it has no day (持续实施).</summary>
    public DateOnly? OriginalDue { get; init; }

    /// <summary>The deadline with approved extensions.</summary>
    public DateOnly? ExtendedDue { get; init; }

    /// <summary>The day the unit applied for closing (申请办结), unless it was sent back; the office's verification takes none of its time.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>销号: the office verified it.</summary>
    public bool StruckOff { get; init; }
}

/// <summary>Which deadline a task is measured by.</summary>
public enum Deadline
{
    /// <summary>原定期限.</summary>
    Original,

    /// <summary>批准延期后的期限.</summary>
    Extended,
}

/// <summary>
/// 任务完成率、逾期率、平均延期 of the tasks whose deadline lies in a period, by the original and by the extended deadline.
/// No rule above the office defines them (政府督查工作条例 names none), so each is printed with its rule. What has no end
/// (持续实施) is in no denominator and is listed.
/// </summary>
/// <param name="from">First day of the period.</param>
/// <param name="to">Its last day.</param>
/// <param name="today">The day of the count.</param>
public sealed class TaskFigures(DateOnly from, DateOnly to, DateOnly today)
{
    private const string DueRule = "期内到期件次(期限在统计期内,已过期限或已申请办结;没有期限的不计,另列)";

    /// <summary>All of them, in the order of a report.</summary>
    public IReadOnlyList<Indicator<SupervisedTask>> All =>
        [
            .. Enum.GetValues<Deadline>().Select(Done),
            .. Enum.GetValues<Deadline>().Select(Late),
            .. Enum.GetValues<Deadline>().Select(Delay),
        ];

    /// <summary>任务完成率.</summary>
    public Indicator<SupervisedTask> Done(Deadline by) =>
        Indicator.Counting<SupervisedTask>(
            $"done{by}",
            $"任务完成率({Label(by)})",
            $"已销号件次 ÷ {DueRule}",
            t => IsDue(t, by),
            t => t.StruckOff
        );

    /// <summary>逾期率: late whether finished since or not.</summary>
    public Indicator<SupervisedTask> Late(Deadline by) =>
        Indicator.Counting<SupervisedTask>(
            $"late{by}",
            $"逾期率({Label(by)})",
            $"申请办结晚于期限、或期限已过仍未申请办结的件次 ÷ {DueRule}",
            t => IsDue(t, by),
            t => DaysLate(t, by) > 0
        );

    /// <summary>平均延期: of those that are late, in days.</summary>
    public Indicator<SupervisedTask> Delay(Deadline by) =>
        new(
            $"delay{by}",
            $"平均延期({Label(by)})",
            "逾期天数合计(自期限次日至申请办结日,未申请的至统计日,按日历日) ÷ 逾期件次",
            t => DaysLate(t, by),
            t => DaysLate(t, by) > 0 ? 1 : 0,
            "天"
        );

    /// <summary>Has no day (持续实施): in no denominator, listed instead.</summary>
    public static bool IsOngoing(SupervisedTask task) => task.OriginalDue is null;

    private bool IsDue(SupervisedTask task, Deadline by) =>
        Due(task, by) is { } due && due >= from && due <= to && (due < today || task.AppliedOn is not null);

    private int DaysLate(SupervisedTask task, Deadline by) =>
        IsDue(task, by) ? Math.Max(0, (task.AppliedOn ?? today).DayNumber - Due(task, by)!.Value.DayNumber) : 0;

    private static DateOnly? Due(SupervisedTask task, Deadline by) =>
        by switch
        {
            Deadline.Original => task.OriginalDue,
            Deadline.Extended => task.ExtendedDue ?? task.OriginalDue,
        };

    private static string Label(Deadline by) =>
        by switch
        {
            Deadline.Original => "按原定期限",
            Deadline.Extended => "按延期后期限",
        };
}
