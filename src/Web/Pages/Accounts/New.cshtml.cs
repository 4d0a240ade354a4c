using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Accounts;

/// <summary>新建账号: one, or many pasted from a table; passwords are generated and shown once.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
public sealed class NewModel(Steps steps, IPasswordHasher<AccountRow> hasher) : CasePage(steps)
{
    [BindProperty]
    public OneAccount One { get; set; } = new();

    [BindProperty, Display(Name = "账号表"), MaxLength(40_000)]
    public string? Lines { get; set; }

    /// <summary>Accounts just made.</summary>
    public Handovers? Handed { get; private set; }

    /// <summary>Names of units to choose from.</summary>
    public IReadOnlyList<string> UnitNames { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> RoleChoices { get; } =
    [
        .. Enum.GetValues<Role>()
            .Where(role => role is not Role.System)
            .Select(role => new SelectListItem(IndexModel.Label(role), role.ToString())),
    ];

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostOne()
    {
        // The other form of the page was not handed in.
        ModelState.Remove(nameof(Lines));
        if (!ModelState.IsValid)
            return await Again();
        var unit = string.IsNullOrWhiteSpace(One.Unit) ? null : One.Unit;
        return await Make([new(1, unit, One.Name, One.Login, One.Roles.ToHashSet(), One.IsPrincipal)]);
    }

    public async Task<IActionResult> OnPostMany()
    {
        foreach (var field in ModelState.Keys.Where(key => key.StartsWith(nameof(One), StringComparison.Ordinal)))
            ModelState.Remove(field);
        var (lines, problems) = AccountLines.Read(Lines ?? "");
        if (lines.Count == 0 && problems.Count == 0)
            problems = ["请粘贴至少一行账号。"];
        foreach (var problem in problems)
            ModelState.AddModelError(nameof(Lines), problem);
        return ModelState.IsValid ? await Make(lines) : await Again();
    }

    private async Task<IActionResult> Make(IReadOnlyList<AccountLine> lines)
    {
        var (shown, accounts) = Handovers.For(lines, hasher);
        var command = new CreateAccounts(accounts);
        return await Do(await Steps.HouseCase(), command, "账号已建立。", done => Made(done, shown));
    }

    private IActionResult Made(Done done, Handovers shown)
    {
        if (done.Repeated)
        {
            this.Tell(Tone.Warn, "账号已经建立，没有重复提交。初始密码只显示一次，没有看到的请在下面重置密码。");
            return RedirectToPage("Index");
        }
        TempData.Clear();
        Handed = shown;
        return Page();
    }

    private async Task<IActionResult> Again()
    {
        await Show();
        return this.Refuse();
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        UnitNames = await session.Query<string>("select name from unit order by name");
    }

    /// <summary>The form for one account.</summary>
    public sealed class OneAccount
    {
        [Display(Name = "单位"), MaxLength(60)]
        public string? Unit { get; set; }

        [Display(Name = "姓名"), MaxLength(40)]
        public string Name { get; set; } = "";

        [Display(Name = "登录名"), MaxLength(40)]
        public string Login { get; set; } = "";

        [Display(Name = "角色")]
        public List<Role> Roles { get; set; } = [];

        [Display(Name = "是该单位的主要负责人")]
        public bool IsPrincipal { get; set; }
    }
}
