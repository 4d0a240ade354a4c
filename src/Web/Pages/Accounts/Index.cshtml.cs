using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Accounts;

/// <summary>账号管理: the accounts of all units.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
public sealed class IndexModel(Steps steps, SignedInAccounts signedIn, IPasswordHasher<AccountRow> hasher)
    : CasePage(steps)
{
    /// <summary>Part of a unit, a name or a login.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Listed> Accounts { get; private set; } = [];

    /// <summary>A password just reset.</summary>
    public Handovers? Handed { get; private set; }

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostDisable(string id)
    {
        var answer = await Do(
            await Steps.HouseCase(),
            new DisableAccount(id),
            "账号已停用，登录已结束。",
            _ => RedirectToPage(new { Q })
        );
        signedIn.LookAgain(id);
        return answer;
    }

    public async Task<IActionResult> OnPostReset(string id)
    {
        await Show();
        var password = Passwords.Generate();
        var command = new ResetPassword(id, hasher.HashPassword(null!, password));
        var answer = await Do(await Steps.HouseCase(), command, "密码已重置。", done => Reset(done, id, password));
        signedIn.LookAgain(id);
        return answer;
    }

    public static string Label(Role role) => role is Role.OfficeClerk ? "办公室经办人" : Person.LabelOf(role);

    private IActionResult Reset(Done done, string id, string password)
    {
        if (done.Repeated)
            return RedirectToPage(new { Q });
        TempData.Clear();
        var account = Accounts.First(a => a.Id == id);
        Handed = new($"已重置{account.Name}的密码", [new(account.Unit, account.Name, account.Login, password)]);
        return Page();
    }

    protected override async Task Show()
    {
        const string all = """
            select a.id, u.name as unit, a.name, a.login, a.roles, a.disabled_at, a.locked_until
              from account a left join unit u on u.id = a.unit
             where @like is null or u.name like @like or a.name like @like or a.login like @like
             order by case when a.disabled_at is null then 0 else 1 end, u.name, a.name, a.login
            """;
        await using var session = await Steps.Database.Read();
        Accounts = await session.Query<Listed>(
            all,
            new { like = string.IsNullOrWhiteSpace(Q) ? null : $"%{Q.Trim()}%" }
        );
    }

    /// <summary>True while failures keep the account locked.</summary>
    public bool IsLocked(Listed account) => account.LockedUntil > Steps.Time.GetUtcNow();

    /// <summary>A line of the list.</summary>
    public sealed record Listed
    {
        public required string Id { get; init; }
        public string? Unit { get; init; }
        public required string Name { get; init; }
        public required string Login { get; init; }
        public required string Roles { get; init; }
        public DateTimeOffset? DisabledAt { get; init; }
        public DateTimeOffset? LockedUntil { get; init; }
        public IEnumerable<string> RoleLabels => Roles.Split(',').Select(role => Label(Enum.Parse<Role>(role)));
    }
}
