using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Domain.Tests.Supervision;

public sealed class LightTests
{
    // A Monday; the next Friday but one is ten workdays away.
    private static readonly DateOnly Today = new(2026, 11, 9);

    [Fact]
    public void A_task_with_time_to_spare_is_green() =>
        Assert.Equal(Light.Green, Of(TaskStage.InProgress, Today.AddDays(15)));

    [Fact]
    public void A_task_is_yellow_from_ten_workdays_before_its_day() =>
        Assert.Equal(Light.Yellow, Of(TaskStage.InProgress, Today.AddDays(14)));

    [Fact]
    public void On_its_day_a_task_is_not_yet_overdue() => Assert.Equal(Light.Yellow, Of(TaskStage.InProgress, Today));

    [Fact]
    public void The_day_after_its_day_a_task_is_red() =>
        Assert.Equal(Light.Red, Of(TaskStage.InProgress, Today.AddDays(-1)));

    [Fact]
    public void A_task_nobody_signed_for_is_red_once_its_day_is_over() =>
        Assert.Equal(Light.Red, Of(TaskStage.Assigned, Today.AddDays(-1)));

    [Fact]
    public void A_task_returned_twice_is_red_before_its_day() =>
        Assert.Equal(Light.Red, Of(TaskStage.InProgress, Today.AddDays(90), returned: 2));

    [Fact]
    public void A_task_that_goes_on_without_end_is_never_overdue() =>
        Assert.Equal(Light.Grey, Of(TaskStage.InProgress, null));

    [Fact]
    public void A_task_not_yet_signed_for_is_grey() =>
        Assert.Equal(Light.Grey, Of(TaskStage.Assigned, Today.AddDays(90)));

    [Fact]
    public void A_task_that_asks_to_be_closed_is_blue_also_after_its_day() =>
        Assert.Equal(Light.Blue, Of(TaskStage.Verifying, Today.AddDays(-1)));

    [Fact]
    public void What_was_past_at_import_is_historical_and_not_overdue() =>
        Assert.Equal(Light.Historical, Of(TaskStage.Historical, Today.AddDays(-400)));

    [Fact]
    public void A_closed_task_is_done_whatever_its_day() =>
        Assert.Equal(Light.Done, Of(TaskStage.Done, Today.AddDays(-1)));

    [Fact]
    public void Every_light_has_a_word_of_its_own()
    {
        var words = Enum.GetValues<Light>().Select(Lights.Label).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void A_red_light_says_how_many_days_over() =>
        Assert.Equal(
            "超期 3 天",
            Lights.Describe(new(TaskStage.InProgress, Today.AddDays(-3), 0), Today, WorkingDayCalendar.Embedded)
        );

    private static Light Of(TaskStage stage, DateOnly? due, int returned = 0) =>
        Lights.Of(new TaskStanding(stage, due, returned), Today, WorkingDayCalendar.Embedded);
}
