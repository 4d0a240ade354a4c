using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>办理调整: what the office changes about a running case: its round, its deadlines, its course.</summary>
public sealed class SteerModel(Steps steps) : CaseFilePage(steps)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The requests that wait for an answer, in the order they are asked.</summary>
    public IReadOnlyList<AskRow> Open { get; private set; } = [];
    public IReadOnlyList<CopyRow> Copies { get; private set; } = [];
    public IReadOnlyList<ClockChangeRow> Extensions { get; private set; } = [];

    public string Address => CaseAddress.Of(Case.Row.Kind, Case.Row.Id) ?? "/";

    /// <summary>Steps with a running round, to add a unit to.</summary>
    public IReadOnlyList<VisitRow> Rounds =>
        [.. Case.OpenVisits.Where(v => Case.Lifecycle.Step(v.Node).Ask is not null)];

    public IReadOnlyList<SelectListItem> UnitChoices => Choices(Units.All.Select(u => (u.Name, u.Id)));

    public IReadOnlyList<SelectListItem> ReturnChoices =>
        Choices(
            Case.Facts()
                .Waiting.SelectMany(w => w.ReturnsTo ?? [])
                .Distinct()
                .Select(n => (Case.Lifecycle.Step(n).Title, n))
        );

    /// <summary>The other versions of its lifecycle, newest first, each with what would become of the steps it waits at.</summary>
    public IReadOnlyList<(int Version, IReadOnlyList<Counterpart> Steps)> Versions =>
        [
            .. Steps
                .Lifecycles.All.Where(l => l.Id == Case.Row.Definition && l.Version != Case.Row.Version)
                .OrderByDescending(l => l.Version)
                .Select(l => (l.Version, Migration.Preview(Case, l))),
        ];

    /// <summary>Name of the flow that new cases use.</summary>
    public string FlowInUse => Steps.FlowOfNewCases;

    public static IReadOnlyList<SelectListItem> PeriodUnits { get; } =
    [
        new("个工作日", nameof(PeriodUnit.Workday)),
        new("日", nameof(PeriodUnit.Day)),
        new("个月", nameof(PeriodUnit.Month)),
    ];

    public string Group(AskRow ask) =>
        ask.State switch
        {
            AskState.Waiting => "未到",
            AskState.Delegated => "已委托",
            _ => ask.SeenAt is null ? "未签收" : "已签收",
        };

    public Task<IActionResult> OnPostAddAsync() =>
        Go(new AddAskee(Input.Node ?? "", Input.Unit ?? "", Input.Group, Why), "已加签。");

    public Task<IActionResult> OnPostRemoveAsync(string ask) => Go(new RemoveAskee(ask, Why), "已减签。");

    public Task<IActionResult> OnPostReplaceAsync(string ask) =>
        Go(new ReplaceAskee(ask, Input.Unit ?? "", Why), "已改派。");

    public Task<IActionResult> OnPostUrgeAsync(string[] asks) => Go(new Urge(asks, Input.Why), "已催办。");

    public Task<IActionResult> OnPostExtendAsync(string ask) =>
        Go(
            new ExtendDeadline(ask, new Period(Input.Amount, Input.PeriodUnit), Input.ApprovedBy ?? "", Why),
            "已延期，原期限和新期限都留有记录。"
        );

    public Task<IActionResult> OnPostRevokeAsync(string ask, string extension) =>
        Go(new RevokeExtension(ask, extension, Why), "已撤销延期。");

    public Task<IActionResult> OnPostReturnAsync() => Go(new ReturnTo(Input.Node ?? "", Why), "已退回。");

    public Task<IActionResult> OnPostJumpBackAsync() => Go(new JumpBack(), "已跳回。");

    public Task<IActionResult> OnPostTakeBackAsync() => Go(new TakeBack(Why), "已撤回。");

    public Task<IActionResult> OnPostPauseAsync() => Go(new PauseCase(Why), "已暂停，期限停止计算。");

    public Task<IActionResult> OnPostResumeAsync() => Go(new ResumeCase(Why), "已恢复，停止的时间已补回。");

    public Task<IActionResult> OnPostCopyAsync(string[] units) => Go(new SendCopy(units, Input.Why), "已传阅。");

    public Task<IActionResult> OnPostMoveVersionAsync(int version) =>
        Go(new MoveToVersion(version), $"已改按第 {version} 版流程办理，在办的请办不变。");

    public Task<IActionResult> OnPostSwitchFlowAsync() =>
        Go(new SwitchFlow(Steps.FlowOfNewCases), "已更换流程引擎，在办环节和请办不变。");

    public Task<IActionResult> OnPostCancelAsync() => Go(new CancelTask(Why), "事项已终止。");

    protected override async Task Load(Session session)
    {
        Open =
        [
            .. Case.Asks.Where(a =>
                a.Within is null && a.State is AskState.Open or AskState.Delegated or AskState.Waiting
            ),
        ];
        Copies = await session.Query<CopyRow>(
            "select * from copy where case_id = @Id order by sent_at, id",
            new { Id }
        );
        Extensions = await session.Query<ClockChangeRow>(
            """
            select x.* from clock_change x join clock k on k.id = x.clock
              join ask a on a.id = k.owner and k.owner_kind = 'ask' and a.state in ('Open', 'Delegated')
             where x.case_id = @Id and x.kind = 'extend'
               and not exists (select 1 from clock_change r where r.clock = x.clock and r.kind = 'revoke' and r.detail = x.id)
             order by x.at
            """,
            new { Id }
        );
        Asks = (await session.Query<ClockRow>("select * from clock where case_id = @Id", new { Id })).ToDictionary(
            c => c.Id,
            c => c.Owner,
            StringComparer.Ordinal
        );
    }

    /// <summary>The ask of each clock.</summary>
    public IReadOnlyDictionary<string, string> Asks { get; private set; } = new Dictionary<string, string>();

    private string Why => Input.Why ?? "";

    private Task<IActionResult> Go(Command command, string done) =>
        Do(Id, command, done, _ => Redirect($"/cases/{Id}/steer"));

    private static IReadOnlyList<SelectListItem> Choices(IEnumerable<(string Text, string Value)> items) =>
        [new("请选择", ""), .. items.Select(i => new SelectListItem(i.Text, i.Value))];

    public sealed class Form
    {
        [Display(Name = "环节")]
        public string? Node { get; set; }

        [Display(Name = "单位")]
        public string? Unit { get; set; }

        [Display(Name = "次序")]
        public int Group { get; set; }

        [Display(Name = "理由"), MaxLength(400)]
        public string? Why { get; set; }

        [Display(Name = "延长")]
        public int Amount { get; set; } = 5;

        [Display(Name = "单位")]
        public PeriodUnit PeriodUnit { get; set; }

        [Display(Name = "批准人"), MaxLength(60)]
        public string? ApprovedBy { get; set; }
    }
}
