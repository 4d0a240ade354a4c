using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Follow;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Proposals.TakeOver;
using JointMeeting.Workflows.Supervision.Judge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>One item: what it asks, who handles it by when and why then, what was said and answered, and what comes next.</summary>
public sealed class DetailsModel(Steps steps) : ItemPage(steps)
{
    /// <summary>What the small forms of this page hand in.</summary>
    [BindProperty]
    public ItemForm Input { get; set; } = new();

    /// <summary>What was read beside the case.</summary>
    public ItemView View { get; private set; } = null!;
    public Timeline History { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> ContactOptions { get; } =
    [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(ContactKinds.Label(k), k.ToString()))];

    public static IReadOnlyList<SelectListItem> PeriodUnits { get; } =
    [
        new("个月", nameof(PeriodUnit.Month)),
        new("日", nameof(PeriodUnit.Day)),
        new("个工作日", nameof(PeriodUnit.Workday)),
    ];

    public IReadOnlyList<SelectListItem> Reasons =>
        [.. FilingReview.Reasons(Item.Kind).Select(r => new SelectListItem(r.Text, r.Id))];

    public static IReadOnlyList<SelectListItem> Elsewhere { get; } =
    [.. FilingReview.Elsewhere.Select(e => new SelectListItem(e, e))];

    public IReadOnlyList<SelectListItem> MergeOptions =>
        [
            new("按编号填写", ""),
            .. View.Similar.Select(s => new SelectListItem($"{s.Ruling.Name} {s.Ruling.Title}", s.Ruling.CaseId)),
        ];

    public IReadOnlyList<SelectListItem> UnitOptions =>
        [new("请选择", ""), .. Units.All.Select(u => new SelectListItem(u.Name, u.Id))];

    public IReadOnlyList<SelectListItem> CoHandlers =>
        [.. Case.Handlers.Where(h => h.Unit != Me.Unit).Select(h => new SelectListItem(Units.Name(h.Unit), h.Unit))];

    public IReadOnlyList<SelectListItem> SolvedClasses =>
        [
            .. ClassScheme
                .Named(Item.Scheme)
                .Classes.Where(c => c.Solved)
                .Select(c => new SelectListItem($"{c.Code}（{c.Meaning}）", c.Code)),
        ];

    /// <summary>Requests that wait for the reader and are answered on the common page.</summary>
    public IEnumerable<AskRow> Mine =>
        Case.Asks.Where(a => a.State == AskState.Open && a.Vocabulary != "handle" && Rights.ToAnswer(a.Id).IsAllowed);

    public IReadOnlyList<AnswerCell> Opinions =>
        [.. Case.AsksOf(ItemVocabulary.CoOpinion).Select(a => AnswerCell.Of(Case, Units, a, Today))];

    public IReadOnlyList<AskRow> OpinionAsks =>
        [.. Case.AsksOf(ItemVocabulary.CoOpinion).Where(a => a.State == AskState.Answered)];

