using JointMeeting.Domain;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.House.Accounts;

/// <summary>重置密码: the account gets a new password, its sessions end and its lock opens.</summary>
/// <param name="PasswordHash">From the framework's password hasher.</param>
public sealed record ResetPassword(string AccountId, string PasswordHash) : ActionCommand(Actions.ResetPassword)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        const string reset = """
            update account set password_hash = @PasswordHash, stamp = @stamp, failed = 0, locked_until = null
             where id = @AccountId and disabled_at is null
            """;
        var stamp = step.NewId();
        if (
            await step.Session.Execute(
                reset,
                new
                {
                    AccountId,
                    PasswordHash,
                    stamp,
                }
            ) != 1
        )
            throw new Refusal("没有找到该账号，或已经停用。");
        var name = await step.Session.Scalar<string>(
            "select name from account where id = @AccountId",
            new { AccountId }
        );
        step.Say($"重置{name}的密码", new { AccountId });
    }
}
