using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.Accounts;

/// <summary>新建账号, one or many at once: all or none.</summary>
public sealed record CreateAccounts(IReadOnlyList<NewAccount> Accounts) : ActionCommand(Actions.CreateAccount)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Accounts.Count == 0)
            throw new Refusal("没有要建立的账号。");
        var made = new List<AccountRow>();
        foreach (var account in Accounts)
            made.Add(await account.Create(step));
        step.Say(
            $"新建账号 {made.Count} 个：{string.Join("、", made.Select(a => a.Name).Take(20))}",
            made.Select(a => new
            {
                a.Login,
                a.Name,
                a.Roles,
            })
        );
    }
}

/// <summary>停用账号: it cannot sign in any more and its sessions end.</summary>
public sealed record DisableAccount(string AccountId) : ActionCommand(Actions.DisableAccount)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (AccountId == step.Actor.Id)
            throw new Refusal("不能停用自己的账号。");
        var changed = await step.Session.Execute(
            "update account set disabled_at = @at, stamp = @stamp where id = @AccountId and disabled_at is null",
            new
            {
                AccountId,
                at = Moment.Text(step.Now),
                stamp = step.NewId(),
            }
        );
        if (changed != 1)
            throw new Refusal("没有找到该账号，或已经停用。");
        step.Say("停用账号", new { AccountId });
    }
}
