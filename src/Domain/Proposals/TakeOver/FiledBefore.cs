namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>
/// Whether a running ledger tells that a proposal was filed (立案): what was given to units, or answered by them, was.
/// Everything else waits for the office of the CPPCC, whose right 审查立案 is; nobody files by a ledger's silence.
/// </summary>
public static class FiledBefore
{
    /// <summary>As the ledger's word of that day says.</summary>
    /// <param name="told">交办日期, 答复日期 and 办结日期, those that it states.</param>
    public static bool Is(ItemLedgerStatus? status, DateOnly asOf, params IEnumerable<DateOnly?> told) =>
        status switch
        {
            ItemLedgerStatus.Assigned
            or ItemLedgerStatus.SignedFor
            or ItemLedgerStatus.Handling
            or ItemLedgerStatus.Replied
            or ItemLedgerStatus.Closed
            or ItemLedgerStatus.Overdue => true,
            ItemLedgerStatus.Unassigned or ItemLedgerStatus.NotAccepted => false,
            ItemLedgerStatus.Merged or ItemLedgerStatus.Withdrawn or ItemLedgerStatus.Suspended or null => told.Any(
                day => day <= asOf
            ),
        };
}
