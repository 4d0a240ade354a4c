using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>
/// What in a row of a ledger, beside its status, says that the item was answered. Only words that nothing else can mean
/// count; the rest is shown to the person who judges.
/// </summary>
public static partial class ToldAnswer
{
    /// <summary>The first of it, in Chinese; null where nothing says so. A day after the as-of date was no fact on it.</summary>
    public static string? In(
        DateOnly? repliedOn,
        DateOnly? closedOn,
        string? number,
        string? replyClass,
        string? feedback,
        DateOnly asOf
    ) =>
        repliedOn <= asOf ? $"答复日期 {repliedOn:yyyy年M月d日}"
        : closedOn <= asOf ? $"办结日期 {closedOn:yyyy年M月d日}"
        : !string.IsNullOrWhiteSpace(number) && number.Any(char.IsAsciiDigit) ? $"答复文号“{number.Trim()}”"
        : replyClass is not null && Letter().IsMatch(replyClass.Trim()) ? $"答复类别“{replyClass.Trim()}”"
        : feedback is not null && Attitude().IsMatch(feedback.Trim()) ? "已有代表（委员）反馈"
        : null;

    [GeneratedRegex("^[A-Ga-gＡ-Ｇ][0-9]? *类?$", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex("^(非常|很|比较|基本|不)?满意$", RegexOptions.ExplicitCapture)]
    private static partial Regex Attitude();
}
