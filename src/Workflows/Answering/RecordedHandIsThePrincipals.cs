using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// 代录 of a signature that only the principal head (主要负责人) may give: the page that was scanned bears that head's name.
/// Where the unit has named none there is nothing to compare with, and the record says who signed.
/// </summary>
internal static class RecordedHandIsThePrincipals
{
    public static async Task Check(Step step, AskRow ask, string who)
    {
        var signing = step.File.SigningOf(ask);
        if (
            signing == SigningHead.Any
            || step.File.Acting.GetValueOrDefault(ask.Id) is not { Holder: { } holder } acting
        )
            return;
        IReadOnlyList<string> hands =
            signing == SigningHead.PrincipalOrStandIn ? [holder, .. acting.StandIns] : [holder];
        var names = await step.Session.Query<string>("select name from account where id in @hands", new { hands });
        if (!names.Any(n => who.Contains(n, StringComparison.Ordinal)))
            throw new Refusal(
                $"本件须由主要负责人（{string.Join("、", names)}）签发，签字页上的签字人不是其本人，不能代录。请退回该单位由主要负责人签发；主要负责人已经调整的，请该单位先在“本单位设置”中更正。"
            );
    }
}
