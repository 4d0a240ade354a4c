using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class MonthsTests
{
    private static readonly Arbitrary<DateOnly> AnyDay = Arb.From(
        Gen.Choose(A.Day("2000-01-01").DayNumber, A.Day("2090-12-31").DayNumber).Select(DateOnly.FromDayNumber)
    );

    [Fact]
    public void Months_end_and_roll_as_in_the_shared_vectors() =>
        Assert.All(
            Shared.Json("domain/vectors.json").GetProperty("monthPeriods").EnumerateArray(),
            v =>
            {
                var rolled = Months.Add(Day(v, "start"), v.GetProperty("months").GetInt32(), A.Calendar);
                Assert.Equal(Day(v, "end"), rolled.Unrolled);
                if (v.TryGetProperty("rolled", out _))
                    Assert.Equal(Day(v, "rolled"), rolled.Date);
            }
        );

    [Fact]
    public void Both_dates_are_shown_when_the_last_day_is_off()
    {
        var rolled = Months.Add(A.Day("2026-07-01"), 3, A.Calendar);
        Assert.Equal((A.Day("2026-10-01"), A.Day("2026-10-08"), true), (rolled.Unrolled, rolled.Date, rolled.Moved));
    }

    [Fact]
    public void A_period_that_rolls_into_an_unknown_year_is_provisional() =>
        Assert.True(Months.Add(A.Day("2026-10-01"), 3, A.Calendar).Provisional);

    [Fact]
    public void A_month_ends_on_the_same_day_number_or_the_months_last_day() =>
        Prop.ForAll(
                AnyDay,
                Arb.From(Gen.Choose(-24, 24)),
                (date, n) =>
                {
                    var end = Months.Add(date, n);
                    var months = ((end.Year - date.Year) * 12) + end.Month - date.Month;
                    return months == n
                        && (
                            end.Day == date.Day
                            || (end.Day < date.Day && end.Day == DateTime.DaysInMonth(end.Year, end.Month))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Day(JsonElement row, string name) => A.Day(row.GetProperty(name).GetString()!);
}
