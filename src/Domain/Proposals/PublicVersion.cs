using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals;

/// <summary>What may leave the house as a reply, and what of it may be made public.</summary>
public static class PublicVersion
{
    private static readonly Regex SecretMark = new(
        "(绝密|机密|秘密)[ \\t]*[★☆]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>《保守国家秘密法》(2024) Art. 31: a text marked as secret is not handled here at all.</summary>
    public static string? Refusal(string text) =>
        SecretMark.IsMatch(text)
            ? "答复中有国家秘密标志，本系统不处理涉密内容。请按保密规定办理，并删去涉密内容。"
            : null;
}
