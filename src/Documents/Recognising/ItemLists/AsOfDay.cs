using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>截至日期 of a list: written above its table, in a heading or in the name of its sheet.</summary>
internal static class AsOfDay
{
    private static readonly Regex Words = new(
        "(截至|截止|统计至|更新至|(填报|填表|更新|统计|制表|报送)(日期|时间|截止|截至)+)((日期|时间)?[:：])?",
        Patterns.Linear
    );
    private static readonly Regex Year = new("(?<year>20[0-9]{2})年", Patterns.Linear);

    /// <summary>
    /// The first day that one of the texts states. A day without a year takes the one year that the texts name elsewhere
    /// (2026年建议办理台账,截至3月31日); where they name none, or several, it is not guessed.
    /// </summary>
    public static DateOnly? In(IReadOnlyList<string> texts)
    {
        var plain = texts.Select(text => Numerals.DatesToDigits(Folding.Squeeze(text))).ToList();
        var years = plain
            .SelectMany(text => Year.Matches(text).Select(m => m.Groups["year"].Value))
            .Distinct()
            .ToList();
        foreach (var text in plain)
        foreach (Match words in Words.Matches(text))
        {
            var rest = text[(words.Index + words.Length)..];
            if (WrittenDates.Find(rest) is [{ Index: <= 1, IsYear: false, End: { } day }, ..])
                return day;
            if (
                years is [var year]
                && WrittenDates.FindWithoutYear(rest, new DateOnly(int.Parse(year), 1, 1)) is { End: { } within }
            )
                return within;
        }
        return null;
    }
}
