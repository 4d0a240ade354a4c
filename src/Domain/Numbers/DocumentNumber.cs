using System.Text;
using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Numbers;

/// <summary>
/// A document number (发文字号): agency code, year in 〔 〕, number without padding, 号.
/// Source: GB/T 9704-2012 7.2.5. What was lost on the way is proposed, never taken as written.
/// </summary>
/// <param name="Raw">The text as given.</param>
/// <param name="Code">The agency's code (机关代字), null where it is missing.</param>
/// <param name="Canonical">The form to use; a proposal unless the status is valid or normalise. Null when incomplete or rejected.</param>
/// <param name="Lost">The signs a repair adds.</param>
/// <param name="Why">Why the text is not simply valid, in Chinese; null when it is.</param>
public sealed record DocumentNumber(
    string Raw,
    DocumentNumberStatus Status,
    string? Code,
    int? Year,
    int? Number,
    string? Canonical,
    IReadOnlyList<string> Lost,
    string? Why
)
{
    private const int LongestNumber = 60;

    private static readonly Regex Strict = Pattern(
        @"^(?<c>[\u4e00-\u9fa5]{1,20})〔(?<y>(19|20)[0-9]{2})〕(?<n>[1-9][0-9]{0,4})号$"
    );
    private static readonly Regex Partial = Pattern(@"^〔(?<y>(19|20)[0-9]{2})〕(?<n>[1-9][0-9]{0,4})号$");
    private static readonly Regex Forbidden = Pattern(
        @"^(?<c>[\u4e00-\u9fa5]{1,20})〔(?<y>(19|20)[0-9]{2})〕第?0*(?<n>[1-9][0-9]{0,4})号$"
    );
    private static readonly Regex Damaged = Pattern(
        @"^(?<c>[\u4e00-\u9fa5]{2,20})[〔(（]?(?<y>(19|20)[0-9]{2})[〕)）]?第?0*(?<n>[1-9][0-9]{0,4})号?$"
    );

    /// <summary>Reads a text that stands where a document number is expected.</summary>
    /// <param name="today">Refuses years later than the next one.</param>
    public static DocumentNumber Parse(string raw, DateOnly today)
    {
        var text = Normalised(raw);
        if (text.Length > LongestNumber)
            return Rejected(raw, "文字过长,不是发文字号");
        if (Strict.Match(text) is { Success: true } strict)
            return raw == text
                ? Read(raw, strict, DocumentNumberStatus.Valid, null, today)
                : Read(raw, strict, DocumentNumberStatus.Normalise, "括号、空格或数字已改为规范写法", today);
        if (Partial.Match(text) is { Success: true } partial)
            return Read(raw, partial, DocumentNumberStatus.Incomplete, "缺少机关代字,请补全", today);
        if (Forbidden.Match(text) is { Success: true } forbidden)
            return Read(
                raw,
                forbidden,
                DocumentNumberStatus.RejectStrict,
                "序号前不加“第”,也不编虚位(GB/T 9704)",
                today
            );
        if (Damaged.Match(text) is { Success: true } damaged)
            return Read(raw, damaged, DocumentNumberStatus.Repair, "字号不完整,已给出建议写法,请核对", today) with
            {
                Lost = [.. new[] { "〔", "〕", "号" }.Where(sign => !text.Contains(sign))],
            };
        return Rejected(raw, "不是发文字号:应为“机关代字〔四位年份〕序号号”");
    }

    /// <summary>Spaces out, the usual bracket forms to 〔 〕, full-width digits to ASCII; nothing else is touched.</summary>
    public static string Normalised(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var sign in raw)
            if (!char.IsWhiteSpace(sign) && sign is not ('\u200b' or '\ufeff'))
                text.Append(
                    sign switch
                    {
                        '[' or '［' or '【' or '﹝' => '〔',
                        ']' or '］' or '】' or '﹞' => '〕',
                        >= '０' and <= '９' => (char)(sign - '０' + '0'),
                        _ => sign,
                    }
                );
        return text.ToString();
    }

    private static DocumentNumber Read(
        string raw,
        Match match,
        DocumentNumberStatus status,
        string? why,
        DateOnly today
    )
    {
        var year = int.Parse(match.Groups["y"].ValueSpan);
        if (year > today.Year + 1)
            return Rejected(raw, $"年份 {year} 晚于明年,不是有效的发文字号");
        var number = int.Parse(match.Groups["n"].ValueSpan);
        var code = match.Groups["c"] is { Success: true } group ? group.Value : null;
        return new(raw, status, code, year, number, code is null ? null : $"{code}〔{year}〕{number}号", [], why);
    }

    private static DocumentNumber Rejected(string raw, string why) =>
        new(raw, DocumentNumberStatus.Reject, null, null, null, null, [], why);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking);
}
