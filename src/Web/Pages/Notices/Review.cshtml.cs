using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.SetAside;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>确认识别结果: the source on the left, on the right what was recognised, to accept, correct or reject.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class ReviewModel(Steps steps) : NoticePage(steps)
{
    /// <summary>More lines or items at once only slow the page down.</summary>
    private const int MostLines = 5000;

    private const int MostItems = 300;

    private ILookup<string?, ProposalRow>? _numbered;

    /// <summary>The kind shown; by default the first that waits for a person.</summary>
    [BindProperty(SupportsGet = true)]
    public ProposalKind? Kind { get; set; }

    /// <summary>只看待确认.</summary>
    [BindProperty(SupportsGet = true)]
    public bool OnlyPending { get; set; }

    /// <summary>The proposal whose correction form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    [BindProperty]
    public Correction Correction { get; set; } = new();

    public IReadOnlyList<ProposalKind> Kinds => [.. Proposals.Select(p => p.Kind).Distinct().Order()];

    public ProposalKind Shown => Kind ?? Kinds.FirstOrDefault(kind => Pending(kind) > 0);

    public IReadOnlyList<ProposalRow> Items =>
        [.. Proposals.Where(p => p.Kind == Shown && (!OnlyPending || p.State == ProposalState.Pending))];

    public IReadOnlyList<ProposalRow> FirstItems => [.. Items.Take(MostItems)];

    public IReadOnlyList<string> Lines => [.. Notice.Source.Split('\n').Take(MostLines)];

    public bool LinesLeftOut => Notice.Source.Count(sign => sign == '\n') >= MostLines;

    /// <summary>How the source was read, and what of its head is not certain and not decided on yet.</summary>
    public IReadOnlyList<string> Remarks =>
        [
            .. (Notice.EncodingNotice ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(remark =>
                    !Proposals.Any(p =>
                        p is { Kind: ProposalKind.Heading, State: not ProposalState.Pending }
                        && (remark.StartsWith(p.Label) || remark.StartsWith($"没有认出{p.Label}"))
                    )
                ),
        ];

    /// <summary>Documents of the same words that came in before; a second import is easily made by two people.</summary>
    public IReadOnlyList<(string Id, string FileName, DateTimeOffset At)> CameInBefore { get; private set; } = [];

    /// <summary>Lines that an item of this tab comes from.</summary>
    public IReadOnlySet<int> Found => Items.Select(p => p.SourceLine).OfType<int>().ToHashSet();

    /// <summary>The proposal whose correction form is open, or null.</summary>
    public ProposalRow? Edited => Proposals.FirstOrDefault(p => p.Id == Edit);

    /// <summary>It is a task whose deadline is decided as a repair of its own.</summary>
    public bool EditedHasRepair =>
        Edited is { Kind: ProposalKind.Task } task
        && ProposalValues.Read<ProposedTask>(task.Value).Deadline?.Repaired is not null;

    /// <summary>It is a task whose document states a deadline.</summary>
    public bool EditedHasDeadline =>
        Edited is { Kind: ProposalKind.Task } task
        && ProposalValues.Read<ProposedTask>(task.Value).Deadline is not null;

    /// <summary>It is a row of a ledger, with a status of its own.</summary>
    public bool EditedIsOfLedger =>
        Edited is { Kind: ProposalKind.Task } task && ProposalValues.Read<ProposedTask>(task.Value).Ledger is not null;

    /// <summary>Full names to choose from, while the name of a unit is corrected.</summary>
    public IReadOnlyList<string> KnownUnits { get; private set; } = [];

    /// <summary>The tasks a target may be set for.</summary>
    public IReadOnlyList<SelectListItem> TaskChoices =>
        [
            new("不属于某项任务", ""),
            .. Proposals
                .Where(p => p.State != ProposalState.Rejected)
                .SelectMany(TasksOf)
                .Select(task => new SelectListItem($"第 {task.Number} 项　{Short(task.Text)}", task.Number)),
        ];

    /// <summary>This person may decide now.</summary>
    public bool MayDecide => Rights.To(Actions.Confirm).IsAllowed;

    public void OnGet()
    {
        if (Edited is { } edited)
            Correction = CorrectionForm.For(edited);
    }

    public Task<IActionResult> OnPostSetAside() =>
        Do(Id, new SetAsideNotice(), "已搁置。", _ => RedirectToPage("Index"));

    public Task<IActionResult> OnPostAll() =>
        Do(Id, new AcceptAll(Shown), $"已采纳{ProposalWords.Label(Shown)}。", _ => Back(null));

    public Task<IActionResult> OnPostDecide(string proposal, ProposalState state, string? seen) =>
        Do(Id, new Decide(proposal, state) { Seen = seen }, "已记录。", _ => Back(proposal));

    public async Task<IActionResult> OnPostCorrect(string proposal, string? seen)
    {
        Edit = proposal;
        if (!ModelState.IsValid || Edited is not { } edited)
            return this.Refuse();
        try
        {
            var value = new CorrectedValue(Correction).Of(edited.Kind, edited.Value);
            var correct = new Decide(proposal, ProposalState.Corrected, value) { Seen = seen };
            return await Do(Id, correct, "已更正。", _ => Back(proposal));
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
    }

    protected override async Task Show()
    {
        await base.Show();
        await using var session = await Steps.Database.Read();
        const string same = """
            select n.case_id as id, n.file_name as file_name, c.opened_at as at
              from notice n join cases c on c.id = n.case_id
             where n.source = @Source and n.case_id < @Id and (c.office_unit is null or c.office_unit = @Unit)
             order by c.opened_at
            """;
        CameInBefore = await session.Query<(string, string, DateTimeOffset)>(
            same,
            new
            {
                Notice.Source,
                Id,
                Me.Unit,
            }
        );
        if (Edited is not { Kind: ProposalKind.Unit })
            return;
        KnownUnits = await session.Query<string>("select name from unit order by name");
    }

    private RedirectToPageResult Back(string? proposal) =>
        RedirectToPage(
            null,
            null,
            new
            {
                Id,
                kind = Shown,
                onlyPending = OnlyPending ? "true" : null,
            },
            proposal is null ? null : $"p-{proposal}"
        );

    /// <summary>The tasks that would come of it.</summary>
    private static IEnumerable<ProposedTask> TasksOf(ProposalRow row) =>
        row.Kind switch
        {
            ProposalKind.Task => [ProposalValues.Read<ProposedTask>(row.Value)],
            ProposalKind.MonthEntry => ProposalValues.Read<ProposedMonthEntry>(row.Value).Tasks(),
            _ => [],
        };

    /// <summary>The row that a finding is about; null where it is about none.</summary>
    public ProposalRow? RowOf(ProposalRow finding)
    {
        if (
            finding.Kind is not ProposalKind.Finding
            || ProposalValues.Read<ProposedFinding>(finding.Value).Row is not { } number
        )
            return null;
        _numbered ??= Proposals.ToLookup(NumberOf, StringComparer.Ordinal);
        return _numbered[number].FirstOrDefault();
    }

    private static string? NumberOf(ProposalRow row) =>
        row.Kind switch
        {
            ProposalKind.Task => ProposalValues.Read<ProposedTask>(row.Value).Number,
            ProposalKind.MonthEntry => ProposalValues.Read<ProposedMonthEntry>(row.Value).Number,
            _ => null,
        };

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>This tab's own address, for a handler or an open form.</summary>
    public string Address(string? handler = null, string? edit = null) =>
        $"/notices/{Id}?kind={Shown}"
        + (OnlyPending ? "&onlyPending=true" : "")
        + (handler is null ? "" : $"&handler={handler}")
        + (edit is null ? "" : $"&edit={edit}");

    public static Tone ToneOf(ProposalState state) =>
        state switch
        {
            ProposalState.Pending => Tone.Warn,
            ProposalState.Accepted => Tone.Ok,
            ProposalState.Corrected => Tone.Info,
            ProposalState.Rejected => Tone.Muted,
        };

    public static string IconOf(ProposalState state) =>
        state switch
        {
            ProposalState.Pending => "circle-dashed",
            ProposalState.Accepted => "circle-check",
            ProposalState.Corrected => "pencil",
            ProposalState.Rejected => "ban",
        };

    /// <summary>The state as this kind says it.</summary>
    public static string StateOf(ProposalRow proposal) =>
        (proposal.Kind, proposal.State) switch
        {
            (ProposalKind.Finding, ProposalState.Accepted) => "已核对",
            (ProposalKind.Finding, ProposalState.Rejected) => "不成立",
            (_, ProposalState.Pending) => "待确认",
            (_, ProposalState.Rejected) => "不采纳",
            var (_, state) => "已" + ProposalWords.Label(state),
        };
}

/// <summary>One proposal on its page.</summary>
public sealed record ProposalView(ReviewModel Review, ProposalRow Row);
