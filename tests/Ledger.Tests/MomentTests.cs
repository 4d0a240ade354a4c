using FsCheck;
using FsCheck.Fluent;

namespace JointMeeting.Ledger.Tests;

public class MomentTests
{
    /// <summary>From 1970 to 2100, in any zone.</summary>
    private static Arbitrary<DateTimeOffset> AnyTime =>
        (
            from seconds in Gen.Choose(0, int.MaxValue)
            from twice in Gen.Choose(0, 1)
            from microseconds in Gen.Choose(0, 999_999)
            from zone in Gen.Choose(-12, 14)
            select DateTimeOffset
                .UnixEpoch.AddSeconds(seconds + ((double)twice * int.MaxValue))
                .AddMicroseconds(microseconds)
                .ToOffset(TimeSpan.FromHours(zone))
        ).ToArbitrary();

    [Fact]
    public void A_time_is_read_back_as_it_was_stored_to_the_microsecond() =>
        Prop.ForAll(AnyTime, at => Moment.Time(Moment.Text(at)) == at).QuickCheckThrowOnFailure();

    [Fact]
    public void Stored_times_sort_as_the_times_do() =>
        Prop.ForAll(
                AnyTime,
                AnyTime,
                (a, b) =>
                    Math.Sign(string.CompareOrdinal(Moment.Text(a), Moment.Text(b)))
                    == Math.Sign(a.UtcTicks.CompareTo(b.UtcTicks))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_time_is_stored_as_utc() =>
        Assert.Equal(
            "2026-03-01T23:30:00.000001Z",
            Moment.Text(new DateTimeOffset(2026, 3, 2, 7, 30, 0, TimeSpan.FromHours(8)).AddMicroseconds(1))
        );

    [Fact]
    public void A_day_is_read_back_as_it_was_stored() =>
        Assert.Equal(new DateOnly(2026, 2, 28), Moment.Day(Moment.Text(new DateOnly(2026, 2, 28))));

    [Theory]
    [InlineData("2026-03-02T15:59:59.999999Z", "2026-03-02")]
    [InlineData("2026-03-02T16:00:00.000000Z", "2026-03-03")]
    [InlineData("2026-12-31T16:00:00.000000Z", "2027-01-01")]
    public void The_day_in_China_begins_at_midnight_there(string at, string day) =>
        Assert.Equal(day, Moment.Text(Moment.DayInChina(Moment.Time(at))));

    [Fact]
    public void An_hour_of_a_day_is_one_in_China() =>
        Assert.Equal(
            "2026-03-02T01:00:00.000000Z",
            Moment.Text(Moment.At(new DateOnly(2026, 3, 2), new TimeOnly(9, 0)))
        );

    [Theory]
    [InlineData("2026-03-02 09:00")]
    [InlineData("")]
    public void A_text_of_another_form_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Moment.Time(text));
}
