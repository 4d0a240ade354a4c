using JointMeeting.Shared;
using JointMeeting.Workflows.Plans.Decompose;
using JointMeeting.Workflows.Plans.Finish;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Compliance.Stores;

public sealed class MilestoneOnSqlite : MilestoneTests<Sqlite>;

public sealed class MilestoneOnPostgres : MilestoneTests<Postgres>;

public abstract class MilestoneTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task A_milestone_is_reminded_of_chased_and_told_when_its_day_has_passed()
    {
        var task = await Task();
        await World.Fire("2026-05-28 10:00");
        Assert.Contains(await Timeline(task), t => t.Contains("提醒：节点“完成选址”应于 2026-05-31 前完成"));
        await World.Fire("2026-06-05 10:00");
        var said = string.Join('\n', await Timeline(task));
        Assert.Contains("节点“完成选址”到期未完成（应于 2026-05-31 前）", said);
        Assert.Contains("催办单：节点“完成选址”", said);
        var told = await World.Rows<string>(
            "select destination from outbox where case_id = @task and kind = 'AskReminded' and payload like '%节点%'",
            new { task }
        );
        Assert.NotEmpty(told);
        Assert.All(told, unit => Assert.Equal(World.Unit(World.Education), unit));
    }

    [Fact]
    public async Task A_milestone_that_was_reached_is_not_told_again_and_closes_nothing()
    {
        var task = await Task();
        var milestone = (await World.Rows<string>("select id from milestone")).Single();
        await Refused("节点的成果", World.Liaison(World.Education), task, new ReachMilestone(milestone, " "));
        await Refused(
            "只有与本事项有关的单位",
            World.Liaison(World.Transport),
            task,
            new ReachMilestone(milestone, "选址意见")
        );
        await World.Act(World.Liaison(World.Education), task, new ReachMilestone(milestone, "选址意见书 3 份"));
        await Refused("已经登记完成", World.Liaison(World.Finance), task, new ReachMilestone(milestone, "选址意见书"));
        await World.Fire("2026-06-10 10:00");
        Assert.DoesNotContain(await Timeline(task), t => t.Contains("到期未完成"));
        Assert.Equal("assigned", await World.Where(task));
    }

    [Fact]
    public async Task A_task_that_ended_is_not_reminded_of()
    {
        var task = await Task();
        await World.Act(task, new CancelTask("不再需要"));
        await World.Fire("2026-06-10 10:00");
        Assert.DoesNotContain(await Timeline(task), t => t.Contains("催办单：节点"));
    }

    /// <summary>Its clock stood still with the task's; the day given back counts for what is told of it too.</summary>
    [Fact]
    public async Task A_milestone_of_a_paused_task_is_told_later_by_the_days_it_stood_still()
    {
        var task = await Task();
        World.Clock.Now = World.At("2026-05-20 10:00");
        await World.Act(task, new PauseCase("场地待定"));
        await World.Fire("2026-06-09 10:00");
        Assert.DoesNotContain(await Timeline(task), t => t.Contains("节点“完成选址”"));
        await World.Act(task, new ResumeCase("场地已定"));
        Assert.DoesNotContain(await Timeline(task), t => t.Contains("到期未完成"));
        await World.Fire("2026-06-21 10:00");
        Assert.Contains(await Timeline(task), t => t.Contains("到期未完成（应于 2026-06-20 前）"));
    }

    private async Task<string> Task()
    {
        var plan = await World.IssuedPlan();
        var tasks = await World.DecomposedPlan(
            plan,
            new NewMilestone("完成选址", "2026年5月底前", new DateOnly(2026, 5, 31))
        );
        return tasks[0];
    }
}
