using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Proposals.TakeOver;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>The fates of a ledger's rows as they are shown.</summary>
internal static class LedgerFates
{
    public static string Label(ListedFate fate) =>
        fate switch
        {
            ListedFate.Register => ItemFates.Label(ItemFate.Register),
            ListedFate.Assign => ItemFates.Label(ItemFate.Assign),
            ListedFate.Judge => ItemFates.Label(ItemFate.Judge),
            ListedFate.Continues => "台账补记",
            ListedFate.KnownBefore => "此前已登记",
        };

    public static Tone ToneOf(ListedFate fate) =>
        fate switch
        {
            ListedFate.Register => Tone.Info,
            ListedFate.Assign => Tone.Ok,
            ListedFate.Judge => Tone.Warn,
            ListedFate.Continues => Tone.Info,
            ListedFate.KnownBefore => Tone.Muted,
        };
}
