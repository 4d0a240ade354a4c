using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts.Coverage;

/// <summary>
/// 联合发文单位数: a text that says how many organs issue it jointly (等六部门联合印发) is compared with the organs that are
/// to sign. A difference is asked about, not decided: the issuing organ may have counted itself or not.
/// </summary>
public static class StatedOrgans
{
    private const string Digits = "一二三四五六七八九";

    private static readonly Regex Stated = new(
        "(联合|会同)[^。；]{0,120}等([0-9]{1,2}|[一二三四五六七八九十]{1,3})个?(部门|单位|机关)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );
    private static readonly Regex Number = new(
        "等(?<count>[0-9]{1,2}|[一二三四五六七八九十]{1,3})个?(部门|单位|机关)",
        RegexOptions.ExplicitCapture
    );

    /// <summary>The first number stated that is not that of the organs; null where none is, or they agree.</summary>
    public static int? Otherwise(IEnumerable<string> texts, int organs) =>
        texts
            .SelectMany(t => Stated.Matches(t))
            .SelectMany(m => Number.Matches(m.Value))
            .Select(m => Count(m.Groups["count"].Value))
            .FirstOrDefault(n => n is not null && n != organs);

    private static int? Count(string text)
    {
        if (int.TryParse(text, out var ascii))
            return ascii;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Length == 1 ? Digits.IndexOf(text[0]) + 1 : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0]) + 1;
        var ones = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1]) + 1;
        return ten <= 1 ? (tens * 10) + ones : null;
    }
}
