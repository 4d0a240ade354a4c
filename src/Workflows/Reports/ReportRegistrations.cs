using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Reports;

/// <summary>What the lifecycle of a periodic report refers to by name.</summary>
public static class ReportRegistrations
{
    /// <summary>Registers them.</summary>
    public static void Register(Registry registry)
    {
        registry.Who["dutyReporters"] = async step =>
            [.. Rows.Split((await Report(step)).Units).Select(unit => new Asked(unit))];
        registry.FixedDays["periodicReport"] = async step => (await Report(step)).DueOn;
    }

    private static async Task<ReportRow> Report(Step step) =>
        (await step.Session.One<ReportRow>("select * from report where case_id = @CaseId", new { step.CaseId }))!;
}
