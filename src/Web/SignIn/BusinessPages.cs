using System.Security.Claims;
using JointMeeting.Domain.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.SignIn;

/// <summary>
/// Every page is about business, unless it is named here: administrators and auditors see none of them
/// (三员分立, 设计参照 GB/T 22239-2019, 未经测评). A new page is closed to them from its first day.
/// </summary>
public static class BusinessPages
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "business";

    private static readonly string[] Others =
    [
        "/Accounts",
        "/Audit",
        "/Error",
        "/Index",
        "/Kit",
        "/Password",
        "/SetUp",
        "/SignIn",
        "/SignOut",
        "/Units",
    ];

    /// <summary>Where a person begins.</summary>
    public static string HomeOf(ClaimsPrincipal person) =>
        person.IsInRole(nameof(Role.Administrator)) ? "/accounts"
        : person.IsInRole(nameof(Role.Auditor)) ? "/audit"
        : "/";

    /// <summary>Closes the pages to whoever does no business.</summary>
    public static IServiceCollection AddBusinessPages(this IServiceCollection services)
    {
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                Policy,
                policy => policy.RequireAuthenticatedUser().RequireAssertion(c => c.User.AsPerson().DoesBusiness)
            );
        // After the framework's own set-up, which begins the conventions anew.
        services.PostConfigure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention(
                "/",
                page =>
                {
                    if (!Others.Any(o => new PathString(page.ViewEnginePath).StartsWithSegments(o)))
                        page.EndpointMetadata.Add(new AuthorizeAttribute(Policy));
                }
            )
        );
        return services;
    }
}
