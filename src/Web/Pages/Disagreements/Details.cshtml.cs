using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Disagree;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Disagreements;

/// <summary>One disagreement: both sides' grounds at each level, and where it goes next.</summary>
public sealed class DetailsModel(Steps steps) : CaseFilePage(steps)
{
    [BindProperty]
    public string? Words { get; set; }

    public DisagreementRow Row { get; private set; } = null!;
    public string PlanTitle { get; private set; } = "";

    /// <summary>It is about a suggestion or proposal, not about a plan.</summary>
    public bool IsAboutItem => Case.Facts().Handling is not null;
    public ClauseRow? Clause { get; private set; }
    public Timeline History { get; private set; } = null!;
    public string? Node => Case.OpenVisits.FirstOrDefault()?.Node;
    public string State => StepTitle.Of(Steps.Lifecycles, Case);
    public Permission MayEscalate => Rights.To(Actions.Escalate);
    public Permission MayAgree => Rights.To(Actions.RecordAgreement);
    public Permission MayRemove => Rights.To(Actions.RecordRemoval);

    /// <summary>Every request, oldest level first.</summary>
    public IEnumerable<(string Level, AskRow Ask, AnswerCell Cell)> Positions =>
        from ask in Case.Asks
        let visit = Case.Visits.First(v => v.Id == ask.VisitId)
        select (Case.Lifecycle.Step(visit.Node).Title, ask, AnswerCell.Of(Case, Units, ask, Today));

    public Task<IActionResult> OnPostEscalateAsync() => Act(new Escalate(Words ?? ""), "已报上一级协调。");

    public Task<IActionResult> OnPostAgreeAsync() => Act(new RecordAgreement(Words ?? ""), "已登记协商一致。");

    public Task<IActionResult> OnPostRemoveAsync() => Act(new RecordRemoval(), "已登记条文删除。");

    protected override async Task Load(Session session)
    {
        Row =
            await session.One<DisagreementRow>("select * from disagreement where case_id = @Id", new { Id })
            ?? throw new Refusal("没有找到该分歧。");
        PlanTitle = await session.Scalar<string?>("select title from cases where id = @Plan", new { Row.Plan }) ?? "";
        Clause = await session.One<ClauseRow>("select * from clause where id = @Clause", new { Row.Clause });
        History = await Timeline.Read(session, Id);
    }

    private Task<IActionResult> Act(Command command, string done)
    {
        ModelState.Clear();
        return Do(Id, command, done, _ => Redirect($"/disagreements/{Id}"));
    }
}
