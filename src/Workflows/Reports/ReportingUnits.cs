using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Contents;

namespace JointMeeting.Workflows.Reports;

/// <summary>Which units the words for the reporters come to; a word that names no known unit asks nobody.</summary>
public sealed record ReportingUnits(IReadOnlyList<string> Ids, string? Why)
{
    private const string OfMembers =
        "select unit from seat where mechanism = @mechanism group by unit order by min(position)";

    private const string OfTasks = """
        select t.lead_units, t.responsible_units from task t join cases c on c.id = t.case_id
         where t.mechanism = @mechanism and c.closed_at is null order by t.case_id
        """;

    private const string OfName = """
        select id from unit where name = @name
        union select unit from unit_alias where alias = @name
           and (valid_from is null or valid_from <= @today) and (valid_to is null or valid_to >= @today)
        """;

    /// <summary>Whom a duty asks: the units that the office chose, else those its words come to by its own document.</summary>
    public static async Task<ReportingUnits> Of(Session session, DutyRow duty, DateOnly today) =>
        Rows.Split(duty.Units) is { Count: > 0 } chosen
            ? new(chosen, null)
            : await Of(session, duty.Mechanism, duty.NoticeCase, duty.Reporters, today);

    /// <summary>As the mechanism stands that day.</summary>
    /// <param name="notice">The document that asks for it.</param>
    /// <param name="words">Its words for who reports.</param>
    public static async Task<ReportingUnits> Of(
        Session session,
        string mechanism,
        string notice,
        string words,
        DateOnly today
    )
    {
        var reporters = Reporters.Read(words);
        if (reporters.Group is ReporterGroup.Members)
            return Some(
                await session.Query<string>(OfMembers, new { mechanism }),
                "联席会议还没有成员单位，请先登记成员"
            );
        if (reporters.Group is ReporterGroup.Named or ReporterGroup.Addressees)
            return await Named(session, mechanism, notice, reporters, today);
        var tasks = await session.Query<(string Lead, string Responsible)>(OfTasks, new { mechanism });
        var units = tasks
            .SelectMany(task => Rows.Split(task.Lead).Concat(Others(reporters.Group, task.Responsible)))
            .Distinct();
        return Some([.. units], $"没有在办的任务，“{words}”没有对应的单位");
    }

    private static IReadOnlyList<string> Others(ReporterGroup group, string responsible) =>
        group is ReporterGroup.TaskUnits ? Rows.Split(responsible) : [];

    private static async Task<ReportingUnits> Named(
        Session session,
        string mechanism,
        string notice,
        Reporters reporters,
        DateOnly today
    )
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in reporters.Names)
            if (await session.Scalar<string?>(OfName, new { name, today = Moment.Text(today) }) is { } id)
                units[name] = id;
        var addressees = (await Addressees.Of(session, mechanism, notice))
            .Where(row => reporters.Group is not ReporterGroup.Addressees || row.NoticeCase == notice)
            .Select(row => row.AsAddressee());
        var found = NamedReporters.Of(reporters, units.GetValueOrDefault, [.. addressees]);
        return new(found.Units, found.Why);
    }

    private static ReportingUnits Some(IReadOnlyList<string> units, string why) =>
        new(units, units.Count == 0 ? why : null);
}
