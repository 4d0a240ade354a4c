namespace JointMeeting.Web.Kit;

/// <summary>The headers every answer carries, error pages and files included.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string NoDevices =
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()";

    public Task InvokeAsync(HttpContext context)
    {
        // The exception handler clears headers set earlier, so they are set when the answer starts.
        context.Response.OnStarting(Write, context.Response.Headers);
        return next(context);
    }

    private static Task Write(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
