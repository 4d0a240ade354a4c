using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>A clause to be shown.</summary>
/// <param name="Mine">It names the reader's unit.</param>
public sealed record ShownClause(ClauseRow Row, string Number, bool Mine, UnitBook Units);
