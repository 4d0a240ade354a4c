using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Contents;
using JointMeeting.Workflows.Reports;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>A report that is asked of an addressee.</summary>
/// <param name="Only">Where not all units of the addressee are asked: those that are; empty otherwise.</param>
public sealed record OwedDuty(string Name, IReadOnlyList<string> Only);

/// <summary>主送单位 on the mechanism's page: its words, the units with whether they are members, what they are to report.</summary>
public sealed record AddresseeLine(
    string Words,
    IReadOnlyList<(string Unit, bool IsMember)> Units,
    IReadOnlyList<OwedDuty> Duties
)
{
    /// <summary>Those of all documents, the newest first; words that come again are listed once.</summary>
    public static async Task<IReadOnlyList<AddresseeLine>> Read(Session session, string mechanism, DateOnly today)
    {
        var members = (
            await session.Query<string>(
                "select distinct unit from seat where mechanism = @mechanism",
                new { mechanism }
            )
        ).ToHashSet(StringComparer.Ordinal);
        var asked = await Asked(session, mechanism, today);
        return
        [
            .. (await Addressees.Of(session, mechanism))
                .GroupBy(row => Addressee.Fold(row.Words), StringComparer.Ordinal)
                .Select(same => same.OrderBy(row => row.Units.Length == 0).First())
                .Select(row => (row.Words, Units: Rows.Split(row.Units)))
                .Select(row => new AddresseeLine(
                    row.Words,
                    [.. row.Units.Select(unit => (unit, members.Contains(unit)))],
                    [.. asked.Select(duty => Owed(duty, row.Units)).OfType<OwedDuty>().DistinctBy(duty => duty.Name)]
                )),
        ];
    }

    /// <summary>Who is asked is what the rule says that asks, for each duty with its own document.</summary>
    private static async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Units)>> Asked(
        Session session,
        string mechanism,
        DateOnly today
    )
    {
        var duties = await session.Query<DutyRow>(
            "select * from duty where mechanism = @mechanism and stopped_at is null order by notice_case, position",
            new { mechanism }
        );
        var asked = new List<(string, IReadOnlyList<string>)>();
        foreach (var duty in duties.Where(IsOfAddressees))
            asked.Add((duty.Name, (await ReportingUnits.Of(session, duty, today)).Ids));
        return asked;
    }

    /// <summary>What members and those who have tasks report stands on the page of reports.</summary>
    private static bool IsOfAddressees(DutyRow duty) =>
        Reporters.Read(duty.Reporters).Group is ReporterGroup.Addressees or ReporterGroup.Named;

    private static OwedDuty? Owed((string Name, IReadOnlyList<string> Units) duty, IReadOnlyList<string> units) =>
        units.Intersect(duty.Units).ToList() is { Count: > 0 } owing
            ? new(duty.Name, owing.Count == units.Count ? [] : owing)
            : null;
}
