using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Supervision;

/// <summary>灯号 of a task in the ledger. It is always shown with its word, never as a colour alone.</summary>
public enum Light
{
    /// <summary>绿: on schedule.</summary>
    Green,

    /// <summary>黄: the day is near.</summary>
    Yellow,

    /// <summary>红: overdue, or returned twice.</summary>
    Red,

    /// <summary>蓝: applied for closing.</summary>
    Blue,

    /// <summary>灰: not started, or without an end (持续实施).</summary>
    Grey,

    /// <summary>历史待核: was already past when it was imported and nobody has judged it yet.</summary>
    Historical,

    /// <summary>已办结: struck off, or found done before.</summary>
    Done,
}

/// <summary>Where a task stands.</summary>
public enum TaskStage
{
    /// <summary>历史待核.</summary>
    Historical,

    /// <summary>已下达, not yet signed for by all.</summary>
    Assigned,

    /// <summary>进行中.</summary>
    InProgress,

    /// <summary>核实中: closing was applied for.</summary>
    Verifying,

    /// <summary>办结.</summary>
    Done,
}

/// <summary>What the light depends on.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Due">Last day, Asia/Shanghai; null where it has none (持续实施).</param>
/// <param name="Returned">How often its closing was sent back (退回补充).</param>
public sealed record TaskStanding(TaskStage Stage, DateOnly? Due, int Returned);

/// <summary>
/// The ledger's lights. No rule above the office fixes the colours (cities differ); these are the defaults of the
/// supervision ledger: yellow within ten workdays, red once overdue or returned twice.
/// </summary>
public static class Lights
{
    /// <summary>Workdays before the day from which a task is yellow.</summary>
    public const int NearWorkdays = 10;

    /// <summary>Returns after which a task is red whatever its day.</summary>
    public const int MostReturns = 2;

    /// <summary>The light of a task on that day.</summary>
    public static Light Of(TaskStanding task, DateOnly today, WorkingDayCalendar calendar) =>
        task.Stage switch
        {
            TaskStage.Done => Light.Done,
            TaskStage.Historical => Light.Historical,
            TaskStage.Verifying => Light.Blue,
            TaskStage.Assigned or TaskStage.InProgress when task.Due < today || task.Returned >= MostReturns =>
                Light.Red,
            TaskStage.Assigned => Light.Grey,
            TaskStage.InProgress when task.Due is null => Light.Grey,
            TaskStage.InProgress => calendar.WorkdaysBetween(today, task.Due.Value) <= NearWorkdays
                ? Light.Yellow
                : Light.Green,
        };

    /// <summary>The word beside the colour.</summary>
    public static string Label(Light light) =>
        light switch
        {
            Light.Green => "正常",
            Light.Yellow => "临期",
            Light.Red => "超期",
            Light.Blue => "申请办结",
            Light.Grey => "未开始或持续",
            Light.Historical => "历史待核",
            Light.Done => "已办结",
        };

    /// <summary>The light in words that say why: how many days over, how many workdays left.</summary>
    public static string Describe(TaskStanding task, DateOnly today, WorkingDayCalendar calendar) =>
        Of(task, today, calendar) switch
        {
            Light.Red when task.Due < today => $"超期 {today.DayNumber - task.Due.Value.DayNumber} 天",
            Light.Red => $"退回 {task.Returned} 次",
            Light.Yellow => Left(calendar.WorkdaysBetween(today, task.Due!.Value)),
            Light.Grey when task.Stage == TaskStage.Assigned => "待签收",
            Light.Grey => "持续实施",
            var light => Label(light),
        };

    private static string Left(int workdays) => workdays == 0 ? "今日到期" : $"剩 {workdays} 个工作日";
}
