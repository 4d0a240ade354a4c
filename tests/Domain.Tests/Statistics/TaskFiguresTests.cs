using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Statistics;

public class TaskFiguresTests
{
    private static readonly TaskFigures Figures = new(new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 10));

    /// <summary>
    /// By hand, counted on 07-10. Due in the half-year: in time; 4 days late and struck off; 10 days late and open;
    /// extended past the half-year and applied for in that time; applied for in time, not yet verified. Not due in it:
    /// one of next year, one without a day.
    /// </summary>
    private static readonly SupervisedTask[] Tasks =
    [
        Task(due: new(2026, 3, 31), applied: new(2026, 3, 20), struckOff: true),
        Task(due: new(2026, 5, 31), applied: new(2026, 6, 4), struckOff: true),
        Task(due: new(2026, 6, 30)),
        Task(due: new(2026, 6, 26), extended: new(2026, 7, 31), applied: new(2026, 7, 1), struckOff: true),
        Task(due: new(2026, 6, 30), applied: new(2026, 6, 30)),
        Task(due: new(2027, 6, 30)),
        Task(),
    ];

    [Fact]
    public void By_the_original_deadline_five_are_due_three_done_three_late_by_19_days()
    {
        Assert.Equal("60.0%(3/5)", Figures.Done(Deadline.Original).Of(Tasks).Text);
        Assert.Equal("60.0%(3/5)", Figures.Late(Deadline.Original).Of(Tasks).Text);
        Assert.Equal("6.3 天(19/3)", Figures.Delay(Deadline.Original).Of(Tasks).Text);
    }

    [Fact]
    public void By_the_extended_deadline_the_extended_one_falls_into_the_next_half_year()
    {
        Assert.Equal("50.0%(2/4)", Figures.Done(Deadline.Extended).Of(Tasks).Text);
        Assert.Equal("50.0%(2/4)", Figures.Late(Deadline.Extended).Of(Tasks).Text);
        Assert.Equal("7.0 天(14/2)", Figures.Delay(Deadline.Extended).Of(Tasks).Text);
    }

    [Fact]
    public void What_has_no_day_is_in_no_figure_and_is_listed()
    {
        var ongoing = Assert.Single(Tasks, TaskFigures.IsOngoing);
        Assert.All(Figures.All, f => Assert.Equal(0, f.Of([ongoing]).Denominator));
    }

    [Fact]
    public void The_last_day_itself_is_in_time_and_not_due_yet()
    {
        var today = new TaskFigures(new(2026, 1, 1), new(2026, 12, 31), new(2026, 7, 10));
        Assert.Equal("无(分母为0)", today.Late(Deadline.Original).Of([Task(due: new(2026, 7, 10))]).Text);
        Assert.Equal(
            "0.0%(0/1)",
            today.Late(Deadline.Original).Of([Task(due: new(2026, 7, 10), applied: new(2026, 7, 10))]).Text
        );
        Assert.Equal("1.0 天(1/1)", today.Delay(Deadline.Original).Of([Task(due: new(2026, 7, 9))]).Text);
    }

    /// <summary>Verifying is the office's time, so an application in time is in time; but it is not done.</summary>
    [Fact]
    public void A_task_that_is_being_verified_is_neither_late_nor_done()
    {
        SupervisedTask[] one = [Task(due: new(2026, 6, 30), applied: new(2026, 6, 30))];
        Assert.Equal("0.0%(0/1)", Figures.Late(Deadline.Original).Of(one).Text);
        Assert.Equal("0.0%(0/1)", Figures.Done(Deadline.Original).Of(one).Text);
    }

    [Fact]
    public void The_rows_of_a_figure_are_those_it_counts() =>
        Assert.All(
            Figures.All.Where(f => f.Unit is null),
            f =>
            {
                Assert.Equal(f.Of(Tasks).Numerator, f.Rows(Tasks, above: true).Count);
                Assert.Equal(f.Of(Tasks).Denominator, f.Rows(Tasks, above: false).Count);
            }
        );

    private static SupervisedTask Task(
        DateOnly? due = null,
        DateOnly? extended = null,
        DateOnly? applied = null,
        bool struckOff = false
    ) =>
        new()
        {
            Task = "t",
            Unit = "u",
            OriginalDue = due,
            ExtendedDue = extended ?? due,
            AppliedOn = applied,
            StruckOff = struckOff,
        };
}
