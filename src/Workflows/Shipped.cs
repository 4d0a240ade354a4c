using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Workflows;

/// <summary>The kernel with everything this program ships.</summary>
public static class Shipped
{
    /// <summary>What the shipped lifecycles refer to by name.</summary>
    public static Registry Registry()
    {
        var registry = new Registry();
        MeetingRegistrations.Register(registry);
        TaskRegistrations.Register(registry);
        ReportRegistrations.Register(registry);
        PlanRegistrations.Register(registry);
        ProposalRegistrations.Register(registry);
        return registry;
    }

    /// <summary>
    /// Steps on that database, on that clock, by that calendar (the shipped one where none is given), with the flow that
    /// JOINTMEETING_FLOW names.
    /// </summary>
    public static Steps Steps(Database database, TimeProvider time, WorkingDayCalendar? calendar = null) =>
        new(
            database,
            time,
            Lifecycles.Shipped(),
            Registry(),
            new Flows(Environment.GetEnvironmentVariable(Flows.Setting)),
            calendar ?? WorkingDayCalendar.Embedded
        );
}
