namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>
/// What a running ledger (在办台账) says of a suggestion or proposal at its as-of date: the ledger's word, nobody's answer.
/// </summary>
public enum ItemLedgerStatus
{
    /// <summary>待交办.</summary>
    Unassigned,

    /// <summary>已交办.</summary>
    Assigned,

    /// <summary>已签收.</summary>
    SignedFor,

    /// <summary>办理中.</summary>
    Handling,

    /// <summary>已答复.</summary>
    Replied,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>逾期未答复.</summary>
    Overdue,

    /// <summary>不予受理, 不予立案.</summary>
    NotAccepted,

    /// <summary>并案.</summary>
    Merged,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>暂缓或终止.</summary>
    Suspended,
}

/// <summary>The Chinese names of the statuses, and what follows from one.</summary>
public static class ItemLedgerStatuses
{
    /// <summary>The status in Chinese.</summary>
    public static string Label(ItemLedgerStatus status) =>
        status switch
        {
            ItemLedgerStatus.Unassigned => "待交办",
            ItemLedgerStatus.Assigned => "已交办",
            ItemLedgerStatus.SignedFor => "已签收",
            ItemLedgerStatus.Handling => "办理中",
            ItemLedgerStatus.Replied => "已答复",
            ItemLedgerStatus.Closed => "已办结",
            ItemLedgerStatus.Overdue => "逾期未答复",
            ItemLedgerStatus.NotAccepted => "不予受理（立案）",
            ItemLedgerStatus.Merged => "并案",
            ItemLedgerStatus.Withdrawn => "撤回",
            ItemLedgerStatus.Suspended => "暂缓或终止",
        };

    /// <summary>
    /// What a ledger calls over, late or stopped was so before this system knew of it: a person judges it (历史待核)
    /// before any unit is asked.
    /// </summary>
    public static bool WasOverBefore(ItemLedgerStatus status) =>
        status switch
        {
            ItemLedgerStatus.Replied
            or ItemLedgerStatus.Closed
            or ItemLedgerStatus.Overdue
            or ItemLedgerStatus.NotAccepted
            or ItemLedgerStatus.Merged
            or ItemLedgerStatus.Withdrawn
            or ItemLedgerStatus.Suspended => true,
            ItemLedgerStatus.Unassigned
            or ItemLedgerStatus.Assigned
            or ItemLedgerStatus.SignedFor
            or ItemLedgerStatus.Handling => false,
        };

    /// <summary>The ledger calls it answered or closed: what a person may judge in one go, on one basis.</summary>
    public static bool SaysDone(ItemLedgerStatus? status) =>
        status is ItemLedgerStatus.Replied or ItemLedgerStatus.Closed;

    /// <summary>The ledger calls it ended or stopped without an answer.</summary>
    public static bool EndsUnanswered(ItemLedgerStatus status) =>
        status
            is ItemLedgerStatus.NotAccepted
                or ItemLedgerStatus.Merged
                or ItemLedgerStatus.Withdrawn
                or ItemLedgerStatus.Suspended;
}
