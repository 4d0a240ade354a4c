using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.SetUp;

/// <summary>首次设置: one administrator and one office clerk, by the link printed at first start.</summary>
[AllowAnonymous]
public sealed class IndexModel(Steps steps, Database database, IPasswordHasher<AccountRow> hasher) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Once { get; set; }

    [BindProperty]
    public ChosenAccount Administrator { get; set; } = new();

    [BindProperty]
    public ChosenAccount Clerk { get; set; } = new();

    [BindProperty, Display(Name = "办公室所在单位"), MaxLength(60)]
    public string Unit { get; set; } = "";

    /// <summary>The link may still be used.</summary>
    public bool Alive { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        // A missing token is told in the same words as a dead one, not as a field to fill in.
        ModelState.Clear();
        Alive = await SetUpLink.IsAlive(database, Token);
        return Alive ? Page() : new PageResult { StatusCode = StatusCodes.Status410Gone, ViewData = ViewData };
    }

    public async Task<IActionResult> OnPost()
    {
        Alive = true;
        Check(nameof(Administrator), Administrator);
        Check(nameof(Clerk), Clerk);
        if (!ModelState.IsValid)
            return this.Refuse();
        var admin = Administrator.AsNew(hasher, null, Role.Administrator);
        var clerk = Clerk.AsNew(hasher, Unit, Role.OfficeClerk);
        try
        {
            var house = new Target.New(CaseKind.House, "系统设置");
            await steps.Act(Person.System, house, new SetUpHouse(Token, admin, clerk), Once);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
        this.Tell(
            Tone.Ok,
            "首次设置完成，设置链接已失效。",
            "办公室经办人登录后可导入通知；系统管理员登录后可新建账号。"
        );
        return LocalRedirect("/sign-in");
    }

    private void Check(string name, ChosenAccount account)
    {
        if (Passwords.Problem(account.Login, account.Password) is { } problem)
            ModelState.TryAddModelError($"{name}.{nameof(account.Password)}", problem);
    }
}

/// <summary>An account whose password the person chooses.</summary>
public sealed class ChosenAccount
{
    [Display(Name = "姓名"), MaxLength(40)]
    public string Name { get; set; } = "";

    [
        Display(Name = "登录名"),
        RegularExpression("[A-Za-z0-9._-]{2,40}", ErrorMessage = "{0}须为 2 至 40 位字母、数字、点、横线或下划线。")
    ]
    public string Login { get; set; } = "";

    [Display(Name = "密码")]
    public string Password { get; set; } = "";

    [Display(Name = "再输一次密码"), Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致，请重新输入。")]
    public string Again { get; set; } = "";

    /// <summary>With the password hashed; it is not kept.</summary>
    public NewAccount AsNew(IPasswordHasher<AccountRow> hasher, string? unit, Role role) =>
        // The framework's hasher does not look at the account.
        new(Login, Name, unit, new HashSet<Role> { role }, hasher.HashPassword(null!, Password));
}
