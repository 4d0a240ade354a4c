namespace JointMeeting.Web.SignIn;

/// <summary>
/// A password that an administrator gave is known to somebody else: until the person has chosen another, every page
/// leads to the one where it is changed, and nothing is done.
/// </summary>
public sealed class OwnPasswordFirst(RequestDelegate next)
{
    private static readonly PathString[] Open = ["/password", "/sign-out", "/error", "/health"];

    public Task InvokeAsync(HttpContext context)
    {
        var given = context.User.HasClaim(c => c.Type == LocalSignIn.GivenPassword);
        if (!given || Open.Any(open => context.Request.Path.StartsWithSegments(open)))
            return next(context);
        context.Response.Redirect("/password");
        return Task.CompletedTask;
    }
}
