using JointMeeting.Domain.Asks;
using JointMeeting.Shared;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Plans.Check;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class PlanChecksOnSqlite : PlanChecksTests<Sqlite>;

public sealed class PlanChecksOnPostgres : PlanChecksTests<Postgres>;

public abstract class PlanChecksTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task An_office_switches_a_check_off_and_new_plans_pass_it_visibly()
    {
        await World.Act(World.House, Edit(new("publicComment", false, null), new("legality", false, null)));
        var plan = await World.RevisedPlan();
        await World.Act(plan, new FinishDraft());
        Assert.Equal("fairCompetition", await World.Where(plan));
        Assert.Contains(await Timeline(plan), t => t.Contains("“公开征求意见”未启用，跳过；“合法性审核”未启用，跳过"));
        Assert.Empty(await World.Rows<string>("select kind from plan_check"));
        await World.Act(plan, new RecordCheck(false, "不涉及经营者"));
        Assert.Equal("countersigning", await World.Where(plan));
    }

    [Fact]
    public async Task The_public_has_thirty_days_or_the_plan_says_why_not()
    {
        var plan = await World.RevisedPlan();
        await World.Act(plan, new FinishDraft());
        World.Clock.Now = World.At("2026-04-20 09:00");
        RecordCheck Comment(string? from, string? to, string? why = null) =>
            new(true, "收到意见 3 条")
            {
                Period = new(from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), why),
            };
        await Refused("起止日期", plan, new RecordCheck(true, "收到意见 3 条"));
        await Refused("起止日期", plan, Comment("2026-04-10", "2026-03-10"));
        await Refused("才结束", plan, Comment("2026-04-01", "2026-04-30"));
        await Refused("只有 29 天，一般不少于 30 天", plan, Comment("2026-03-20", "2026-04-17"));
        await World.Act(plan, Comment("2026-03-20", "2026-04-17", "防汛紧急"));
        Assert.Equal("legality", await World.Where(plan));
        Assert.Equal(
            ["2026-03-20 至 2026-04-17，29 天（缩短原因：防汛紧急）；收到意见 3 条"],
            await World.Rows<string>("select text from plan_check")
        );
    }

    [Fact]
    public async Task With_all_checks_off_the_finished_draft_goes_straight_to_countersign()
    {
        var off = new[] { "publicComment", "legality", "fairCompetition" }.Select(n => new StepEdit(n, false, null));
        await World.Act(World.House, Edit([.. off]));
        var plan = await World.RevisedPlan();
        await World.Act(plan, new FinishDraft());
        Assert.Equal([World.Education, World.Transport], await World.Asked(plan, "countersigning", AskState.Open));
    }

    [Fact]
    public async Task Neither_countersign_nor_joint_signature_can_be_switched_off_or_deemed_or_passed_by_a_share()
    {
        var round = new RoundEdit("planCountersigners", "planCountersign", "all", Deemed: true);
        await Refused("第二十二条", World.House, Edit(new StepEdit("countersigning", null, round)));
        var share = round with { Deemed = false, Policy = "ratio:2/3" };
        await Refused("只能从列表中选择", World.House, Edit(new StepEdit("countersigning", null, share)));
        await Refused("不能停用", World.House, Edit(new StepEdit("signing", false, null)));
    }

    private static EditLifecycle Edit(params StepEdit[] steps) => new("plan", 1, steps, "本办公室规定");
}
