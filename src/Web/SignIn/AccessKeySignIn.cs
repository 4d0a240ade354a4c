using System.Security.Claims;
using System.Text.Encodings.Web;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House.AccessKeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace JointMeeting.Web.SignIn;

/// <summary>
/// Other systems sign in by a key in the Authorization header, for the addresses of the API alone; a cookie opens
/// nothing there, so no page elsewhere can use a person's session.
/// </summary>
public static class AccessKeySignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "AccessKey";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAccessKeySignIn(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AccessKeyHandler>(Scheme, null);
        return services;
    }

    /// <summary>Only by a key, and only whoever receives items.</summary>
    public static AuthorizationPolicy Receivers { get; } =
        new AuthorizationPolicyBuilder(Scheme)
            .RequireAuthenticatedUser()
            .RequireRole(nameof(Role.GovernmentOffice), nameof(Role.CongressOffice), nameof(Role.CppccOffice))
            .Build();

    /// <summary>Only by a key, and only people who do business for a unit.</summary>
    public static AuthorizationPolicy UnitPeople { get; } =
        new AuthorizationPolicyBuilder(Scheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.User.AsPerson() is { DoesBusiness: true, Unit: not null })
            .Build();
}

/// <summary>Looks a key up anew at each request.</summary>
internal sealed class AccessKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    Database database,
    TimeProvider time,
    Doors doors
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        await using var session = await database.Read();
        var today = Moment.DayInChina(time.GetUtcNow());
        if (await AccessKeys.PersonOf(session, header[Bearer.Length..].Trim(), today) is not { } person)
            return AuthenticateResult.Fail("dead key");
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, person.Id),
                new(ClaimTypes.Name, person.Name),
                .. person.Unit is { } unit ? new Claim[] { new(LocalSignIn.Unit, unit) } : [],
                .. person.Roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())),
            ],
            AccessKeySignIn.Scheme
        );
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), AccessKeySignIn.Scheme));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!doors.LetIn("api", Context))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return Response.WriteAsJsonAsync(new { error = "密钥无效的请求过多，请一分钟后再试，并核对密钥。" });
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Response.WriteAsJsonAsync(new { error = "密钥无效、已停用或已过期。请在“接口密钥”页面建立新的密钥。" });
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Response.WriteAsJsonAsync(
            new { error = "该账号的角色不能使用本接口：登记建议提案限接收单位，部门端限办理业务的单位人员。" }
        );
    }
}
