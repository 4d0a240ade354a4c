using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.House.Accounts;

/// <summary>修改密码: a person gives the own account a new one; its sessions elsewhere end, and so do its keys
/// for other systems: who changes it because somebody knows it must not leave behind what that one made with it.</summary>
/// <param name="PasswordHash">From the framework's password hasher.</param>
public sealed record ChangePassword(string PasswordHash) : Command
{
    /// <inheritdoc />
    public override string Name => "changePassword";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToChangeOwnPassword();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await step.Session.Execute(
            """
            update account set password_hash = @PasswordHash, stamp = @stamp, failed = 0, password_given_at = null
             where id = @Id
            """,
            new
            {
                PasswordHash,
                stamp = step.NewId(),
                step.Actor.Id,
            }
        );
        var keys = await AccessKeys.AccessKeys.EndAll(step, step.Actor.Id);
        step.Say($"{step.Actor.Name}修改本人密码{(keys > 0 ? $"，停用其接口密钥 {keys} 个" : "")}", new { keys });
    }
}
