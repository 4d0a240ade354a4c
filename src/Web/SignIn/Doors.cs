using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace JointMeeting.Web.SignIn;

/// <summary>
/// What anybody can try without an account: the sign-in, the set-up link, the links for feedback, keys of the API. One
/// network address may try each so often in a minute; more is turned away before anything is looked up or written.
/// </summary>
public sealed class Doors(Settings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Door, string From)> _limits = PartitionedRateLimiter.Create<
        (string Door, string From),
        (string, string)
    >(who =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = settings.AttemptsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }
        )
    );

    /// <summary>The door that a request tries; null for what asks for an account or gives nothing away.</summary>
    public static string? Of(HttpRequest request) =>
        request.Path.StartsWithSegments("/feedback") ? "feedback"
        : request.Path.StartsWithSegments("/set-up") ? "set-up"
        : request.Path.StartsWithSegments("/sign-in") && HttpMethods.IsPost(request.Method) ? "sign-in"
        : null;

    /// <summary>Counts one attempt; false where there were too many.</summary>
    public bool LetIn(string door, HttpContext context)
    {
        using var lease = _limits.AttemptAcquire((door, From(context.Connection.RemoteIpAddress)));
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limits.Dispose();

    /// <summary>Whoever has an address of IPv6 has a whole network of them: the network counts.</summary>
    private static string From(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : $"{address?.MapToIPv4()}";
}

/// <summary>Turns away who tries too often, with a page that says so (429).</summary>
internal sealed class DoorKeeper(RequestDelegate next, Doors doors)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Doors.Of(context.Request) is not { } door || doors.LetIn(door, context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "60";
        return Task.CompletedTask;
    }
}
