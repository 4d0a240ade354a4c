using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using JointMeeting.Domain;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.SignIn;

/// <summary>登录.</summary>
[AllowAnonymous]
public sealed class IndexModel(LocalAccounts accounts) : PageModel
{
    [BindProperty, Display(Name = "登录名"), MaxLength(100)]
    public string Login { get; set; } = "";

    [BindProperty, Display(Name = "密码"), MaxLength(200)]
    public string Password { get; set; } = "";

    /// <summary>The page that asked for a sign-in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The last try failed; the page says the same for every reason.</summary>
    public bool Failed { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? GoOn(User) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
            return this.Refuse();
        if (await SignIn() is not { } person)
            return this.Refuse();
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);
        return GoOn(person);
    }

    private async Task<ClaimsPrincipal?> SignIn()
    {
        try
        {
            var person = await accounts.SignIn(Login, Password);
            Failed = person is null;
            return person;
        }
        catch (Refusal refusal)
        {
            // Every sign-in is kept in the trail: without a database to write to there is none.
            ModelState.AddModelError("", refusal.Why);
            return null;
        }
    }

    private LocalRedirectResult GoOn(ClaimsPrincipal person) =>
        LocalRedirect(From is { Length: > 1 } from && Url.IsLocalUrl(from) ? from : BusinessPages.HomeOf(person));
}
