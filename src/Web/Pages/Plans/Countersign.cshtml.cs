using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Plans.Countersign;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>会签签发: which unit said what on which text, what was carried over, and the signatures of the joint organs.</summary>
public sealed class CountersignModel(Steps steps) : PlanPage(steps)
{
    private Dictionary<string, int> _numbers = [];

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<VisitRow> Rounds => [.. Case.Visits.Where(v => v.Node == "countersigning")];

    public IReadOnlyList<AskRow> Round => RoundAt("countersigning", Vocabulary.Countersign);

    public IReadOnlyList<Column> Columns =>
        [
            new("单位"),
            .. Rounds.Select(r => CountersignMatrix.Heading(Case, r, _numbers)),
            new("意见和会签人"),
            new("操作"),
        ];

    public IReadOnlyList<MatrixLine> Lines => [.. Asks.OrderBy(a => a.Grp).Select(a => a.Unit).Distinct().Select(Line)];

    public IReadOnlyList<AskRow> Signatures => RoundAt("signing", Vocabulary.JointSignature);

    /// <summary>Who holds it now.</summary>
    public IReadOnlyList<AskRow> Holding =>
        [.. Round.Concat(Signatures).Where(a => a.State is AskState.Open or AskState.Delegated)];

    /// <summary>Wording changes of this text that the reader's unit may dispute.</summary>
    public IReadOnlyList<ClauseChanged> Disputable { get; private set; } = [];

    public Permission MayProceed => Rights.To(Actions.ProceedPastRulings);

    public Permission MayChallenge => Rights.To(Actions.ChallengeMarking);

    public AnswerCell Cell(AskRow ask) => AnswerCell.Of(Case, Units, ask, Today);

    public Task<IActionResult> OnPostProceedAsync() =>
        Act(new ProceedPastRulings(), "已按裁定继续，不同意见保留在案。");

    public Task<IActionResult> OnPostChallengeAsync() =>
        Act(new ChallengeMarking(Clause ?? "", Why ?? ""), "已提出异议，受影响的单位重新会签。");

    public async Task<IActionResult> OnPostUrgeAsync()
    {
        await Show();
        return await Act(new Urge([.. Holding.Select(a => a.Id)]), "已催办。");
    }

    protected override async Task LoadMore(Session session)
    {
        var versions = await session.Query<TextVersionRow>(
            "select * from text_version where case_id = @Id order by number",
            new { Id }
        );
        _numbers = versions.ToDictionary(v => v.Id, v => v.Number, StringComparer.Ordinal);
        if (Text is null || IsOffice || !MayChallenge.IsAllowed)
            return;
        var before = versions.LastOrDefault(v => v.Number < Text.Number);
        Disputable =
        [
            .. (await Comparison.Of(session, Id, before, Clauses)).Where(c =>
                c.Change == Change.Wording && !c.Challenged
            ),
        ];
    }

    private IEnumerable<AskRow> Asks =>
        Case.Asks.Where(a => a.Vocabulary == Vocabulary.Countersign.Id && a.State != AskState.Replaced);

    private MatrixLine Line(string unit)
    {
        var asks = Rounds.Select(r => Asks.LastOrDefault(a => a.VisitId == r.Id && a.Unit == unit)).ToList();
        var cells = asks.Select(a => a is null ? null : Cell(a)).ToList();
        var said = CountersignMatrix.Said(cells);
        var last = asks[^1];
        var open = last is not null && Rounds[^1].LeftAt is null ? last : null;
        return new MatrixLine(Units.Name(unit), cells, said.LastOrDefault() ?? "—", open);
    }

    private Task<IActionResult> Act(Command command, string done)
    {
        ModelState.Clear();
        return Do(Id, command, done, _ => Redirect($"/plans/{Id}/countersign"));
    }
}
