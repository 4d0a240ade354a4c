namespace JointMeeting.Domain.Proposals;

/// <summary>What an earlier word on the same matter is.</summary>
public enum EarlierWord
{
    /// <summary>以往的答复.</summary>
    Reply,

    /// <summary>没有兑现的承诺.</summary>
    Promise,

    /// <summary>会议决定、督办事项.</summary>
    Decision,
}

/// <summary>
/// 口径核对: an earlier word on the matter that a reply must agree with, or say why it no longer does. The drafter
/// notes what came of each; the leader is shown only those without a note.
/// </summary>
/// <param name="Key">Stable, so that a note stays with what it is about.</param>
/// <param name="About">The case it is in.</param>
/// <param name="Note">What the drafter noted; null while nobody has.</param>
public sealed record ConsistencyFinding(
    string Key,
    EarlierWord Word,
    string About,
    string Title,
    string Text,
    string? Note = null
)
{
    /// <summary>Nobody has looked at it yet.</summary>
    public bool IsUnresolved => string.IsNullOrWhiteSpace(Note);

    /// <summary>What people call it.</summary>
    public static string Label(EarlierWord word) =>
        word switch
        {
            EarlierWord.Reply => "以往答复",
            EarlierWord.Promise => "未兑现的承诺",
            EarlierWord.Decision => "会议决定、督办事项",
        };
}
