using JointMeeting.Domain.Supervision;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>Tone and icon of what the domain calls lights and urgency.</summary>
public static class Looks
{
    /// <summary>The tone of a ledger light.</summary>
    public static Tone Of(Light light) =>
        light switch
        {
            Light.Green or Light.Done => Tone.Ok,
            Light.Yellow => Tone.Warn,
            Light.Red => Tone.Danger,
            Light.Blue => Tone.Info,
            Light.Grey or Light.Historical => Tone.Muted,
        };

    /// <summary>The icon of a ledger light, so that two lights of one tone differ.</summary>
    public static string IconOf(Light light) =>
        light switch
        {
            Light.Green => "circle-check",
            Light.Yellow => "triangle-alert",
            Light.Red => "octagon-alert",
            Light.Blue => "send",
            Light.Grey => "circle-dashed",
            Light.Historical => "archive",
            Light.Done => "check",
        };

    /// <summary>The tone of a to-do.</summary>
    public static Tone Of(Urgency urgency) =>
        urgency switch
        {
            Urgency.Overdue => Tone.Danger,
            Urgency.Soon => Tone.Warn,
            Urgency.Later => Tone.Info,
            Urgency.Never => Tone.Muted,
        };
}
