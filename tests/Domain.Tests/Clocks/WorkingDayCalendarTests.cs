using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;

    private static readonly Arbitrary<DateOnly> CoveredDay = Arb.From(
        Gen.Choose(A.Day("2016-01-01").DayNumber, A.Day("2026-12-31").DayNumber).Select(DateOnly.FromDayNumber)
    );

    private static readonly Arbitrary<int> Count = Arb.From(Gen.Choose(1, 120));

    [Fact]
    public void Workdays_are_counted_as_in_the_shared_vectors()
    {
        var vectors = Shared.Json("domain/holidays-cn.json").GetProperty("testVectors");
        Assert.All(
            vectors.GetProperty("addWorkdays").EnumerateArray(),
            v =>
                Assert.Equal(Day(v, "expect"), Calendar.AddWorkdays(Day(v, "from"), v.GetProperty("n").GetInt32()).Date)
        );
        Assert.All(
            vectors.GetProperty("workdaysBetweenExclusiveInclusive").EnumerateArray(),
            v => Assert.Equal(v.GetProperty("expect").GetInt32(), Calendar.WorkdaysBetween(Day(v, "a"), Day(v, "b")))
        );
    }

    [Fact]
    public void Every_month_has_as_many_workdays_as_in_the_shared_calendar()
    {
        Assert.All(
            Shared.Json("domain/holidays-cn.json").GetProperty("years").EnumerateArray(),
            year =>
                Assert.Equal(
                    year.GetProperty("workdaysByMonth").EnumerateArray().Select(n => n.GetInt32()),
                    Enumerable.Range(1, 12).Select(m => WorkdaysIn(year.GetProperty("year").GetInt32(), m))
                )
        );
    }

    [Fact]
    public void Every_day_off_carries_the_name_in_the_shared_calendar() =>
        Assert.All(
            Shared
                .Json("domain/holidays-cn.json")
                .GetProperty("years")
                .EnumerateArray()
                .SelectMany(y => y.GetProperty("offDays").EnumerateArray()),
            off => Assert.Equal(off.GetProperty("name").GetString(), Calendar.WhyOff(Day(off, "date")))
        );

    [Theory]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-09-30", 7, "2026-10-15")]
    [InlineData("2019-04-30", 1, "2019-05-05")]
    [InlineData("2018-12-28", 1, "2018-12-29")]
    [InlineData("2026-05-11", -5, "2026-04-30")]
    [InlineData("2026-05-02", 0, "2026-05-02")]
    public void Counting_starts_on_the_next_day(string from, int n, string expected) =>
        Assert.Equal(new CountedDay(A.Day(expected), null), Calendar.AddWorkdays(A.Day(from), n));

    [Fact]
    public void Adding_then_subtracting_returns_to_the_same_workday() =>
        Prop.ForAll(
                CoveredDay,
                Count,
                (date, n) =>
                {
                    var workday = Calendar.NextWorkdayOnOrAfter(date).Date;
                    var there = Calendar.AddWorkdays(workday, n).Date;
                    return Calendar.AddWorkdays(there, -n).Date == workday;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_workdays_between_a_day_and_n_workdays_later_are_n() =>
        Prop.ForAll(
                CoveredDay,
                Count,
                (date, n) =>
                {
                    var later = Calendar.AddWorkdays(date, n).Date;
                    return Calendar.IsWorkday(later)
                        && Calendar.WorkdaysBetween(date, later) == n
                        && Calendar.WorkdaysBetween(later, date) == -n;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_in_two_steps_is_counting_at_once() =>
        Prop.ForAll(
                CoveredDay,
                Count,
                Count,
                (date, n, m) =>
                    Calendar.AddWorkdays(Calendar.AddWorkdays(date, n).Date, m).Date
                    == Calendar.AddWorkdays(date, n + m).Date
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_no_one_means_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkdays(A.Day("2026-01-05"), int.MinValue));

    [Fact]
    public void A_day_off_says_why()
    {
        Assert.Equal("国庆节", Calendar.WhyOff(A.Day("2026-10-01")));
        Assert.Equal("周末", Calendar.WhyOff(A.Day("2026-11-21")));
        Assert.Null(Calendar.WhyOff(A.Day("2026-02-14")));
    }

    private static int WorkdaysIn(int year, int month) =>
        Enumerable
            .Range(1, DateTime.DaysInMonth(year, month))
            .Count(day => Calendar.IsWorkday(new DateOnly(year, month, day)));

    private static DateOnly Day(JsonElement row, string name) => A.Day(row.GetProperty(name).GetString()!);
}
