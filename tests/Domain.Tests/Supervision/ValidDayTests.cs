using JointMeeting.Domain.Supervision;

namespace JointMeeting.Domain.Tests.Supervision;

public sealed class ValidDayTests
{
    private static readonly DateOnly Stated = new(2026, 6, 30);
    private static readonly DateOnly Extended = new(2026, 7, 3);

    [Fact]
    public void Until_a_unit_is_asked_to_report_the_stated_day_holds() => Assert.Equal(Stated, ValidDay.Of(Stated, []));

    [Fact]
    public void An_approved_extension_holds_instead_of_the_stated_day() =>
        Assert.Equal(Extended, ValidDay.Of(Stated, [new(Extended, false)]));

    [Fact]
    public void Of_two_lead_units_the_one_without_an_extension_is_the_nearer() =>
        Assert.Equal(Stated, ValidDay.Of(Stated, [new(Extended, false), new(Stated, false)]));

    [Fact]
    public void A_unit_that_has_applied_for_closing_is_waited_for_no_more() =>
        Assert.Equal(Extended, ValidDay.Of(Stated, [new(Extended, false), new(Stated, true)]));

    [Fact]
    public void A_task_without_end_has_no_day() => Assert.Null(ValidDay.Of(null, [new(null, false)]));
}
