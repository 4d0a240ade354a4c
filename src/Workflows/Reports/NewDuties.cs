using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Workflows.Reports;

/// <summary>
/// Confirmed reporting duties (报送事项) become duties of a mechanism. What the document leaves open is kept with the
/// reason, and nobody is asked until the office arranges it: a guessed unit or day would be no duty of anybody.
/// </summary>
public static class NewDuties
{
    /// <summary>Writes them; returns how many there are and how many of them wait for the office.</summary>
    public static async Task<(int All, int Waiting)> Keep(
        Step step,
        string mechanism,
        string notice,
        IReadOnlyList<ProposalRow> proposals
    )
    {
        var (all, waiting) = (0, 0);
        foreach (var proposal in proposals.Where(p => p.Kind == ProposalKind.Duty && p.IsTaken))
        {
            var duty = ProposalValues.Read<ProposedDuty>(proposal.Value);
            if (await IsThere(step, mechanism, duty))
                continue;
            var row = await Row(step, mechanism, notice, ++all, duty);
            waiting += row.WhyNot is null ? 0 : 1;
            await step.Session.Insert("duty", row);
        }
        return (all, waiting);
    }

    /// <summary>A document that comes again asks for nothing twice.</summary>
    private static async Task<bool> IsThere(Step step, string mechanism, ProposedDuty duty)
    {
        const string same = """
            select count(*) from duty where mechanism = @mechanism and name = @Name and reporters = @Reporters
               and stated_due = @Due and stopped_at is null
            """;
        return await step.Session.Scalar<long>(
                same,
                new
                {
                    mechanism,
                    duty.Name,
                    duty.Reporters,
                    duty.Due,
                }
            ) > 0;
    }

    private static async Task<DutyRow> Row(Step step, string mechanism, string notice, int position, ProposedDuty duty)
    {
        var time = ReportingTime.Read(duty.Period, duty.Due, step.Today);
        var units = await ReportingUnits.Of(step.Session, mechanism, notice, duty.Reporters, step.Today);
        var why = string.Join("；", new[] { units.Why, time.Why }.OfType<string>());
        var next = why.Length == 0 ? time.Rhythm?.NextFrom(step.Today, step.Calendar) : null;
        return new()
        {
            Id = step.NewId(),
            Mechanism = mechanism,
            NoticeCase = notice,
            Position = position,
            Name = duty.Name,
            Reporters = duty.Reporters,
            ToWhom = duty.To,
            StatedDue = duty.Due,
            Fields = string.Join('\n', duty.Fields),
            Period = time.Rhythm?.Period,
            FirstOn = time.Rhythm?.First,
            Day = time.Rhythm?.Day,
            Units = "",
            WhyNot = why.Length == 0 ? null : why,
            NextDue = next,
            OpensOn = next is { } due ? time.Rhythm!.OpensFor(due, step.Calendar) : null,
        };
    }
}
