using System.Security.Claims;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.House;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.SignIn;

/// <summary>Local accounts with a cookie; everything asks for a signed-in person unless it says otherwise.</summary>
public static class LocalSignIn
{
    /// <summary>Claim: id of the person's unit.</summary>
    public const string Unit = "unit";

    /// <summary>Claim: name of the person's unit.</summary>
    public const string UnitName = "unitName";

    /// <summary>Claim: the account's stamp when the person signed in.</summary>
    public const string Stamp = "stamp";

    /// <summary>Claim: somebody else knows the password (管理员给出的密码).</summary>
    public const string GivenPassword = "givenPassword";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddLocalSignIn(this IServiceCollection services)
    {
        services
            .AddSingleton<IPasswordHasher<AccountRow>, PasswordHasher<AccountRow>>()
            .AddSingleton<LocalAccounts>()
            .AddSingleton<SignedInAccounts>()
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "jm-person";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/error/403";
                options.ReturnUrlParameter = "from";
                options.ExpireTimeSpan = TimeSpan.FromHours(8);
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = context =>
                    context.HttpContext.RequestServices.GetRequiredService<SignedInAccounts>().Check(context);
                options.Events.OnRedirectToLogin = AskToSignIn;
            });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>The signed-in person, as rights know them.</summary>
    public static Person AsPerson(this ClaimsPrincipal user) =>
        new(
            user.FindFirstValue(ClaimTypes.NameIdentifier)!,
            user.FindFirstValue(ClaimTypes.Name)!,
            user.FindFirstValue(Unit),
            user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet()
        );

    /// <summary>A request of htmx asks for a part of a page: the whole page goes to the sign-in instead.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
        var page = Uri.TryCreate(context.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var url)
            ? url.PathAndQuery
            : "/";
        context.Response.Headers["HX-Redirect"] = $"/sign-in?from={Uri.EscapeDataString(page)}";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
