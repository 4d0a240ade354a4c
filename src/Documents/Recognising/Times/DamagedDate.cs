using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// Dates that lost 年, 月 or 日 on the way. A month needs 月 to stay (20228月底前); a full date is accepted only
/// if exactly one split into month and day without leading zeros exists (201937日), otherwise a person is asked (2024111).
/// </summary>
public static class DamagedDate
{
    private static readonly Regex YearMonth = new(
        "(?<y>(19|20)[0-9]{2})(?<m>1[0-2]|[1-9])(?<t>月(底|末|初|上旬|中旬|下旬)?(之前|以前|前)?)",
        Patterns.Linear
    );
    private static readonly Regex Whole = new(
        "^(?<y>(19|20)[0-9]{2})(?<md>[0-9]{2,4})(日?|日(?<t>之前|以前|前))$",
        Patterns.Linear
    );
    private static readonly Regex LostDay = new(
        "^(?<y>(19|20)[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})(?<t>之前|以前|前)?$",
        Patterns.Linear
    );

    private static readonly Regex DayOfMonth = new(
        "^(?<b>[^0-9]{0,6})(?<m>1[0-2]|[1-9])(月|(?<dot>[.]))(?<d>3[01]|[12][0-9]|0?[1-9])(?<t>(之前|以前|前)([^0-9]{0,12}))?$",
        Patterns.Linear
    );

    /// <summary>6月30前, 6.30前 → 6月30日前; null for anything else.</summary>
    public static string? RepairDayOfMonth(string text) =>
        DayOfMonth.Match(text) is { Success: true } match && (match.Groups["t"].Success || !match.Groups["dot"].Success)
            ? $"{match.Groups["b"].Value}{match.Groups["m"].Value}月{match.Groups["d"].Value}日{match.Groups["t"].Value}"
            : null;

    /// <summary>20228月底前出台 → 2022年8月底前出台; null when no year-month lost its 年.</summary>
    public static string? RepairYearMonth(string text)
    {
        var match = YearMonth.Match(text);
        var standsAlone = match.Success && (match.Index == 0 || !char.IsAsciiDigit(text[match.Index - 1]));
        if (!standsAlone)
            return null;
        var repaired = $"{match.Groups["y"].Value}年{match.Groups["m"].Value}{match.Groups["t"].Value}";
        return text[..match.Index] + repaired + text[(match.Index + match.Length)..];
    }

    /// <summary>A full date that lost signs: the only valid reading and its repaired text, or nulls when there are none or several.</summary>
    /// <param name="several">True when more than one reading is valid: ask.</param>
    public static (DateOnly Date, string Repaired)? RepairDay(string text, out bool several)
    {
        several = false;
        if (LostDay.Match(text) is { Success: true } lost)
            return Day(lost, lost.Groups["m"].Value, lost.Groups["d"].Value);
        var whole = Whole.Match(text);
        if (!whole.Success)
            return null;
        var digits = whole.Groups["md"].Value;
        var readings = Enumerable
            .Range(1, digits.Length - 1)
            .Where(at => digits[0] != '0' && digits[at] != '0')
            .Select(at => Day(whole, digits[..at], digits[at..]))
            .OfType<(DateOnly, string)>()
            .ToList();
        several = readings.Count > 1;
        return readings.Count == 1 ? readings[0] : null;
    }

    private static (DateOnly, string)? Day(Match match, string month, string day)
    {
        var (y, m, d) = (int.Parse(match.Groups["y"].ValueSpan), int.Parse(month), int.Parse(day));
        if (m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return null;
        return (new(y, m, d), $"{y}年{m}月{d}日{match.Groups["t"].Value}");
    }
}
