using System.Collections.Concurrent;
using System.Security.Claims;
using JointMeeting.Ledger;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace JointMeeting.Web.SignIn;

/// <summary>
/// Ends sessions of accounts that were disabled or given a new password: the cookie's stamp is compared with the
/// account's, at most once a minute per account.
/// </summary>
public sealed class SignedInAccounts(Database database, TimeProvider time)
{
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Stamp, DateTimeOffset Until)> _seen = [];

    /// <summary>Looks again at the next request of that account.</summary>
    public void LookAgain(string accountId) => _seen.TryRemove(accountId, out _);

    /// <summary>Ends the session where the account no longer vouches for it.</summary>
    public async Task Check(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(LocalSignIn.Stamp);
        if (id is not null && stamp is not null && await StillGood(id, stamp))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<bool> StillGood(string id, string stamp)
    {
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(id, out var seen) && seen.Stamp == stamp && now < seen.Until)
            return true;
        await using var session = await database.Read();
        const string good = "select count(*) from account where id = @id and stamp = @stamp and disabled_at is null";
        if (await session.Scalar<long>(good, new { id, stamp }) == 0)
            return false;
        _seen[id] = (stamp, now + TrustedFor);
        return true;
    }
}
