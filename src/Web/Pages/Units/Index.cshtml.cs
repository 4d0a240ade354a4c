using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Abolish;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Units;

/// <summary>单位名录: every unit with its days, and what a reform does to one: it ends, another carries on.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
public sealed class IndexModel(Steps steps) : CasePage(steps)
{
    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Successor { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public IReadOnlyList<UnitRow> All { get; private set; } = [];

    public DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    /// <summary>Units that nobody carries on for yet.</summary>
    public IReadOnlyList<SelectListItem> Standing =>
        [new("请选择", ""), .. All.Where(u => u.Successor is null).Select(u => new SelectListItem(u.Name, u.Id))];

    public string NameOf(string? id) => All.FirstOrDefault(u => u.Id == id)?.Name ?? "—";

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        return await Do(
            await Steps.HouseCase(),
            new AbolishUnit(Unit ?? "", LastDay, Successor ?? "", Basis ?? ""),
            "已登记。自次日起，未答复的请办转承接单位办理。",
            _ => RedirectToPage()
        );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        All = await session.Query<UnitRow>("select * from unit order by name");
    }
}
