using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>领办(督办)领导 of a key item gets a copy, and with it may read the item; who has no account is told outside.</summary>
internal static class LeaderIsTold
{
    public static async Task Of(Step step)
    {
        if (step.Item() is not { IsKey: true, Leader: { } leader })
            return;
        var accounts = await step.Session.Query<AccountRow>(
            "select * from account where name = @leader and disabled_at is null",
            new { leader }
        );
        if (
            accounts.Select(a => a.AsPerson()).FirstOrDefault(p => p.Is(Role.Head) && p.Unit is not null)
                is not { Unit: { } unit }
            || step.File.Concerned.Contains(unit)
        )
            return;
        await Copies.Send(step, unit, null, $"重点件，{leader}领办督办");
    }
}
