using System.Text.RegularExpressions;

namespace JointMeeting.Documents;

internal static class Patterns
{
    /// <summary>Every pattern here meets text of strangers: matching takes time linear in its length, never more.</summary>
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
}
