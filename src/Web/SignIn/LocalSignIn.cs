using System.Security.Claims;
using JointMeeting.Domain.Rights;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace JointMeeting.Web.SignIn;

/// <summary>Local accounts with a cookie; everything asks for a signed-in person unless it says otherwise.</summary>
public static class LocalSignIn
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddLocalSignIn(this IServiceCollection services)
    {
        services
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
            user.FindFirstValue("unit"),
            user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet()
        );
}
