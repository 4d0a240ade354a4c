namespace JointMeeting.Web.Kit;

/// <summary>
/// What a light, a message or a matrix cell says at a glance. Colour never stands alone:
/// each tone brings an icon and the author writes the word.
/// </summary>
public enum Tone
{
    Muted,
    Info,
    Ok,
    Warn,
    Danger,
}

internal static class ToneLook
{
    public static string Icon(this Tone tone) =>
        tone switch
        {
            Tone.Muted => "circle-minus",
            Tone.Info => "info",
            Tone.Ok => "circle-check",
            Tone.Warn => "triangle-alert",
            Tone.Danger => "octagon-alert",
        };

    public static string CssClass(this Tone tone) =>
        tone switch
        {
            Tone.Muted => "tone-muted",
            Tone.Info => "tone-info",
            Tone.Ok => "tone-ok",
            Tone.Warn => "tone-warn",
            Tone.Danger => "tone-danger",
        };
}
