using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals;

/// <summary>Whether a reply is made public.</summary>
public enum Publication
{
    /// <summary>公开.</summary>
    Full,

    /// <summary>摘要公开.</summary>
    Summary,

    /// <summary>不公开, with the reason.</summary>
    Withheld,
}

/// <summary>A ground on which a reply is not made public, or only in summary.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Text">In words.</param>
/// <param name="Source">The text that allows it.</param>
public sealed record WithholdingGround(string Id, string Text, string Source);

/// <summary>What may leave the house as a reply, and what of it may be made public.</summary>
public static class PublicVersion
{
    private static readonly Regex SecretMark = new(
        "(绝密|机密|秘密)[ \\t]*[★☆]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>不公开的情形; a summary needs no ground of law, only words.</summary>
    public static readonly IReadOnlyList<WithholdingGround> Grounds =
    [
        new("safety", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", "政府信息公开条例第14条"),
        new("business", "涉及商业秘密", "政府信息公开条例第15条"),
        new("privacy", "涉及个人隐私", "政府信息公开条例第15条"),
        new("internal", "内部事务信息", "政府信息公开条例第16条"),
        new("process", "尚在讨论、研究的过程性信息", "政府信息公开条例第16条"),
    ];

    /// <summary>What people call it.</summary>
    public static string Label(Publication publication) =>
        publication switch
        {
            Publication.Full => "公开",
            Publication.Summary => "摘要公开",
            Publication.Withheld => "不公开",
        };

    /// <summary>《保守国家秘密法》(2024) Art. 31: a text marked as secret is not handled here at all.</summary>
    public static string? Refusal(string text) =>
        SecretMark.IsMatch(text)
            ? "答复中有国家秘密标志，本系统不处理涉密内容。请按保密规定办理，并删去涉密内容。"
            : null;

    /// <summary>Why this decision on publication cannot be taken, or null.</summary>
    /// <param name="reason">Why it is a summary, or the ground for withholding it, in words.</param>
    /// <param name="summary">The summary.</param>
    public static string? RefusalOf(Publication publication, string? reason, string? summary) =>
        publication == Publication.Full ? null
        : string.IsNullOrWhiteSpace(reason) ? "摘要公开或不公开须填写理由。"
        : publication == Publication.Withheld ? null
        : string.IsNullOrWhiteSpace(summary) ? "摘要公开须填写摘要。"
        : Refusal(summary);

    /// <summary>What may be made public: without contact data; null where nothing may.</summary>
    public static string? Of(Publication publication, string text, string? summary) =>
        publication switch
        {
            Publication.Full => ContactData.Redact(text),
            Publication.Summary => ContactData.Redact(summary!.Trim()),
            Publication.Withheld => null,
        };
}
