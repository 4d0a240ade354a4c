using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class ClockTests
{
    [Fact]
    public void Both_dates_are_shown_when_the_end_rolls()
    {
        var due = A.Explain(A.Rule(A.Months(3)), A.Started("2026-07-01"));
        Assert.Equal((A.Day("2026-10-01"), A.Day("2026-10-08")), (due.Unrolled, due.Date));
        Assert.Equal(
            $"""
            自2026年7月1日(交办日)起算,当日不计,3个月为2026年10月1日。
            2026年10月1日不是工作日(国庆节),顺延至2026年10月8日;工作请按2026年10月1日安排。
            依据:测试规则。工作日历版本:{A.Calendar.Version}。
            """,
            due.Text()
        );
    }

    [Fact]
    public void A_strict_office_does_not_roll()
    {
        var due = A.Explain(A.Rule(A.Months(3)) with { RollForward = false }, A.Started("2026-07-01"));
        Assert.Equal(A.Day("2026-10-01"), due.Date);
    }

    [Fact]
    public void A_deadline_before_the_meeting_is_counted_back()
    {
        var due = A.Explain(RuleSet.Meeting.Rule("notice", A.Day("2026-10-13"))!, A.Started("2026-10-13"));
        Assert.Equal(A.Day("2026-09-30"), due.Date);
        Assert.Contains(ReasonCode.CountedBack, A.Codes(due));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-12-31", "2026-09-02")]
    public void The_earlier_of_rule_and_fixed_date_holds_and_both_are_shown(string fixedDate, string expected)
    {
        var due = A.Explain(A.Rule(A.Months(3)), A.Started("2026-06-02", fixedDate));
        Assert.Equal(A.Day(expected), due.Unrolled);
        Assert.Contains(
            due.Reasons,
            r => r.Code == ReasonCode.EarlierOfBoth && r.Args is ["2026-09-02", var f, _] && f == fixedDate
        );
    }

    [Fact]
    public void A_pause_gives_back_the_workdays_it_took()
    {
        // 10 workdays from 2026-03-02 end on 03-16; paused Wednesday to Wednesday.
        var due = A.Explain(
            A.Rule(A.Workdays(10)),
            A.Started("2026-03-02"),
            A.Paused("2026-03-04"),
            A.Resumed("2026-03-11")
        );
        Assert.Equal(A.Day("2026-03-23"), due.Date);
    }

    [Fact]
    public void A_pause_gives_back_days_to_a_period_in_months()
    {
        var due = A.Explain(
            A.Rule(A.Months(1)),
            A.Started("2026-03-02"),
            A.Paused("2026-03-04"),
            A.Resumed("2026-03-11")
        );
        Assert.Equal(A.Day("2026-04-09"), due.Date);
    }

    [Fact]
    public void A_pause_after_the_deadline_revives_nothing()
    {
        var due = A.Explain(
            A.Rule(A.Workdays(3)),
            A.Started("2026-03-02"),
            A.Paused("2026-03-05"),
            A.Resumed("2026-03-20")
        );
        Assert.Equal(A.Day("2026-03-05"), due.Date);
        Assert.Contains(ReasonCode.SuspendedInVain, A.Codes(due));
    }

    [Fact]
    public void A_clock_still_paused_says_so()
    {
        var due = A.Explain(A.Rule(A.Workdays(10)), A.Started("2026-03-02"), A.Paused("2026-03-04"));
        Assert.True(due.IsPaused);
        Assert.Equal(A.Day("2026-03-16"), due.Date);
        Assert.Contains(ReasonCode.StillPaused, A.Codes(due));
    }

    [Fact]
    public void Resumed_and_paused_again_on_one_day_is_one_long_pause()
    {
        ClockEvent[] twice =
        [
            A.Started("2026-03-02"),
            A.Paused("2026-03-04"),
            A.Resumed("2026-03-06"),
            A.Paused("2026-03-06"),
            A.Resumed("2026-03-11"),
        ];
        ClockEvent[] once = [A.Started("2026-03-02"), A.Paused("2026-03-04"), A.Resumed("2026-03-11")];
        var rule = A.Rule(A.Workdays(10));
        Assert.Equal(A.Explain(rule, once).Date, A.Explain(rule, twice).Date);
    }

    [Fact]
    public void Extending_three_months_by_three_is_six_months_from_the_start() =>
        Assert.Equal(
            A.Day("2026-05-30"),
            A.Explain(A.Rule(A.Months(3)), A.Started("2025-11-30"), A.Extended("e1", A.Months(3))).Unrolled
        );

    [Fact]
    public void An_extension_also_moves_the_date_a_document_states() =>
        Assert.Equal(
            A.Day("2026-07-30"),
            A.Explain(
                A.Rule(A.Months(3)),
                A.Started("2026-06-02", "2026-06-30"),
                A.Extended("e1", A.Months(1))
            ).Unrolled
        );

    [Fact]
    public void Extensions_beyond_the_cap_are_not_counted()
    {
        var due = A.Explain(
            A.Rule(A.Months(3)) with
            {
                ExtensionCap = A.Months(3),
            },
            A.Started("2026-03-02"),
            A.Extended("e1", A.Months(2)),
            A.Extended("e2", A.Months(2))
        );
        Assert.Equal(A.Day("2026-09-02"), due.Date);
        Assert.Contains(ReasonCode.ExtensionCapped, A.Codes(due));
    }

    [Fact]
    public void A_deadline_in_an_unknown_year_is_provisional_and_says_so()
    {
        var due = A.Explain(A.Rule(A.Months(3)), A.Started("2026-11-23"));
        Assert.True(due.Provisional);
        Assert.Contains("2027年放假安排尚未导入", due.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_without_start_or_date_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => A.Explain(A.Rule(A.Months(3))));
        Assert.Throws<ArgumentException>(() => A.Explain(A.Rule(null), A.Started("2026-03-02")));
    }
}
