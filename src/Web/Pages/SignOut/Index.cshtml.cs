using JointMeeting.Web.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.SignOut;

/// <summary>退出登录; only by a form, so that no link or picture of another page signs a person out.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        this.Tell(Tone.Ok, "已退出登录。");
        return LocalRedirect("/sign-in");
    }
}
