using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Follow;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>One item: what it asks, who handles it by when and why then, what was said and answered, and what comes next.</summary>
public sealed class DetailsModel(Steps steps) : ItemPage(steps)
{
    /// <summary>What the small forms of this page hand in.</summary>
    [BindProperty]
    public ItemForm Input { get; set; } = new();

    public IReadOnlyList<HandOverRow> Chain { get; private set; } = [];
    public IReadOnlyList<ContactRow> Contacts { get; private set; } = [];
    public IReadOnlyList<ReplyRow> Replies { get; private set; } = [];
    public IReadOnlyList<ReturnRow> Returns { get; private set; } = [];
    public IReadOnlyList<CommitmentRow> Promises { get; private set; } = [];
    public IReadOnlyList<(EarlierRuling Ruling, double Share)> Similar { get; private set; } = [];
    public IReadOnlyList<(string Id, string Name)> Parts { get; private set; } = [];
    public IReadOnlyList<(string Id, string Name)> Merged { get; private set; } = [];
    public ClockRow? ReplyClock { get; private set; }
    public Timeline History { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> ContactOptions { get; } =
    [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(ContactKinds.Label(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Reasons =>
        [.. FilingReview.Reasons(Item.Kind).Select(r => new SelectListItem(r.Text, r.Id))];

    public static IReadOnlyList<SelectListItem> Elsewhere { get; } =
    [.. FilingReview.Elsewhere.Select(e => new SelectListItem(e, e))];

    public IReadOnlyList<SelectListItem> UnitOptions =>
        [new("请选择", ""), .. Units.All.Select(u => new SelectListItem(u.Name, u.Id))];

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
        [
            .. Case
                .Asks.Where(a => a.Vocabulary == "coOpinion" && a.State != AskState.Replaced)
                .Select(a => AnswerCell.Of(Case, Units, a, Today)),
        ];

    public IReadOnlyList<AskRow> OpinionAsks =>
        [.. Case.Asks.Where(a => a.Vocabulary == "coOpinion" && a.State == AskState.Answered)];

    public ReturnRow? OpenReturn => Returns.FirstOrDefault(r => r.Ruling is null);

    /// <summary>Id of the contact that the form logs.</summary>
    public string NewContact => Ids.New(Steps.Time.GetUtcNow());

    public string StateWord =>
        Case.Row.Outcome is { } end
            ? ((Workflows.Flow.Definition.Node.End)Case.Lifecycle.Nodes[end]).Title
            : string.Join("、", Case.OpenVisits.Select(v => Case.Lifecycle.Step(v.Node).Title));

    public string DueWord => DueLight.Describe(ReplyClock?.Due, Today, Steps.Calendar);

    public Urgency DueUrgency => DueLight.Of(ReplyClock?.Due, Today, Steps.Calendar);

    /// <summary>A button that is shown only where the reader may press it now.</summary>
    public bool May(ActionPair action) => Rights.To(action.For(Kind)).IsAllowed;

    public bool MayFile => Kind == CaseKind.Proposal && Rights.To(ProposalActions.File).IsAllowed;

    public Task<IActionResult> OnPostFileAsync() => Act(new FileProposal(), "已立案。");

    public Task<IActionResult> OnPostNotAcceptAsync() =>
        ActOn(k => new NotAccept(k, Input.Reason ?? "", Input.To ?? "", Input.Note), "已登记不予受理。");

    public Task<IActionResult> OnPostMergeAsync() => ActOn(k => new MergeItem(k, Input.To ?? ""), "已并案。");

    public Task<IActionResult> OnPostWithdrawAsync() => ActOn(k => new WithdrawItem(k, Input.Note ?? ""), "已撤回。");

    public Task<IActionResult> OnPostReturnAsync() =>
        ActOn(
            k => new RequestReturn(k, Input.Reason ?? "", Input.To ?? "", Input.Note ?? ""),
            "已提交退回申请，裁定前请继续办理。"
        );

    public Task<IActionResult> OnPostSectionAsync() =>
        ActOn(k => new PassToSection(k, Input.To ?? "", Input.Note, Input.On ?? Today), "已登记科室承办。");

    public Task<IActionResult> OnPostRuleAsync() =>
        ActOn(k => new RuleReturn(k, Input.Ask ?? "", Input.Reason == "agree", Input.To, Input.Note), "已裁定。");

    public Task<IActionResult> OnPostContactAsync() =>
        ActOn(
            k => new LogContact(k, Input.Ask ?? "", Input.Contact, Input.On ?? Today, Input.To ?? "", Input.Note ?? ""),
            "已登记联系。"
        );

    public Task<IActionResult> OnPostSendBackAsync() =>
        ActOn(k => new SendBackOpinion(k, Input.Ask ?? "", Input.Note ?? ""), "已退回，请其补充。");

    public Task<IActionResult> OnPostLookBackAsync() =>
        ActOn(k => new LookBack(k, Input.Ask ?? "", Input.Note ?? ""), "已登记回头看。");

    public async Task<IActionResult> OnPostUpgradeAsync()
    {
        var files = await Read(Input.Files);
        return await ActOn(k => new UpgradeClass(k, Input.To ?? "", Input.Note ?? "", files), "已转类。");
    }

    public Task<IActionResult> OnPostCloseAsync() => ActOn(k => new CloseItem(k), "已办结。");

    public Task<IActionResult> OnPostUploadedAsync() => ActOn(k => new MarkUploaded(k), "已标记上传。");

    protected override async Task LoadMore(Session session)
    {
        Chain = await session.Query<HandOverRow>("select * from hand_over where case_id = @Id order by id", new { Id });
        Contacts = await session.Query<ContactRow>(
            "select c.* from contact c join contact_item i on i.contact = c.id where i.case_id = @Id order by c.on_day desc",
            new { Id }
        );
        Replies = await session.Query<ReplyRow>(
            "select * from reply where case_id = @Id order by round desc",
            new { Id }
        );
        Returns = await session.Query<ReturnRow>(
            "select * from return_request where case_id = @Id order by asked_on",
            new { Id }
        );
        Promises = await session.Query<CommitmentRow>(
            "select * from commitment where case_id = @Id order by due",
            new { Id }
        );
        ReplyClock = await session.One<ClockRow>(
            "select * from clock where id = (select max(id) from clock where case_id = @Id and rule = 'reply')",
            new { Id }
        );
        Parts = await session.Query<(string, string)>(
            "select i.case_id, u.name from item i join unit u on u.id = i.part where i.part_of = @Id",
            new { Id }
        );
        Merged = await session.Query<(string, string)>(
            "select case_id, number from item where merged_into = @Id order by number",
            new { Id }
        );
        Similar = (await EarlierRulings.Read(session)).Similar(Item.Title, Id, 5);
        History = await Timeline.Read(session, Id);
    }

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
    public IReadOnlyList<IFormFile>? Files { get; set; }
}
