using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>
/// 截至日期 of a list: written above its table, in a heading or in the name of its sheet. A day by which something is to be
/// done (答复截止, 8月31日前) is none.
/// </summary>
internal static class AsOfDay
{
    private static readonly Regex Stated = new(
        "(截至|统计至|更新至|(填报|填表|更新|统计|数据|制表)(日期|时间|截止|截至)+|报送(日期|时间))((日期|时间)?[:：])?",
        Patterns.Linear
    );

    /// <summary>Of 截止 alone nothing says whether it is a day of the figures; only where a text begins with it and a day.</summary>
    private static readonly Regex Begun = new("(^|[(（])截止", Patterns.Linear);
    private static readonly Regex Deadline = new("(答复|办理|办复|办结|征集|提交|报名|报送|上报)$", Patterns.Linear);
    private static readonly Regex Year = new("(?<year>20[0-9]{2})年", Patterns.Linear);

    /// <summary>
    /// The first day that one of the texts states, and that text. A day without a year takes the one year that the texts name
    /// elsewhere (2026年建议办理台账,截至3月31日); where they name none, or several, it is not guessed.
    /// </summary>
    public static (DateOnly Day, string Said)? In(IReadOnlyList<string> texts)
    {
        var plain = texts.Select(text => Numerals.DatesToDigits(Folding.Squeeze(text))).ToList();
        var years = plain
            .SelectMany(text => Year.Matches(text).Select(m => m.Groups["year"].Value))
            .Distinct()
            .ToList();
        var only = years is [var year] ? new DateOnly(int.Parse(year), 1, 1) : (DateOnly?)null;
        foreach (var words in new[] { Stated, Begun })
        foreach (var (index, text) in plain.Index())
        foreach (Match said in words.Matches(text))
            if (
                !Deadline.IsMatch(text[..said.Index])
                && DayAtTheStart(text[(said.Index + said.Length)..], only) is { } day
            )
                return (day, texts[index].Trim());
        return null;
    }

    private static DateOnly? DayAtTheStart(string text, DateOnly? year)
    {
        var found =
            WrittenDates.Find(text) is [{ Index: <= 1, IsYear: false } whole, ..] ? whole
            : year is null ? null
            : WrittenDates.FindWithoutYear(text, year);
        return found is { Index: <= 1, End: { } day } && !text.Substring(found.Index, found.Length).EndsWith('前')
            ? day
            : null;
    }
}
