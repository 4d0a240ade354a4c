using System.Security.Claims;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.SignIn;

/// <summary>Checks who signs in against the accounts of this installation.</summary>
public sealed class LocalAccounts(Steps steps, IPasswordHasher<AccountRow> hasher)
{
    // Every failure takes at least this long: how long it took tells nobody whether the login exists.
    private static readonly TimeSpan LeastFailure = TimeSpan.FromMilliseconds(300);

    private readonly AccountRow _nobody = Nobody(hasher);

    // Attempts on one login take turns, so that guesses side by side cannot outrun the lock.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The signed-in person, or null; why not is the same for every reason.</summary>
    public async Task<ClaimsPrincipal?> SignIn(string login, string password)
    {
        login = login.Trim().ToLowerInvariant();
        return await InTurn(login, () => Checked(login, password)) is { } account ? await AsPrincipal(account) : null;
    }

    /// <summary>修改密码; returns the person as the account vouches for it from now on.</summary>
    /// <exception cref="Refusal">The present password is wrong, or the new one may not be chosen.</exception>
    public async Task<ClaimsPrincipal> ChangePassword(Person me, string current, string next)
    {
        var login = await LoginOf(me);
        if (Passwords.Problem(login, next) is { } problem)
            throw new Refusal(problem);
        if (current == next)
            throw new Refusal("新密码与现在的密码相同，请换一个。");
        if (await InTurn(login, () => Checked(login, current)) is not { } account)
            throw new Refusal("现在的密码不正确，或账号已锁定。连续 5 次不正确将锁定 15 分钟。");
        await steps.Act(me, await steps.HouseCase(), new ChangePassword(hasher.HashPassword(account, next)));
        return await AsPrincipal((await Find(login))!);
    }

    private async Task<AccountRow?> InTurn(string login, Func<Task<AccountRow?>> check)
    {
        var failure = Task.Delay(LeastFailure);
        var turn = _turns[(uint)login.GetHashCode(StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync();
        try
        {
            if (await check() is { } account)
                return account;
        }
        finally
        {
            turn.Release();
        }
        await failure;
        return null;
    }

    private async Task<string> LoginOf(Person person)
    {
        await using var session = await steps.Database.Read();
        return (await session.Scalar<string>("select login from account where id = @Id", new { person.Id }))!;
    }

    private async Task<AccountRow?> Checked(string login, string password)
    {
        var account = await Find(login);
        var answer = hasher.VerifyHashedPassword(
            account ?? _nobody,
            (account ?? _nobody).PasswordHash,
            password[..Math.Min(password.Length, 1000)]
        );
        if (account is null or { DisabledAt: not null } || account.LockedUntil > steps.Time.GetUtcNow())
            return null;
        var good = answer is not PasswordVerificationResult.Failed;
        var renewed =
            answer is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : null;
        await steps.Act(Person.System, await steps.HouseCase(), new RecordSignIn(account.Id, good, renewed));
        return good ? account : null;
    }

    private async Task<AccountRow?> Find(string login)
    {
        await using var session = await steps.Database.Read();
        return await session.One<AccountRow>("select * from account where login = @login", new { login });
    }

    private async Task<ClaimsPrincipal> AsPrincipal(AccountRow account)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.Name),
            new(LocalSignIn.Stamp, account.Stamp),
        };
        claims.AddRange(account.Roles.Split(',').Select(role => new Claim(ClaimTypes.Role, role)));
        if (account.PasswordGivenAt is not null)
            claims.Add(new(LocalSignIn.GivenPassword, "1"));
        if (account.Unit is { } unit)
        {
            await using var session = await steps.Database.Read();
            var name = await session.Scalar<string>("select name from unit where id = @unit", new { unit });
            claims.AddRange([new(LocalSignIn.Unit, unit), new(LocalSignIn.UnitName, name ?? unit)]);
        }
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Stands in for a login that nobody has: its password is checked too, and costs the same.</summary>
    private static AccountRow Nobody(IPasswordHasher<AccountRow> hasher)
    {
        var nobody = new AccountRow
        {
            Id = "",
            Login = "",
            Name = "",
            Roles = "",
            PasswordHash = "",
            Stamp = "",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        return nobody with { PasswordHash = hasher.HashPassword(nobody, Passwords.Generate()) };
    }
}
