using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.SignIn;

/// <summary>登录 that succeeded or failed; the fifth failure in a row locks the account for a quarter of an hour.</summary>
public sealed record RecordSignIn(string AccountId, bool Succeeded, string? NewPasswordHash = null) : Command
{
    /// <summary>Failures in a row that lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override string Name => Succeeded ? "signedIn" : "signInFailed";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToFireTimer();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var account = (
            await step.Session.One<AccountRow>("select * from account where id = @AccountId", new { AccountId })
        )!;
        var failed = Succeeded ? 0 : account.Failed + 1;
        var locked = failed >= MostFailures ? step.Now + LockedFor : (DateTimeOffset?)null;
        await step.Session.Execute(
            "update account set failed = @failed, locked_until = @locked, password_hash = @hash where id = @AccountId",
            new
            {
                AccountId,
                failed = locked is null ? failed : 0,
                locked = locked is { } until ? Moment.Text(until) : null,
                hash = NewPasswordHash ?? account.PasswordHash,
            }
        );
        step.Say(
            Succeeded ? $"{account.Name}登录"
                : locked is null ? $"{account.Name}登录失败"
                : $"{account.Name}连续登录失败，账号锁定 15 分钟",
            new { account.Login }
        );
    }
}
