using Microsoft.AspNetCore.HttpOverrides;

namespace JointMeeting.Web;

/// <summary>
/// Under which address people reach the program, and from where. Behind a TLS proxy a request arrives as plain HTTP from
/// the proxy: what the proxy says of it is believed where the proxy is on this machine or named in the settings, and a
/// named address stands for every request, whatever it says of itself.
/// </summary>
internal static class PublicAddress
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Call this first: cookies, links and limits go by it.</summary>
    public static void UsePublicAddress(this WebApplication app, Settings settings)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        foreach (var proxy in settings.Proxies)
            forwarded.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(forwarded);
        if (settings.Address is { } address)
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = address.Scheme;
                    context.Request.Host = new HostString(address.Authority);
                    context.Response.Headers.StrictTransportSecurity = $"max-age={Remembered.TotalSeconds:0}";
                    return next(context);
                }
            );
        var secure = settings.Address is null ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = secure });
    }
}
