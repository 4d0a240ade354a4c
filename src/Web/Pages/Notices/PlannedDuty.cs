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
    /// <param name="others">Addressees that the mechanism has from other documents.</param>
    public static IReadOnlyList<PlannedDuty> Of(
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlySet<string> known,
        IReadOnlyList<Addressee> others,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var own = Readings.Addressees(proposals);
        return [.. proposals.Where(p => p.Kind == ProposalKind.Duty).Select(p => Of(p, WhyNobody, today, calendar))];
        string? WhyNobody(Reporters reporters) =>
            reporters.Group switch
            {
                ReporterGroup.Members or ReporterGroup.Leads or ReporterGroup.TaskUnits => null,
                ReporterGroup.Addressees => NamedReporters.Of(reporters, Known, own).Why,
                ReporterGroup.Named => NamedReporters.Of(reporters, Known, [.. own, .. others]).Why,
            };
        string? Known(string name) => known.Contains(name) ? name : null;
    }

    private static PlannedDuty Of(
        ProposalRow row,
        Func<Reporters, string?> whyNobody,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var duty = ProposalValues.Read<ProposedDuty>(row.Value);
        var time = ReportingTime.Read(duty.Period, duty.Due, today);
        var why = string.Join("；", new[] { whyNobody(Reporters.Read(duty.Reporters)), time.Why }.OfType<string>());
        var next = time.Rhythm?.NextFrom(today, calendar);
        return new(
            row,
            duty,
            time.Rhythm is { } rhythm && next is { } due ? $"{rhythm.Describe()}；第一期 {When.Day(due)}前" : "—",
            why.Length == 0 ? null : why
        );
    }
}
