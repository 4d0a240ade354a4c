namespace JointMeeting.Domain.Supervision;

/// <summary>What a running ledger (台账) says of a task at its as-of date: the ledger's word, not the unit's answer.</summary>
public enum LedgerStatus
{
    /// <summary>已办结, in whatever words: 已完成, 办结, 销号.</summary>
    Done,

    /// <summary>进行中.</summary>
    InProgress,

    /// <summary>未启动.</summary>
    NotStarted,

    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>长期坚持: without end.</summary>
    Ongoing,

    /// <summary>暂缓或终止.</summary>
    Suspended,
}

/// <summary>The Chinese names of the statuses, and what follows from one.</summary>
public static class LedgerStatuses
{
    /// <summary>The status in Chinese.</summary>
    public static string Label(LedgerStatus status) =>
        status switch
        {
            LedgerStatus.Done => "已办结",
            LedgerStatus.InProgress => "进行中",
            LedgerStatus.NotStarted => "未启动",
            LedgerStatus.Overdue => "逾期",
            LedgerStatus.Ongoing => "长期坚持",
            LedgerStatus.Suspended => "暂缓或终止",
        };

    /// <summary>
    /// What a ledger calls over, late or stopped was so before this system knew of it: a person judges it (历史待核)
    /// before any unit is asked.
    /// </summary>
    public static bool WasOverBefore(LedgerStatus? status) =>
        status switch
        {
            LedgerStatus.Done or LedgerStatus.Overdue or LedgerStatus.Suspended => true,
            LedgerStatus.InProgress or LedgerStatus.NotStarted or LedgerStatus.Ongoing or null => false,
        };
}
