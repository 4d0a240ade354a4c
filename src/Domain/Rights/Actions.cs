namespace JointMeeting.Domain.Rights;

/// <summary>
/// Every action of this product, by what it is done to. Rights, pages, API, command line and messages read this one table.
/// </summary>
public static partial class Actions
{
    private static IReadOnlyList<CaseAction>? _all;

    /// <summary>All of them but those that are rights on an ask, such as answering.</summary>
    // Made on first use: which part of this class is initialised first is not defined.
    public static IReadOnlyList<CaseAction> All =>
        _all ??= [
            .. OfHouse,
            .. OfNotices,
            .. OfMeetings,
            .. OfTasks,
            .. OfReports,
            .. OfPlans,
            .. OfSteering,
            .. ProposalActions.All,
        ];
}
