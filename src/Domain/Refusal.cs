namespace JointMeeting.Domain;

/// <summary>
/// A request that is not carried out, with the reason in the words of the person who asked. Nothing was changed.
/// </summary>
public sealed class Refusal(string why) : Exception(why)
{
    /// <summary>What went wrong and what to do, zh-CN.</summary>
    public string Why => Message;
}
