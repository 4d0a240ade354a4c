using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>What would become of a reporting duty: when it is asked for, or why it would wait for the office.</summary>
/// <param name="Why">Why nobody would be asked; null where it is complete.</param>
public sealed record PlannedDuty(ProposalRow Row, ProposedDuty Duty, string Time, string? Why)
{
    /// <summary>In the order of the document.</summary>
    /// <param name="known">Names that will be units by then.</param>
    public static IReadOnlyList<PlannedDuty> Of(
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlySet<string> known,
        DateOnly today,
        WorkingDayCalendar calendar
    ) =>
        [
            .. proposals
                .Where(p => p.Kind == ProposalKind.Duty)
                .Select(p =>
                    Of(
                        p,
                        ProposalValues.Read<ProposedDuty>(p.Value),
                        known,
                        Readings.Addressees(proposals),
                        today,
                        calendar
                    )
                ),
        ];

    private static PlannedDuty Of(
        ProposalRow row,
        ProposedDuty duty,
        IReadOnlySet<string> known,
        IReadOnlyList<Addressee> addressees,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var time = ReportingTime.Read(duty.Period, duty.Due, today);
        var why = string.Join(
            "；",
            new[] { WhyNobody(Reporters.Read(duty.Reporters), known, addressees), time.Why }.OfType<string>()
        );
        var next = time.Rhythm?.NextFrom(today, calendar);
        return new(
            row,
            duty,
            time.Rhythm is { } rhythm && next is { } due ? $"{rhythm.Describe()}；第一期 {When.Day(due)}前" : "—",
            why.Length == 0 ? null : why
        );
    }

    private static string? WhyNobody(
        Reporters reporters,
        IReadOnlySet<string> known,
        IReadOnlyList<Addressee> addressees
    ) =>
        reporters.Group is ReporterGroup.Named or ReporterGroup.Addressees
            ? NamedReporters.Of(reporters, name => known.Contains(name) ? name : null, addressees).Why
            : null;
}
