using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Contents;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>主送单位 on the mechanism's page: its words, the units with whether they are members, what they are to report.</summary>
public sealed record AddresseeLine(
    string Words,
    IReadOnlyList<(string Unit, bool IsMember)> Units,
    IReadOnlyList<string> Duties
)
{
    /// <summary>Those of all documents, the newest first; words that come again are listed once.</summary>
    public static async Task<IReadOnlyList<AddresseeLine>> Read(Session session, string mechanism)
    {
        var members = (
            await session.Query<string>(
                "select distinct unit from seat where mechanism = @mechanism",
                new { mechanism }
            )
        ).ToHashSet(StringComparer.Ordinal);
        var duties = await session.Query<(string Name, string Reporters)>(
            "select name, reporters from duty where mechanism = @mechanism and stopped_at is null and units = '' order by notice_case, position",
            new { mechanism }
        );
        return
        [
            .. (await Addressees.Of(session, mechanism))
                .GroupBy(row => Addressee.Fold(row.Words), StringComparer.Ordinal)
                .Select(same => same.OrderBy(row => row.Units.Length == 0).First())
                .Select(row => new AddresseeLine(
                    row.Words,
                    [.. Rows.Split(row.Units).Select(unit => (unit, members.Contains(unit)))],
                    [.. duties.Where(duty => IsOwed(duty.Reporters, row.Words)).Select(duty => duty.Name).Distinct()]
                )),
        ];
    }

    private static bool IsOwed(string reporters, string words) =>
        Reporters.Read(reporters).Group is ReporterGroup.Addressees
        || Addressee.Fold(reporters).Contains(Addressee.Fold(words), StringComparison.Ordinal);
}
