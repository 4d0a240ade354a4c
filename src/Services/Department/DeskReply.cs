using JointMeeting.Services.Contracts.V1;

namespace JointMeeting.Services.Department;

/// <summary>A reply as it is drafted at a desk, and sent up whole.</summary>
/// <param name="ClassCode">The class of the whole; null for the one that follows from the parts.</param>
/// <param name="Reason">Why it differs from that one.</param>
public sealed record DeskReply(IReadOnlyList<ReplyDraftPart> Parts, string? ClassCode = null, string? Reason = null)
{
    /// <summary>As the desk keeps it, one part a line.</summary>
    public string Text => string.Join("\n", Parts.Select(p => p.Text));
}
