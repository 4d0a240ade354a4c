using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.InnerChains;
using JointMeeting.Workflows.House.Principals;
using JointMeeting.Workflows.House.StandIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.OwnUnit;

/// <summary>本单位设置: who is its principal head, who stands in for whom, and through whose hands a draft goes before it leaves the unit.</summary>
[Authorize(Roles = $"{nameof(Role.OfficeClerk)},{nameof(Role.Liaison)},{nameof(Role.Head)}")]
public sealed class IndexModel(Steps steps) : CasePage(steps)
{
    [BindProperty]
    public StandInForm StandIn { get; set; } = new();

    [BindProperty]
    public ChainForm Chain { get; set; } = new();

    public IReadOnlyList<AccountRow> People { get; private set; } = [];
    public IReadOnlyList<StandInRow> StandIns { get; private set; } = [];
    public ILookup<string, StationRow> Chains { get; private set; } =
        Array.Empty<StationRow>().ToLookup(s => s.Vocabulary);
    public IReadOnlyList<SelectListItem> Scopes { get; private set; } = [];
    public UnitRow Unit { get; private set; } = null!;

    /// <summary>The chosen 主要负责人; empty for none.</summary>
    [BindProperty]
    public string? Principal { get; set; }

    /// <summary>Heads of the unit.</summary>
    public IReadOnlyList<AccountRow> Heads => [.. People.Where(p => p.AsPerson().Is(Role.Head))];

    public IReadOnlyList<SelectListItem> HeadChoices =>
        [new("暂缺", ""), .. Heads.Select(p => new SelectListItem($"{p.Name}（{p.Login}）", p.Id))];

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [new("外出代办", nameof(StandInKind.Absence)), new("工作移交", nameof(StandInKind.HandOver))];

    /// <summary>Requests whose drafts may go through the unit's own hands.</summary>
    public static IReadOnlyList<Vocabulary> Chainable { get; } =
    [.. Vocabulary.All.Where(v => !v.IsPersonal && v.Id != Vocabulary.Inner.Id && v.AnsweredBy == AnsweredBy.Unit)];

    public IReadOnlyList<SelectListItem> PeopleChoices =>
        [new("请选择", ""), .. People.Select(p => new SelectListItem($"{p.Name}（{p.Login}）", p.Id))];

    public static IReadOnlyList<SelectListItem> VocabularyChoices { get; } =
    [new("请选择", ""), .. Chainable.Select(v => new SelectListItem(v.Label, v.Id))];

    public string NameOf(string account) => People.FirstOrDefault(p => p.Id == account)?.Name ?? "已停用账号";

    public string ScopeOf(StandInRow row) =>
        row.ScopeKind == StandInScope.All
            ? "全部"
            : Scopes.FirstOrDefault(s => s.Value.EndsWith($":{row.Scope}"))?.Text ?? "—";

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostStandInAsync()
    {
        var (kind, scope) =
            StandIn.Scope is { } s && s.Split(':') is [var of, { Length: > 0 } id]
                ? (Enum.Parse<StandInScope>(of), id)
                : (StandInScope.All, (string?)null);
        var command = new SetStandIn(
            StandIn.Account ?? "",
            StandIn.Substitute ?? "",
            StandIn.Kind,
            kind,
            scope,
            StandIn.From ?? Moment.DayInChina(Steps.Time.GetUtcNow()),
            StandIn.To,
            StandIn.Why ?? ""
        );
        return await Do(await Steps.HouseCase(), command, "代办人已设置，立即生效。", _ => RedirectToPage());
    }

    public async Task<IActionResult> OnPostEndAsync(string id) =>
        await Do(await Steps.HouseCase(), new EndStandIn(id), "代办已结束。", _ => RedirectToPage());

    public async Task<IActionResult> OnPostPrincipalAsync() =>
        await Do(
            await Steps.HouseCase(),
            new SetPrincipal(string.IsNullOrEmpty(Principal) ? null : Principal),
            "主要负责人已确定，立即生效。",
            _ => RedirectToPage()
        );

    public async Task<IActionResult> OnPostChainAsync()
    {
        var stations = Chain
            .Titles.Zip(Chain.Accounts)
            .Where(s => !string.IsNullOrWhiteSpace(s.Second))
            .Select(s => new Station(s.First ?? "", s.Second!));
        var command = new SetInnerChain(Chain.Vocabulary ?? "", [.. stations]);
        return await Do(
            await Steps.HouseCase(),
            command,
            "内部审核已设置，对此后起草的答复生效。",
            _ => RedirectToPage()
        );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        var unit = Me.Unit;
        Unit = (await session.One<UnitRow>("select * from unit where id = @unit", new { unit }))!;
        People = await session.Query<AccountRow>(
            "select * from account where unit = @unit and disabled_at is null order by name, login",
            new { unit }
        );
        StandIns = await session.Query<StandInRow>(
            """
            select s.* from stand_in s join account a on a.id = s.account
             where a.unit = @unit and s.ended_at is null order by s.from_day desc, s.id desc
            """,
            new { unit }
        );
        Chains = (
            await session.Query<StationRow>(
                "select * from inner_chain where unit = @unit order by position",
                new { unit }
            )
        ).ToLookup(s => s.Vocabulary);
        var mechanisms = await session.Query<(string Id, string Name)>(
            "select case_id, name from mechanism order by name"
        );
        Scopes =
        [
            new("全部工作", ""),
            .. mechanisms.Select(m => new SelectListItem(
                $"联席会议：{m.Name}",
                $"{nameof(StandInScope.Mechanism)}:{m.Id}"
            )),
            .. Vocabulary
                .All.Where(v => v.Id != Vocabulary.Inner.Id)
                .Select(v => new SelectListItem($"请办：{v.Label}", $"{nameof(StandInScope.Vocabulary)}:{v.Id}")),
        ];
    }

    public sealed class StandInForm
    {
        [Display(Name = "谁外出或调离")]
        public string? Account { get; set; }

        [Display(Name = "由谁代办或接手")]
        public string? Substitute { get; set; }

        [Display(Name = "方式")]
        public StandInKind Kind { get; set; }

        [Display(Name = "范围")]
        public string? Scope { get; set; }

        [Display(Name = "自")]
        public DateOnly? From { get; set; }

        [Display(Name = "至（含当日，可不填）")]
        public DateOnly? To { get; set; }

        [Display(Name = "事由"), MaxLength(200)]
        public string? Why { get; set; }
    }

    public sealed class ChainForm
    {
        [Display(Name = "请办事项")]
        public string? Vocabulary { get; set; }
        public List<string?> Titles { get; set; } = [];
        public List<string?> Accounts { get; set; } = [];
    }
}
