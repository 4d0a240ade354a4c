using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Intake;

/// <summary>The entries of a month plan (月度安排); one that holds several matters is proposed as several.</summary>
internal sealed class MonthEntryProposals(Notice notice, Places places)
{
    private readonly IReadOnlyList<string> _numbers = Numbers(notice.Calendar);

    public IEnumerable<Proposed> All() =>
        notice.Calendar.Select(
            (entry, at) =>
            {
                var value = Value(entry, _numbers[at]);
                return places.Proposed(
                    ProposalKind.MonthEntry,
                    $"{value.Month}第 {entry.Number} 项",
                    entry.Line,
                    ProposalValues.Write(value),
                    LearnedWords.Joined([
                        places.DoubtOf($"calendar[{at}]"),
                        .. notice
                            .Findings.Where(finding => IsAbout(finding, entry))
                            .Select(finding => finding.Text.TrimEnd('。'))
                            .Where(said =>
                                entry.Doubt is null || !said.Contains(entry.Doubt, StringComparison.Ordinal)
                            ),
                        value.LeadBasis == "convention" ? "只写责任单位，按惯例以列首位者为牵头" : null,
                        value.Missing() is { } missing ? $"{missing}；更正补上的才转为任务" : null,
                    ])
                );
            }
        );

    /// <summary>Number of the entry that a finding is about; null where it is about none.</summary>
    public string? RowOf(Finding finding) =>
        notice.Calendar.Index().FirstOrDefault(entry => IsAbout(finding, entry.Item)) is (var at, not null)
            ? _numbers[at]
            : null;

    /// <summary>All entries of a month stand in one cell: the finding names the one it means.</summary>
    private static bool IsAbout(Finding finding, CalendarEntry entry) =>
        finding.Line == entry.Line && finding.Text.Contains($"第 {entry.Number} 项", StringComparison.Ordinal);

    private static ProposedMonthEntry Value(CalendarEntry entry, string number)
    {
        var stated = entry.Units.Lead.Select(unit => unit.Name).ToList();
        IReadOnlyList<string> lead = stated.Count > 0 ? stated : [.. entry.Units.All.Take(1)];
        return new(
            number,
            Month(entry),
            entry.Start,
            entry.End,
            entry.Matters.Count > 1 ? entry.Matters : [entry.Text],
            lead,
            stated.Count > 0 ? "stated"
                : lead.Count > 0 ? "convention"
                : "",
            entry.Units.All
        );
    }

    private static string Month(CalendarEntry entry) =>
        entry.LastMonth is { } last ? $"{entry.Month}—{last}月" : $"{entry.Month}月";

    /// <summary>A number that the plan gives twice gets a second part, as in a task table.</summary>
    private static List<string> Numbers(IReadOnlyList<CalendarEntry> entries)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new List<string>();
        foreach (var entry in entries)
        {
            var number = $"{Month(entry)}-{entry.Number}";
            var once = number;
            for (var more = 2; !used.Add(once); more++)
                once = $"{number}-{more}";
            numbers.Add(once);
        }
        return numbers;
    }
}
