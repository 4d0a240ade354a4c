using System.Globalization;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>A time that a holiday sets: 国庆节前 is the day before it.</summary>
/// <param name="LastDay">Null where the year cannot be known.</param>
internal sealed record BeforeHoliday(string Holiday, DateOnly? LastDay)
{
    public ReadTime Of(string raw) =>
        LastDay is null
            ? ReadTime.Of(raw, DeadlineKind.Relative, null, null, $"没有写明年份,不知道是哪一年的{Holiday}") with
            {
                After = new(Holiday, null, null),
            }
            : ReadTime.Of(raw, DeadlineKind.By, LastDay, null, $"按{Holiday}的前一日推定,请核对");
}

/// <summary>
/// Days by which a text sets a time. 全国年节及纪念日放假办法 (the State Council's regulation) fixes 元旦, 劳动节, 国庆节, 妇女节,
/// 青年节, 儿童节 and 建军节 by date, 春节, 端午节 and 中秋节 by the lunar calendar, 清明节 by the sun.
/// </summary>
internal static class Holidays
{
    /// <summary>Words for them, for patterns that search.</summary>
    public const string Words =
        "元旦|春节|农历新年|清明|三八(妇女节)?|妇女节|五一|劳动节|五四(青年节)?|青年节|六一|儿童节|七一|建党节|八一|建军节|端午|教师节|中秋|国庆|十一";

    private static readonly Regex IsBefore = new(
        $"((?<y>(19|20)[0-9]{{2}})年|(?<next>明年)|今年|本年)?[“\"]?(?<h>{Words})[”\"]?(国际)?(劳动)?节?(假期|长假|小长假|假日|放假)?(来临|到来)?(之前|以前|前)(?<both>后)?",
        Patterns.Linear
    );
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <returns>Null where the text says no such thing.</returns>
    public static BeforeHoliday? Before(string text, DateOnly? issued)
    {
        if (IsBefore.Match(text) is not { Success: true } match || match.Groups["both"].Success)
            return null;
        var name = match.Groups["h"].Value;
        if (match.Groups["y"].Success)
            return new(name, Day(name, int.Parse(match.Groups["y"].ValueSpan))?.AddDays(-1));
        if (issued is not { } from)
            return new(name, null);
        if (match.Groups["next"].Success)
            return new(name, Day(name, from.Year + 1)?.AddDays(-1));
        var next = new[] { from.Year, from.Year + 1 }.Select(year => Day(name, year)).FirstOrDefault(day => day > from);
        return new(name, next?.AddDays(-1));
    }

    private static DateOnly? Day(string name, int year) =>
        name[..2] switch
        {
            _ when year is < 2000 or > 2099 => null,
            "元旦" => new(year, 1, 1),
            "三八" or "妇女" => new(year, 3, 8),
            "五一" or "劳动" => new(year, 5, 1),
            "五四" or "青年" => new(year, 5, 4),
            "六一" or "儿童" => new(year, 6, 1),
            "七一" or "建党" => new(year, 7, 1),
            "八一" or "建军" => new(year, 8, 1),
            "教师" => new(year, 9, 10),
            "国庆" or "十一" => new(year, 10, 1),
            "春节" or "农历" => OfLunar(year, 1, 1),
            "端午" => OfLunar(year, 5, 5),
            "中秋" => OfLunar(year, 8, 15),
            "清明" => new DateOnly(year, 4, Qingming(year % 100)),
            _ => null,
        };

    /// <summary>The usual approximation for the 21st century.</summary>
    private static int Qingming(int year) => (int)((year * 0.2422) + 4.81) - (year / 4);

    private static DateOnly OfLunar(int year, int month, int day)
    {
        // The calendar counts a leap month as one more month.
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }
}