    /// <summary>The request to the host while it works on the reply; progress is reported on it.</summary>
    public AskRow? ProgressAsk =>
        Case.AsksOf(ItemVocabulary.Handle)
            .LastOrDefault(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    /// <summary>What the host reported, newest first.</summary>
    public IEnumerable<AnswerRow> Progress =>
        Case
            .Answers.Where(a => a is { Value: "progress", Origin: not AnswerOrigin.Drafted })
            .Where(a => Case.AsksOf(ItemVocabulary.Handle).Any(k => k.Id == a.AskId))
            .Reverse();

    /// <summary>The request to make the reply public, while it waits for the reader's unit.</summary>
    public AskRow? PublishAsk =>
        Case.AsksOf(ItemVocabulary.Publish)
            .LastOrDefault(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    public HandlingWays Ways => Item.Ways();

    /// <summary>The rule its reply is due by, also before its clock runs.</summary>
    public DeadlineRule Rule => View.Rule ?? Item.Rules(Today).Rule("reply", Today)!;

    /// <summary>Id of the contact that the form logs.</summary>
    public string NewContact => Ids.New(Steps.Time.GetUtcNow());

    public string StateWord =>
        Case.Row.Outcome is { } end
            ? ((Workflows.Flow.Definition.Node.End)Case.Lifecycle.Nodes[end]).Title
            : string.Join("、", Case.OpenVisits.Select(v => Case.Lifecycle.Step(v.Node).Title));

    /// <summary>A button that is shown only where the reader may press it now.</summary>
    public bool May(ActionPair action) => Rights.To(action.For(Kind)).IsAllowed;

    public bool MayFile => Kind == CaseKind.Proposal && Rights.To(ProposalActions.File).IsAllowed;

    /// <summary>What running ledgers said of it, the newest first.</summary>
    public IReadOnlyList<ItemLedgerWordRow> LedgerWords { get; private set; } = [];

    /// <summary>It waits for a person to say whether it was over before this system knew of it.</summary>
    public bool IsHistorical => Case.OpenVisit("historical") is not null;

    public Permission Judging => Rights.To(Actions.JudgeHistorical);

    public static IReadOnlyList<SelectListItem> Verdicts { get; } =
    [new("接管前已办结", "done"), new("仍需办理，转待交办（台账没有载明已交办的提案转待立案）", "open")];

    public Task<IActionResult> OnPostJudgeAsync() =>
        Act(
            new JudgeHistorical(Input.Reason == "done", Input.Reason is null ? "" : Note),
            Input.Reason == "done" ? "已核定为历史办结。" : "已核定为仍需办理。"
        );

    public Task<IActionResult> OnPostFileAsync() => Act(new FileProposal(), "已立案。");

    public Task<IActionResult> OnPostNotAcceptAsync() =>
        ActOn(k => new NotAccept(k, Input.Reason ?? "", Input.To ?? "", Input.Note), "已登记不予受理。");

    /// <summary>Into what is chosen, or into the item of the same session that has the number typed.</summary>
    public async Task<IActionResult> OnPostMergeAsync()
    {
        await Show();
        var into = string.IsNullOrWhiteSpace(Input.Note) ? Input.To : await Numbered(ItemName.Number(Input.Note));
        return await Act(new MergeItem(Kind, into ?? ""), "已并案。");
    }

    public Task<IActionResult> OnPostWithdrawAsync() => ActOn(k => new WithdrawItem(k, Note), "已撤回。");

    public Task<IActionResult> OnPostReturnAsync() =>
        ActOn(
            k => new RequestReturn(k, Input.Reason ?? "", Input.To ?? "", Note),
            "已提交退回申请，裁定前请继续办理。"
        );

    public Task<IActionResult> OnPostSectionAsync() =>
        ActOn(k => new PassToSection(k, Input.To ?? "", Input.Note, Input.On ?? Today), "已登记科室承办。");

    public Task<IActionResult> OnPostRuleAsync() =>
        ActOn(k => new RuleReturn(k, Ask, Input.Reason == "agree", Input.To, Input.Note), "已裁定。");

    public Task<IActionResult> OnPostProgressAsync() =>
        Act(new AnswerAsk(Ask, new AnswerDraft("progress", Note)), "已报送进展。");

    public Task<IActionResult> OnPostSendBackAsync() =>
        ActOn(k => new SendBackOpinion(k, Ask, Note), "已退回，请其补充。");

    public Task<IActionResult> OnPostExtendAsync() =>
        ActOn(
            k => new RequestExtension(k, new Period(Input.Amount, Input.PeriodUnit), Note),
            "已申请延期，批复前期限不变。"
        );

    public Task<IActionResult> OnPostRuleExtensionAsync() =>
        ActOn(k => new RuleExtension(k, Ask, Input.Reason == "agree", Input.To ?? "", Input.Note), "已批复。");

    public Task<IActionResult> OnPostDisagreeAsync() =>
        ActOn(
            k => new OpenItemDisagreement(k, Input.To ?? "", Input.Reason ?? "", Note),
            "已登记分歧，请双方先行协商。"
        );

    public Task<IActionResult> OnPostLookBackAsync() => ActOn(k => new LookBack(k, Ask, Note), "已登记回头看。");

    public async Task<IActionResult> OnPostUpgradeAsync()
    {
        var files = await Read(Input.Files);
        return await ActOn(k => new UpgradeClass(k, Input.To ?? "", Note, files, Input.Reason), "已转类。");
    }

    public Task<IActionResult> OnPostCloseAsync() => ActOn(k => new CloseItem(k), "已办结。");

    public Task<IActionResult> OnPostUploadedAsync() => ActOn(k => new MarkUploaded(k), "已标记上传。");

    /// <summary>One visit or study may serve several items: each is a step of its own, with the same contact.</summary>
    public async Task<IActionResult> OnPostContactAsync()
    {
        var result = await ActOn(Contact, "已登记联系。");
        if (result is not RedirectResult)
            return result;
        var failed = new List<string>();
        foreach (var other in View.Others.Where(o => Input.Also.Contains(o.CaseId)))
            try
            {
                await Steps.Act(Me, other.CaseId, Contact(other.Kind), $"{Once}:{other.CaseId}");
            }
            catch (Refusal refusal)
            {
                failed.Add($"{other.Number} 号：{refusal.Why}");
            }
        if (failed.Count > 0)
            this.Tell(Tone.Warn, $"本件已登记，下列各件没有登记：{string.Join("；", failed)}");
        else if (Input.Also.Count > 0)
            this.Tell(Tone.Ok, $"已登记联系，同时用于另外 {Input.Also.Count} 件。");
        return result;
    }

    protected override async Task LoadMore(Session session)
    {
        View = await ItemView.Read(session, this);
        LedgerWords = await session.LedgerWords(Item.PartOf ?? Id);
        History = await Timeline.Read(session, Id);
    }

    private async Task<string?> Numbered(string number)
    {
        await using var session = await Steps.Database.Read();
        return await session.Scalar<string?>(
            """
            select case_id from item where counterpart = @Counterpart and kind = @kind and session_name = @SessionName
               and number = @number and part = ''
            """,
            new
            {
                Item.Counterpart,
                Item.SessionName,
                number,
                kind = Item.Kind.ToString(),
            }
        );
    }

    private string Ask => Input.Ask ?? "";

    private string Note => Input.Note ?? "";

    private LogContact Contact(CaseKind kind) => new(kind, Ask, Input.Contact, Input.On ?? Today, Input.To ?? "", Note);

    private Task<IActionResult> Act(Command command, string done) =>
        Do(Id, command, done, _ => Redirect($"/proposals/{Id}"));

    /// <summary>Which lifecycle it is on is only known from the case.</summary>
    private async Task<IActionResult> ActOn(Func<CaseKind, Command> command, string done)
    {
        await Show();
        return await Act(command(Kind), done);
    }
}

/// <summary>The fields of the small forms; each form uses some.</summary>
public sealed class ItemForm
{
    public string? Ask { get; set; }
    public string? Reason { get; set; }
    public string? To { get; set; }
    public string? Note { get; set; }
    public ContactKind Contact { get; set; }
    public DateOnly? On { get; set; }
    public int Amount { get; set; } = 1;
    public PeriodUnit PeriodUnit { get; set; } = PeriodUnit.Month;

    /// <summary>Other items that the same contact served.</summary>
    public List<string> Also { get; set; } = [];
    public IReadOnlyList<IFormFile>? Files { get; set; }
}
