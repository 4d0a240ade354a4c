using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Notices.Contents;

/// <summary>Whom a document of a mechanism is addressed to (主送单位), as stored.</summary>
public sealed record AddresseeRow
{
    public required string Id { get; init; }
    public required string Mechanism { get; init; }
    public required string NoticeCase { get; init; }
    public required int Position { get; init; }

    /// <summary>As the document writes it.</summary>
    public required string Words { get; init; }

    /// <summary>The units these stand for; empty where nobody has said which (未指明单位).</summary>
    public required string Units { get; init; }

    /// <summary>With its units by id.</summary>
    public Addressee AsAddressee() => new(Words, Rows.Split(Units));
}

/// <summary>Keeps the confirmed addressees of a document and finds them again.</summary>
public static class Addressees
{
    /// <summary>Those of one document first, then those of the mechanism's other documents, the newest first.</summary>
    public static async Task<IReadOnlyList<AddresseeRow>> Of(Session session, string mechanism, string? notice = null)
    {
        const string all = "select * from addressee where mechanism = @mechanism order by notice_case desc, position";
        var rows = await session.Query<AddresseeRow>(all, new { mechanism });
        return [.. rows.OrderBy(row => row.NoticeCase == notice ? 0 : 1)];
    }

    /// <summary>Writes them; returns how many there are and how many of them name no unit.</summary>
    internal static async Task<(int All, int Unnamed)> Keep(
        Step step,
        string mechanism,
        string notice,
        IReadOnlyList<ProposalRow> proposals
    )
    {
        var readings = Readings.Of(proposals);
        var refused = UnitsAreAsConfirmed.Refused(proposals);
        var (all, unnamed) = (0, 0);
        foreach (var addressee in Readings.Addressees(proposals))
        {
            var units = new List<string>();
            foreach (var name in addressee.Units.Where(name => !refused.Contains(name)))
                units.Add(await Units.FindOrCreate(step, readings.Unit(name)));
            unnamed += units.Count == 0 ? 1 : 0;
            await step.Session.Insert(
                "addressee",
                new AddresseeRow
                {
                    Id = step.NewId(),
                    Mechanism = mechanism,
                    NoticeCase = notice,
                    Position = ++all,
                    Words = addressee.Words,
                    Units = Rows.Join(units.Distinct()),
                }
            );
        }
        return (all, unnamed);
    }
}
