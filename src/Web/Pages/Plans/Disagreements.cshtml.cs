using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Disagreements;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans.Disagree;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>The disagreements about one plan, and a new one.</summary>
public sealed class DisagreementsModel(Steps steps) : PlanPage(steps)
{
    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Proposal { get; set; }

    public IReadOnlyList<DisagreementLine> Lines { get; private set; } = [];
    public Permission MayOpen => Rights.To(Actions.OpenDisagreement);

    /// <summary>Units that were asked; those that object stand first.</summary>
    public IEnumerable<SelectListItem> Sides =>
        Case
            .Asks.GroupBy(a => a.Unit)
            .Where(g => g.Key != Plan.LeadUnit)
            .OrderBy(g => g.Any(a => Case.EffectOf(a) == AnswerEffect.Objects) ? 0 : 1)
            .Select(g => new SelectListItem(
                Units.Name(g.Key) + (g.Any(a => Case.EffectOf(a) == AnswerEffect.Objects) ? "（不同意）" : ""),
                g.Key
            ));

    public IEnumerable<SelectListItem> ClauseOptions =>
        Clauses
            .Select(c => new SelectListItem(PlanLooks.Short(Numbers[c.Id], c.Text), c.Id))
            .Prepend(new SelectListItem("全文", ""));

    public Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        var command = new OpenDisagreement(
            Unit ?? "",
            string.IsNullOrEmpty(Clause) ? null : Clause,
            Question ?? "",
            Proposal ?? ""
        );
        return Do(Id, command, "分歧已登记，双方已收到协商请办。", _ => Redirect($"/plans/{Id}/disagreements"));
    }

    protected override async Task LoadMore(Session session) => Lines = await DisagreementLines.OfPlan(session, Id);
}
