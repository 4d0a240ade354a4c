using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Proposals.Statistics;

public class IndicatorsTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    /// <summary>A report says 答复建议提案 5 个, 2 个主办、3 个协办: only two could be answered.</summary>
    /// <summary>Nothing says that anybody was reminded, so no rule of a figure does.</summary>
    [Theory]
    [InlineData(SatisfactionBase.FeedbackReceived)]
    [InlineData(SatisfactionBase.WithOverdueForms)]
    public void Feedback_that_never_came_is_overdue_and_not_called_reminded(SatisfactionBase by)
    {
        var rules = Indicators.All(new DateOnly(2026, 7, 1), by).Select(i => i.Rule).ToList();
        Assert.Contains(rules, rule => rule.Contains("逾期未反馈"));
        Assert.DoesNotContain(rules, rule => rule.Contains("催后"));
    }

    [Fact]
    public void Five_items_of_which_three_are_assisted_in_are_two_that_may_be_answered()
    {
        HandledItem[] items = [Own(), Own(), Assisted(), Assisted(), Assisted()];
        Assert.Equal((5, 2, 3), Indicators.Count(items));
        Assert.Equal("100.0%(2/2)", Indicators.Replied.Of(items).Text);
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
        Assert.Equal("50.0%(1/2)", Indicators.InTime(Today).Of(items).Text);
        Assert.Equal("100.0%(2/2)", Indicators.InExtendedTime(Today).Of(items).Text);
    }

    [Fact]
    public void What_is_not_due_yet_is_not_in_the_denominator()
    {
        var open = Own() with { AnsweredOn = null, OriginalDue = Today };
        var late = open with { OriginalDue = Today.AddDays(-1) };
        Assert.Equal("100.0%(1/1)", Indicators.InTime(Today).Of([Own(), open]).Text);
        Assert.Equal("50.0%(1/2)", Indicators.InTime(Today).Of([Own(), open, late]).Text);
    }

    /// <summary>Two answered, one withdrawn before its answer, overdue by its old date; an opinion that is no longer wanted.</summary>
    [Fact]
    public void What_was_withdrawn_before_it_was_answered_counts_in_no_rate_and_is_listed_apart()
    {
        var withdrawn = Own() with { AnsweredOn = null, SignedInTime = false, Withdrawn = true };
        HandledItem[] items =
        [
            Own(),
            Own(),
            withdrawn,
            Assisted(),
            Assisted() with
            {
                AnsweredOn = null,
                Withdrawn = true,
            },
        ];
        Assert.Equal((5, 3, 2), Indicators.Count(items));
        Assert.Equal(2, Indicators.Withdrawn(items));
        Assert.Equal("100.0%(2/2)", Indicators.Replied.Of(items).Text);
        Assert.Equal("100.0%(2/2)", Indicators.InTime(Today).Of(items).Text);
        Assert.Equal("100.0%(2/2)", Indicators.SignedFor.Of(items).Text);
        Assert.Equal("100.0%(1/1)", Indicators.OpinionsGiven.Of(items).Text);
    }

    [Fact]
    public void A_co_handler_is_never_asked_to_sign_for_an_item_and_is_not_counted_as_if_it_had() =>
        Assert.Equal("100.0%(1/1)", Indicators.SignedFor.Of([Own(), Assisted()]).Text);

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
                FormOverdue = true,
            },
        ];
        var received = Indicators.Satisfied(SatisfactionBase.FeedbackReceived).Of(items);
        var all = Indicators.Satisfied(SatisfactionBase.WithOverdueForms).Of(items);
        Assert.Equal(("66.7%(2/3)", "50.0%(2/4)"), (received.Text, all.Text));
        Assert.NotEqual(received.Rule, all.Rule);
        Assert.Equal("33.3%(1/3)", Indicators.FullySatisfied(SatisfactionBase.FeedbackReceived).Of(items).Text);
    }

    [Fact]
    public void Attitude_and_result_are_counted_apart()
    {
        HandledItem[] items = [Own() with { Result = Satisfaction.Dissatisfied, Attitude = Satisfaction.Satisfied }];
        Assert.Equal(0, Indicators.Satisfied(SatisfactionBase.FeedbackReceived).Of(items).Numerator);
        Assert.Equal(1, Indicators.SatisfiedWithAttitude(SatisfactionBase.FeedbackReceived).Of(items).Numerator);
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
        Assert.Equal("33.3%(1/3)", Indicators.OpinionsGiven.Of(items).Text);
        Assert.Null(Indicators.Replied.Of(items).Value);
    }

    [Fact]
    public void Solved_counts_the_class_and_says_how_many_were_upgraded()
    {
        HandledItem[] items = [Own(), Own() with { Upgraded = true }, Own() with { Class = Class("B") }];
        var solved = Indicators.Solved.Of(items);
        Assert.Equal("66.7%(2/3)", solved.Text);
        Assert.Equal("50.0%(1/2)", Indicators.Upgraded.Of(items).Text);
        Assert.Equal([66.7m, 33.3m, 0m, 0m], Indicators.Classes(items, ClassScheme.FourLetters).Select(s => s.Percent));
    }

    [Fact]
    public void Each_figure_opens_into_the_rows_that_it_counts()
    {
        HandledItem[] items = [Own(), Own() with { AnsweredOn = null }, Assisted()];
        Assert.Equal([items[0], items[1]], Indicators.Replied.Rows(items, above: false));
        Assert.Equal([items[0]], Indicators.Replied.Rows(items, above: true));
        foreach (var indicator in Indicators.All(Today, SatisfactionBase.WithOverdueForms))
            Assert.Subset(
                indicator.Rows(items, above: false).ToHashSet(),
                indicator.Rows(items, above: true).ToHashSet()
            );
    }

    /// <summary>A of three classes is not A of four: each scheme has a table of its own.</summary>
    [Fact]
    public void Each_scheme_in_force_has_its_own_shares()
    {
        HandledItem[] items =
        [
            Own(),
            Own() with
            {
                Scheme = "jyb",
                Class = ClassScheme.ThreeStems.Find("乙"),
            },
            Own() with
            {
                Scheme = "jyb",
                Class = ClassScheme.ThreeStems.Find("甲"),
            },
            Own() with
            {
                Scheme = "four",
                Class = ClassScheme.FourResults.Find("计划解决"),
            },
        ];
        Assert.Equal(["abcd", "jyb", "four"], Indicators.SchemesInForce(items).Select(s => s.Id));
        Assert.Equal([50m, 50m, 0m], Indicators.Classes(items, ClassScheme.ThreeStems).Select(s => s.Percent));
        Assert.Equal([0, 0, 1, 0], Indicators.Classes(items, ClassScheme.FourResults).Select(s => s.Count));
        Assert.Equal([1, 0, 0, 0], Indicators.Classes(items, ClassScheme.FourLetters).Select(s => s.Count));
    }

    [Theory]
    [InlineData(10, 10, 9, 1, 0, 8, 2, 0, Mark.Good)]
    [InlineData(10, 9, 8, 2, 0, 5, 5, 0, Mark.Pass)]
    [InlineData(10, 9, 10, 0, 0, 9, 1, 0, Mark.Good)]
    [InlineData(10, 8, 10, 0, 0, 10, 0, 0, Mark.Fail)]
    [InlineData(10, 10, 9, 0, 1, 10, 0, 0, Mark.Fail)]
    [InlineData(10, 10, 10, 0, 0, 9, 0, 1, Mark.Fail)]
    [InlineData(10, 10, 10, 0, 0, 0, 0, 0, null)]
    [InlineData(10, 8, 0, 0, 0, 0, 0, 0, Mark.Fail)]
    public void A_unit_is_rated_by_the_preset(
        int assigned,
        int signed,
        int three,
        int six,
        int late,
        int satisfied,
        int basically,
        int dissatisfied,
        Mark? mark
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
