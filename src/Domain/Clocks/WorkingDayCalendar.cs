using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace JointMeeting.Domain.Clocks;

/// <summary>
/// The national working-day calendar (工作日历), from the yearly notices of the State Council General Office.
/// Dates are days in Asia/Shanghai. Immutable: an imported year gives a new calendar with a new version.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>No deadline of this work is further away; a larger number is a slip of the keyboard.</summary>
    public const int MostWorkdays = 10_000;

    private readonly ImmutableSortedDictionary<int, WorkdayYear> _years;
    private readonly Dictionary<DateOnly, string> _offDays = [];
    private readonly HashSet<DateOnly> _makeUpWorkdays = [];
    private readonly Dictionary<int, HashSet<DateOnly>> _statutory = [];

    private WorkingDayCalendar(ImmutableSortedDictionary<int, WorkdayYear> years)
    {
        _years = years;
        foreach (var year in years.Values)
        {
            foreach (var off in year.OffDays)
            foreach (var day in off.Days)
                _offDays[day] = off.Name;
            // Where two notices speak of one December day, the later notice is the newer word.
            foreach (var day in year.OffDays.SelectMany(o => o.Days))
                _makeUpWorkdays.Remove(day);
            foreach (var day in year.MakeUpWorkdays)
            {
                _makeUpWorkdays.Add(day);
                _offDays.Remove(day);
            }
        }
        Version = $"cn-{Span(years.Keys)}-{Fingerprint()}";
    }

    private sealed record Notices(IReadOnlyList<WorkdayYear> Years);

    /// <summary>The calendar this program carries: 2016 to 2026.</summary>
    public static WorkingDayCalendar Embedded { get; } = Of(DataForm.Embedded<Notices>("workdays-cn.json").Years);

    /// <summary>The years a notice covers, ascending.</summary>
    public IEnumerable<int> CoveredYears => _years.Keys;

    /// <summary>Names the data a date was counted with, such as <c>cn-2016-2026-1a2b3c4d</c>.</summary>
    public string Version { get; }

    public static WorkingDayCalendar Of(IEnumerable<WorkdayYear> years)
    {
        var byYear = years.ToImmutableSortedDictionary(y => y.Year, y => y);
        foreach (var year in byYear.Values)
            year.Check();
        return new(byYear);
    }

    /// <summary>Adds a year, or replaces one whose notice was changed during the year (as in 2019 and 2020).</summary>
    /// <exception cref="FormatException">Bad input; the Chinese message says what to correct.</exception>
    public WorkingDayCalendar WithYear(string json) => WithYear(WorkdayYear.Parse(json));

    public WorkingDayCalendar WithYear(WorkdayYear year)
    {
        year.Check();
        return new(_years.SetItem(year.Year, year));
    }

    public bool Covers(int year) => _years.ContainsKey(year);

    /// <summary>The notice a day's year rests on; null where none is imported.</summary>
    public string? SourceOf(int year) => _years.GetValueOrDefault(year)?.Source;

    /// <summary>In a year without a notice: Monday to Friday except statutory holidays, which is provisional.</summary>
    public bool IsWorkday(DateOnly date)
    {
        if (_makeUpWorkdays.Contains(date))
            return true;
        if (_offDays.ContainsKey(date) || date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return false;
        return Covers(date.Year) || !Statutory(date.Year).Contains(date);
    }

    /// <summary>Why a day is off: the holiday's name, 周末, or null for a workday.</summary>
    public string? WhyOff(DateOnly date) =>
        IsWorkday(date) ? null
        : _offDays.TryGetValue(date, out var name) ? name
        : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "周末"
        : "法定节假日";

    /// <summary>
    /// The n-th workday after <paramref name="date"/>, which itself is not counted (民法典 201);
    /// with n below 0 the n-th workday before it; with 0 the date itself.
    /// </summary>
    public CountedDay AddWorkdays(DateOnly date, int n)
    {
        if (n is < -MostWorkdays or > MostWorkdays)
            throw new ArgumentOutOfRangeException(nameof(n), $"工作日数请填 ±{MostWorkdays} 以内的整数。");
        int? uncovered = null;
        for (var left = Math.Abs(n); left > 0; )
        {
            date = date.AddDays(Math.Sign(n));
            uncovered ??= Covers(date.Year) ? null : date.Year;
            left -= IsWorkday(date) ? 1 : 0;
        }
        return new(date, uncovered);
    }

    /// <summary>Workdays after <paramref name="a"/> up to and including <paramref name="b"/>; negative when b is earlier.</summary>
    public int WorkdaysBetween(DateOnly a, DateOnly b)
    {
        if (b < a)
            return -WorkdaysBetween(b, a);
        var count = 0;
        for (var day = a; day < b; )
        {
            day = day.AddDays(1);
            count += IsWorkday(day) ? 1 : 0;
        }
        return count;
    }

    public CountedDay NextWorkdayOnOrAfter(DateOnly date) => Nearest(date, 1);

    public CountedDay LastWorkdayOnOrBefore(DateOnly date) => Nearest(date, -1);

    /// <summary>A period that ends on a holiday or weekend runs to the next workday (民法典 203).</summary>
    public RolledDay RollForward(DateOnly date)
    {
        var next = NextWorkdayOnOrAfter(date);
        return new(date, next.Date, next.UncoveredYear);
    }

    /// <summary>What a person is told when a date rests on a year without a notice; null when there is none.</summary>
    public static string? Warning(int? uncoveredYear) =>
        uncoveredYear is int year
            ? $"{year}年放假安排尚未导入,本日期按周末和法定节假日暂算;请管理员导入{year}年放假通知后重新计算。"
            : null;

    private CountedDay Nearest(DateOnly date, int step)
    {
        int? uncovered = Covers(date.Year) ? null : date.Year;
        while (!IsWorkday(date))
        {
            date = date.AddDays(step);
            uncovered ??= Covers(date.Year) ? null : date.Year;
        }
        return new(date, uncovered);
    }

    private HashSet<DateOnly> Statutory(int year)
    {
        lock (_statutory)
            return _statutory.TryGetValue(year, out var days) ? days : _statutory[year] = [.. StatutoryDays.Of(year)];
    }

    private static string Span(IEnumerable<int> years) => years.Any() ? $"{years.First()}-{years.Last()}" : "none";

    private string Fingerprint()
    {
        var facts = _years
            .Keys.Select(y => $"{y}")
            .Concat(_offDays.Keys.Order().Select(d => $"-{d:yyyyMMdd}"))
            .Concat(_makeUpWorkdays.Order().Select(d => $"+{d:yyyyMMdd}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', facts))))[..8];
    }
}
