using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.House.InnerChains;

namespace JointMeeting.Workflows.House.Principals;

/// <summary>
/// 确定主要负责人: which head of the unit signs the replies that only the principal head may. It holds at once, also for
/// signatures that are asked for already.
/// </summary>
/// <param name="Account">An account of the unit that is a head's; null takes the name away.</param>
public sealed record SetPrincipal(string? Account) : ActionCommand(Actions.SetPrincipal)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var unit = step.Actor.Unit!;
        var before = await step.Session.Scalar<string?>("select principal from unit where id = @unit", new { unit });
        if (before == Account)
            throw new Refusal("没有改动：主要负责人与现在的相同。");
        var name = await step.UnitName(unit);
        if (Account is null)
            step.Say($"{name}主要负责人暂缺", new { unit, before });
        else
            step.Say(
                $"{name}确定主要负责人：{await Head(step, Account)}",
                new
                {
                    unit,
                    before,
                    Account,
                }
            );
        await step.Session.Execute("update unit set principal = @Account where id = @unit", new { unit, Account });
    }

    private static async Task<string> Head(Step step, string account)
    {
        await OwnPeople.RefuseOthers(step, [account]);
        var row = await step.Session.One<AccountRow>("select * from account where id = @account", new { account });
        return row!.AsPerson() is { } person && person.Is(Role.Head)
            ? person.Name
            : throw new Refusal("主要负责人须是本单位“单位负责人”角色的账号，请重新选择，或请系统管理员先建立账号。");
    }
}
