using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>A calendar expression with a year, and the last day it covers.</summary>
/// <param name="End">Null when no such day exists (2月30日).</param>
/// <param name="Bounded">It says 前, 底, 末 or 内: a limit rather than a day.</param>
/// <param name="IsDay">It names one day.</param>
/// <param name="IsYear">It names nothing but a year.</param>
internal sealed record WrittenDate(int Index, int Length, DateOnly? End, bool Bounded, bool IsDay, bool IsYear);

/// <summary>Finds 2022年8月底前, 2024年上半年, 2024-03-19 and the like in squeezed text with ASCII digits.</summary>
internal static class WrittenDates
{
    private const string Part =
        "(年?底|年?末|年?内|上半年|下半年|第?[一二三四1-4]季度|上旬|中旬|下旬|初)?(末|底)?(之前|以前|前)?";
    private static readonly Regex Written = new(
        $"(?<y>(19|20)[0-9]{{2}})(年((?<m>[0-9]{{1,2}})月((?<d>[0-9]{{1,2}})(日|号))?)?|[-./](?<m>[0-9]{{1,2}})[-./](?<d>[0-9]{{1,2}}))(?<part>{Part})",
        Patterns.Linear
    );
    private static readonly Regex WithoutYear = new(
        "^((?<next>明年)|今年|本年度?|当年|(?<whole>全年)|年)?(([0-9]{1,2}(-|—|–|－|~|～|至|到)+)?((?<this>本月|当月)|(?<following>下月)|(?<m>[0-9]{1,2})月)((?<d>[0-9]{1,2})(日|号))?)?"
            + $"(?<part>{Part})",
        Patterns.Linear
    );

    public static IReadOnlyList<WrittenDate> Find(string text)
    {
        var found = new List<WrittenDate>();
        foreach (Match match in Written.Matches(text))
            if (match.Index == 0 || !char.IsAsciiDigit(text[match.Index - 1]))
                found.Add(Read(match, int.Parse(match.Groups["y"].Value)));
        return found;
    }

    /// <summary>8月底前, 今年年底前, 本月底前: year and month are taken from the document's date and so inferred.</summary>
    public static WrittenDate? FindWithoutYear(string text, DateOnly? issued)
    {
        var match = WithoutYear.Match(text);
        var (isThis, isNext) = (match.Groups["this"].Success, match.Groups["following"].Success);
        var says =
            match.Success
            && (
                match.Groups["whole"].Success
                || match.Groups["m"].Success
                || isThis
                || isNext
                || match.Groups["part"].Length > 0
            );
        if (!says)
            return null;
        var day = issued ?? new DateOnly(2000, 1, 1);
        var near = isNext ? day.AddMonths(1) : day;
        var year = match.Groups["next"].Success ? day.Year + 1 : near.Year;
        return Read(match, year, isThis || isNext ? near.Month : null);
    }

    private static WrittenDate Read(Match match, int year, int? known = null)
    {
        var part = match.Groups["part"].Value;
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value) : known;
        int? day = match.Groups["d"].Success ? int.Parse(match.Groups["d"].Value) : null;
        var bounded = part.AsSpan().IndexOfAny("底末内前") >= 0;
        return new(
            match.Index,
            match.Length,
            End(year, month, day, part),
            bounded,
            day is not null,
            month is null && part.Length == 0
        );
    }

    private static DateOnly? End(int year, int? month, int? day, string part)
    {
        if (month is null)
            return part switch
            {
                _ when part.StartsWith("上半年") || part.Contains("二季度") || part.Contains("2季度") => new(
                    year,
                    6,
                    30
                ),
                _ when part.Contains("一季度") || part.Contains("1季度") => new(year, 3, 31),
                _ when part.Contains("三季度") || part.Contains("3季度") => new(year, 9, 30),
                _ => new DateOnly(year, 12, 31),
            };
        if (month is < 1 or > 12)
            return null;
        var last = DateTime.DaysInMonth(year, month.Value);
        var end =
            day
            ?? (
                part.StartsWith("上旬") || part.StartsWith('初') ? 10
                : part.StartsWith("中旬") ? 20
                : last
            );
        return end >= 1 && end <= last ? new DateOnly(year, month.Value, end) : null;
    }
}
