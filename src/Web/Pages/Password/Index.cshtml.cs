using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Password;

/// <summary>修改密码 of the own account.</summary>
public sealed class IndexModel(LocalAccounts accounts) : PageModel
{
    [BindProperty, Display(Name = "现在的密码"), MaxLength(200)]
    public string Current { get; set; } = "";

    [BindProperty, Display(Name = "新密码"), MaxLength(200)]
    public string Next { get; set; } = "";

    [BindProperty, Display(Name = "再输一次新密码"), MaxLength(200)]
    public string Again { get; set; } = "";

    public async Task<IActionResult> OnPost()
    {
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
        this.Tell(Tone.Ok, "密码已修改。");
        return LocalRedirect("/");
    }
}
