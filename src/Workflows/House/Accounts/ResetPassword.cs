using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.Accounts;

/// <summary>重置密码: the account gets a new password, its sessions end and its lock opens. Its keys
/// for other systems end: whoever had got into the account may have made one. The person changes the password at the next
/// sign-in.</summary>
/// <param name="PasswordHash">From the framework's password hasher.</param>
public sealed record ResetPassword(string AccountId, string PasswordHash) : ActionCommand(Actions.ResetPassword)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        const string reset = """
            update account set password_hash = @PasswordHash, stamp = @stamp, failed = 0, locked_until = null,
                   password_given_at = @at
             where id = @AccountId and disabled_at is null
            """;
        var stamp = step.NewId();
        var at = Moment.Text(step.Now);
        if (
            await step.Session.Execute(
                reset,
                new
                {
                    AccountId,
                    PasswordHash,
                    stamp,
                    at,
                }
            ) != 1
        )
            throw new Refusal("没有找到该账号，或已经停用。");
        var name = await step.Session.Scalar<string>(
            "select name from account where id = @AccountId",
            new { AccountId }
        );
        var keys = await AccessKeys.AccessKeys.EndAll(step, AccountId);
        step.Say($"重置{name}的密码{(keys > 0 ? $"，停用其接口密钥 {keys} 个" : "")}", new { AccountId, keys });
    }
}
