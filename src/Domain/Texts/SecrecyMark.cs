using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts;

/// <summary>
/// 密级标志 (秘密★、机密★、绝密★): a text that carries one is not taken in, whichever way it comes; state secrets are not
/// stored or processed in a system that is not classified (《保守国家秘密法》(2024) Art. 31).
/// </summary>
public static class SecrecyMark
{
    private static readonly Regex Mark = new(
        @"(秘\s*密|机\s*密|绝\s*密)\s*[★☆]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>True where the text carries one.</summary>
    public static bool IsIn(string text) => Mark.IsMatch(text);
}
