using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

/// <summary>
/// Pause, extend and take the extension back, in any order: the failure other systems had (CTS#2731, #2818).
/// </summary>
public class ClockInAnyOrderTests
{
    private static readonly ClockEvent[] PausedExtendedAndTakenBack =
    [
        A.Started("2026-03-02"),
        A.Paused("2026-03-10"),
        A.Resumed("2026-03-17"),
        A.Extended("e1", A.Workdays(10)),
        A.Extended("e2", A.Months(1)),
        A.Revoked("e1"),
    ];

    /// <summary>The period ends on 03-12, a month later is 04-12, the pause adds 5 workdays or 7 days.</summary>
    [Theory]
    [InlineData(8, PeriodUnit.Workday, "2026-04-17")]
    [InlineData(10, PeriodUnit.Day, "2026-04-19")]
    public void CTS_2731_and_2818_pause_extend_and_remove_the_extension(int amount, PeriodUnit unit, string expected)
    {
        var dues = Orders(PausedExtendedAndTakenBack)
            .Select(events => Clock.Explain(events, A.Rule(new(amount, unit)), A.Calendar))
            .ToList();
        Assert.Equal(720, dues.Count);
        Assert.Equal([A.Day(expected)], dues.Select(d => d.Unrolled).Distinct());
        Assert.Single(dues.Select(d => d.Text()).Distinct());
    }

    [Fact]
    public void Any_events_in_any_order_give_the_same_explanation() =>
        Prop.ForAll(
                AnyClock,
                Arb.From(Gen.Choose(0, int.MaxValue)),
                (clock, seed) =>
                {
                    var shuffled = clock.Events.OrderBy(e => HashCode.Combine(seed, e)).ToList();
                    return Explain(clock).Text() == Explain(clock with { Events = shuffled }).Text();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_event_delivered_twice_counts_once() =>
        Prop.ForAll(
                AnyClock,
                clock =>
                    Explain(clock).Text() == Explain(clock with { Events = [.. clock.Events, .. clock.Events] }).Text()
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_extension_taken_back_is_as_if_it_had_never_been() =>
        Prop.ForAll(
                AnyClock,
                AnyPeriod.ToArbitrary(),
                (clock, period) =>
                {
                    var takenBack = clock with { Events = [.. clock.Events, A.Extended("x", period), A.Revoked("x")] };
                    var (before, after) = (Explain(clock), Explain(takenBack));
                    return (before.Unrolled, before.Date) == (after.Unrolled, after.Date);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_extension_never_makes_a_deadline_earlier() =>
        Prop.ForAll(
                AnyClock,
                AnyPeriod.ToArbitrary(),
                (clock, period) =>
                    Explain(clock with { Events = [.. clock.Events, A.Extended("x", period)] }).Unrolled
                    >= Explain(clock).Unrolled
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_stored_explanation_replays_to_the_same_dates() =>
        Prop.ForAll(
                AnyClock,
                clock =>
                {
                    var stored = Explanation.Of(clock.Events, clock.Rule, A.Calendar);
                    var replayed = Explanation.Parse(stored.ToJson()).Replay(A.Calendar);
                    return replayed is { SameDates: true, SameCalendar: true }
                        && replayed.Due.Text() == stored.Due.Text();
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>A reply sent back is asked for again by the same day, whatever was extended, revoked or paused.</summary>
    [Fact]
    public void A_period_that_goes_on_under_another_clock_ends_on_the_same_day() =>
        Prop.ForAll(
                AnyClock,
                clock =>
                {
                    var ids = 0;
                    var goesOn = PeriodGoesOn.Of(clock.Events, () => $"new{ids++}");
                    var again = clock with { Events = [clock.Events.OfType<Started>().First(), .. goesOn] };
                    var (before, after) = (Explain(clock), Explain(again));
                    return (before.Unrolled, before.Date, before.IsPaused)
                            == (after.Unrolled, after.Date, after.IsPaused)
                        && goesOn.OfType<Extended>().All(e => e.Id.StartsWith("new", StringComparison.Ordinal))
                        && !goesOn.OfType<Revoked>().Any();
                }
            )
            .QuickCheckThrowOnFailure();

    private sealed record SomeClock(DeadlineRule Rule, IReadOnlyList<ClockEvent> Events);

    private static Due Explain(SomeClock clock) => Clock.Explain(clock.Events, clock.Rule, A.Calendar);

    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 120).Select(A.Day("2026-03-02").AddDays);

    private static readonly Gen<Period> AnyPeriod =
        from amount in Gen.Choose(1, 8)
        from unit in Gen.Elements(Enum.GetValues<PeriodUnit>())
        select new Period(amount, unit);

    private static readonly Gen<ClockEvent> AnyChange = Gen.OneOf(
        AnyDay.Select(day => (ClockEvent)new Paused(day, "王一", "等待意见")),
        AnyDay.Select(day => (ClockEvent)new Resumed(day, "李二", "意见已到")),
        from id in Gen.Elements("a", "b", "c")
        from period in AnyPeriod
        // One id is one extension: the same id with another period would be another fact.
        select (ClockEvent)A.Extended($"{id}{period.Text}", period),
        from id in Gen.Elements("a", "b", "c")
        from period in AnyPeriod
        select (ClockEvent)A.Revoked($"{id}{period.Text}")
    );

    private static readonly Arbitrary<SomeClock> AnyClock = Arb.From(
        from start in AnyDay
        from fixedDate in Gen.OneOf(Gen.Constant<DateOnly?>(null), AnyDay.Select(d => (DateOnly?)d.AddDays(20)))
        from period in AnyPeriod
        from cap in Gen.OneOf(Gen.Constant<Period?>(null), AnyPeriod.Select(p => (Period?)p))
        from changes in Gen.ListOf(AnyChange)
        select new SomeClock(A.Rule(period) with { ExtensionCap = cap }, [new Started(start, fixedDate), .. changes])
    );

    private static IEnumerable<ClockEvent[]> Orders(ClockEvent[] events) =>
        events.Length <= 1
            ? [events]
            : events.SelectMany(
                (first, i) =>
                    Orders([.. events[..i], .. events[(i + 1)..]]).Select(rest => (ClockEvent[])[first, .. rest])
            );
}
