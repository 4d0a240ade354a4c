using System.Globalization;

namespace JointMeeting.Domain.Clocks;

/// <summary>
/// The statutory holidays of a year (《全国年节及纪念日放假办法》, revised 2024-11-10: 13 days from 2025; 11 days before),
/// for years whose notice is not imported. Days moved by a notice are not known, so what rests on this is provisional.
/// </summary>
internal static class StatutoryDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static IEnumerable<DateOnly> Of(int year)
    {
        yield return new DateOnly(year, 1, 1);
        yield return new DateOnly(year, 5, 1);
        for (var day = 1; day <= 3; day++)
            yield return new DateOnly(year, 10, day);
        if (year >= 2025)
            yield return new DateOnly(year, 5, 2);
        // The tables of lunar months and the formula of 清明 end with this century.
        if (year is < 2001 or > 2099)
            yield break;
        yield return Qingming(year);
        yield return OfLunar(year, 5, 5);
        yield return OfLunar(year, 8, 15);
        var newYear = OfLunar(year, 1, 1);
        for (var day = year >= 2025 ? -1 : 0; day <= 2; day++)
            yield return newYear.AddDays(day);
    }

    /// <summary>清明, a solar term: the usual approximation for 2001–2099.</summary>
    private static DateOnly Qingming(int year)
    {
        var y = year - 2000;
        return new DateOnly(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }

    private static DateOnly OfLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        // The calendar numbers months 1 to 13 in a leap year, the leap month included.
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }
}
