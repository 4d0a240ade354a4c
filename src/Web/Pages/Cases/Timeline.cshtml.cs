using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Web.Kit.Graphs;
using JointMeeting.Web.Pages.Definitions;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>The history of one case, with a check of its trail on request; it only reads.</summary>
public sealed class TimelineModel(Steps steps) : CaseFilePage(steps)
{
    /// <summary>Whether to recompute the case's trail.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Verify { get; set; }

    public Timeline History { get; private set; } = null!;

    /// <summary>Where the case is in its lifecycle.</summary>
    public Graph Picture => CasePicture.Of(Case, Units, Today);

    public string? Address => CaseAddress.Of(Case.Row.Kind, Case.Row.Id);

    protected override async Task Load(Session session) =>
        History = await Timeline.Read(session, Id) with
        {
            Verified = Verify ? await Verification.Run(session, Id) : null,
        };
}

/// <summary>Where a case has its page.</summary>
public static class CaseAddress
{
    /// <summary>The address, or null where the kind has no page of its own.</summary>
    public static string? Of(CaseKind kind, string id) =>
        kind switch
        {
            CaseKind.House => null,
            CaseKind.Notice => $"/notices/{id}",
            CaseKind.Mechanism => $"/mechanisms/{id}",
            CaseKind.Meeting => $"/meetings/{id}",
            CaseKind.Task => $"/tasks/{id}",
            CaseKind.Report => $"/reports/{id}",
            CaseKind.Plan => $"/plans/{id}",
            CaseKind.Disagreement => $"/disagreements/{id}",
            CaseKind.Suggestion or CaseKind.Proposal => $"/proposals/{id}",
        };
}
