using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>
/// 在谁手里: a request that waits for its unit. The office sees the title of the station of the unit's own chain where it
/// lies, so that it knows whom to ring; never the draft, the person or what was said there.
/// </summary>
public sealed record Holding(AskRow Ask, string Unit, string What, string? Station)
{
    /// <summary>All that waits now, what is due first at the top.</summary>
    public static IReadOnlyList<Holding> Of(CaseFile file, UnitBook units) =>
        [
            .. file
                .Asks.Where(a => a is { Within: null, State: AskState.Open or AskState.Delegated })
                .OrderBy(a => a.Due ?? DateOnly.MaxValue)
                .Select(a => new Holding(
                    a,
                    units.Name(a.Unit),
                    Vocabulary.Named(a.Vocabulary).Label,
                    file.Inner(a.Id).FirstOrDefault(s => s.State == AskState.Open)?.Subject
                )),
        ];
}
