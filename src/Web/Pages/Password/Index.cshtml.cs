using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.AccessKeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Password;

/// <summary>修改密码 of the own account.</summary>
public sealed class IndexModel(Steps steps, LocalAccounts accounts) : PageModel
{
    [BindProperty, Display(Name = "现在的密码"), MaxLength(200)]
    public string Current { get; set; } = "";

    [BindProperty, Display(Name = "新密码"), MaxLength(200)]
    public string Next { get; set; } = "";

    [BindProperty, Display(Name = "再输一次新密码"), MaxLength(200)]
    public string Again { get; set; } = "";

    /// <summary>Other systems that work by a key of this account, which ends with the password.</summary>
    public IReadOnlyList<string> Systems { get; private set; } = [];

    public Task OnGetAsync() => ReadSystems();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadSystems();
        if (Next != Again)
            ModelState.AddModelError(nameof(Again), "两次输入的新密码不一致，请重新输入。");
        if (!ModelState.IsValid)
            return this.Refuse();
        try
        {
            var person = await accounts.ChangePassword(User.AsPerson(), Current, Next);
            await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
        this.Tell(
            Tone.Ok,
            Systems.Count == 0
                ? "密码已修改。"
                : $"密码已修改，{Systems.Count} 个接口密钥已停用。请到“接口密钥”页面为{string.Join("、", Systems)}重新建立。"
        );
        return LocalRedirect("/");
    }

    private async Task ReadSystems()
    {
        await using var session = await steps.Database.Read();
        Systems = await AccessKeys.Alive(session, User.AsPerson().Id, Moment.DayInChina(steps.Time.GetUtcNow()));
    }
}
