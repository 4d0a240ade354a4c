using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;

namespace JointMeeting.Domain.Tests.Proposals.Statistics;

public class IndicatorsTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    /// <summary>A report says 答复建议提案 5 个, 2 个主办、3 个协办: only two could be answered.</summary>
    [Fact]
    public void Five_items_of_which_three_are_assisted_in_are_two_that_may_be_answered()
    {
        HandledItem[] items = [Own(), Own(), Assisted(), Assisted(), Assisted()];
        Assert.Equal((5, 2, 3), Indicators.Count(items));
        Assert.Equal("100.0%(2/2)", Indicators.Replied(items).Text);
    }

    [Fact]
    public void An_extension_changes_the_rate_and_both_are_shown()
    {
        var extended = Own() with
        {
            OriginalDue = new(2026, 5, 1),
            ExtendedDue = new(2026, 6, 15),
            AnsweredOn = new(2026, 6, 1),
        };
        HandledItem[] items = [Own(), extended];
        Assert.Equal("50.0%(1/2)", Indicators.InTime(items, Today).Text);
        Assert.Equal("100.0%(2/2)", Indicators.InExtendedTime(items, Today).Text);
    }

    [Fact]
    public void What_is_not_due_yet_is_not_in_the_denominator()
    {
        var open = Own() with { AnsweredOn = null, OriginalDue = Today };
        var late = open with { OriginalDue = Today.AddDays(-1) };
        Assert.Equal("100.0%(1/1)", Indicators.InTime([Own(), open], Today).Text);
        Assert.Equal("50.0%(1/2)", Indicators.InTime([Own(), open, late], Today).Text);
    }

    [Fact]
    public void Satisfaction_changes_with_its_denominator_and_prints_it()
    {
        HandledItem[] items =
        [
            Own() with
            {
                Result = Satisfaction.Satisfied,
            },
            Own() with
            {
                Result = Satisfaction.Basically,
            },
            Own() with
            {
                Result = Satisfaction.Dissatisfied,
            },
            Own() with
            {
                FormOverdueAfterReminder = true,
            },
        ];
        var received = Indicators.Satisfied(items, SatisfactionBase.FeedbackReceived);
        var all = Indicators.Satisfied(items, SatisfactionBase.WithOverdueForms);
        Assert.Equal(("66.7%(2/3)", "50.0%(2/4)"), (received.Text, all.Text));
        Assert.NotEqual(received.Rule, all.Rule);
        Assert.Equal("33.3%(1/3)", Indicators.FullySatisfied(items, SatisfactionBase.FeedbackReceived).Text);
    }

    [Fact]
    public void Attitude_and_result_are_counted_apart()
    {
        HandledItem[] items = [Own() with { Result = Satisfaction.Dissatisfied, Attitude = Satisfaction.Satisfied }];
        Assert.Equal(0, Indicators.Satisfied(items, SatisfactionBase.FeedbackReceived).Numerator);
        Assert.Equal(1, Indicators.SatisfiedWithAttitude(items, SatisfactionBase.FeedbackReceived).Numerator);
    }

    [Fact]
    public void A_co_handler_is_measured_by_its_opinion()
    {
        HandledItem[] items =
        [
            Assisted(),
            Assisted() with
            {
                AnsweredOn = new(2026, 5, 2),
            },
            Assisted() with
            {
                AnsweredOn = null,
            },
        ];
        Assert.Equal("33.3%(1/3)", Indicators.OpinionsGiven(items).Text);
        Assert.Null(Indicators.Replied(items).Percent);
    }

    [Fact]
    public void Solved_counts_the_class_and_says_how_many_were_upgraded()
    {
        HandledItem[] items = [Own(), Own() with { Upgraded = true }, Own() with { Class = Class("B") }];
        var solved = Indicators.Solved(items);
        Assert.Equal("66.7%(2/3)", solved.Text);
        Assert.Contains("转类 1 件", solved.Rule);
        Assert.Equal([66.7m, 33.3m, 0m, 0m], Indicators.Classes(items, ClassScheme.FourLetters).Select(s => s.Percent));
    }

    [Theory]
    [InlineData(10, 10, 9, 1, 0, 8, 2, 0, Mark.Good)]
    [InlineData(10, 9, 8, 2, 0, 5, 5, 0, Mark.Pass)]
    [InlineData(10, 9, 10, 0, 0, 9, 1, 0, Mark.Good)]
    [InlineData(10, 8, 10, 0, 0, 10, 0, 0, Mark.Fail)]
    [InlineData(10, 10, 9, 0, 1, 10, 0, 0, Mark.Fail)]
    [InlineData(10, 10, 10, 0, 0, 9, 0, 1, Mark.Fail)]
    public void A_unit_is_rated_by_the_preset(
        int assigned,
        int signed,
        int three,
        int six,
        int late,
        int satisfied,
        int basically,
        int dissatisfied,
        Mark mark
    ) =>
        Assert.Equal(
            mark,
            HandlingRating.Of(assigned, signed, three, six, late, satisfied, basically, dissatisfied).Overall
        );

    private static HandledItem Own() =>
        new()
        {
            Item = "件",
            Unit = "甲局",
            Duty = HandlingDuty.Host,
            SignedInTime = true,
            AnsweredOn = new(2026, 5, 1),
            OriginalDue = new(2026, 5, 1),
            Class = Class("A"),
        };

    private static HandledItem Assisted() => Own() with { Duty = HandlingDuty.CoHandler, Class = null };

    private static ReplyClass Class(string code) => ClassScheme.FourLetters.Find(code)!;
}
