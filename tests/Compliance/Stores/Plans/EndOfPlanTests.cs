using JointMeeting.Domain;
using JointMeeting.Domain.Texts;
using JointMeeting.Shared;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Finish;
using JointMeeting.Workflows.Plans.Issue;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class EndOfPlanOnSqlite : EndOfPlanTests<Sqlite>;

public sealed class EndOfPlanOnPostgres : EndOfPlanTests<Postgres>;

public abstract class EndOfPlanTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task The_first_text_of_an_amendment_is_linked_clause_by_clause_to_what_it_amends()
    {
        var (plan, _) = await InForce();
        var old = await World.PlanClauses(plan);
        var amended = (await World.Act(plan, new AmendPlan("停车方案（修订）"))).Opened.Single();
        var form = await World.PlanForm(amended);
        form[1] = form[1] with { Text = "在学校周边新增停车位五百个。" };
        form.RemoveAt(2);
        await World.SavePlan(amended, [.. form]);
        var now = await World.PlanClauses(amended);
        Assert.Equal(
            [(old[0].Id, now[0].Id, "Moved"), (old[1].Id, now[1].Id, "Edited"), (old[3].Id, now[2].Id, "Moved")],
            await World.Rows<(string, string, string)>(
                """
                select l.from_clause, l.to_clause, l.kind from clause_link l join clause c on c.id = l.to_clause
                  join text_version v on v.id = c.version where v.case_id = @amended order by c.position
                """,
                new { amended }
            )
        );
    }

    /// <summary>Nobody has signed the amendment: what they signed was another document.</summary>
    [Fact]
    public async Task Everybody_is_asked_about_an_amendment_also_where_no_word_changed()
    {
        var (plan, _) = await InForce();
        var amended = (await World.Act(plan, new AmendPlan("停车方案（修订）"))).Opened.Single();
        await World.Act(amended, new SendForOpinions());
        Assert.Equal(3, (await World.Asked(amended, "consulting", Domain.Asks.AskState.Open)).Count);
    }

    [Fact]
    public async Task The_amended_plan_stays_in_force_until_the_amendment_is_then_its_tasks_go_on_under_that()
    {
        var (plan, tasks) = await InForce();
        var amended = (await World.Act(plan, new AmendPlan("停车方案（修订）"))).Opened.Single();
        var early = await Assert.ThrowsAsync<Refusal>(() => EndOfPlan.Replace(World.Steps, World.Clerk, plan));
        Assert.Contains("修订稿还没有印发", early.Why);
        Assert.Equal("assigned", await World.Where(tasks[0]));
        var form = await World.PlanForm(amended);
        form.RemoveAt(2);
        await World.SavePlan(amended, [.. form]);
        await World.TakeToIssue(amended);
        await World.DecomposedPlan(amended);
        await EndOfPlan.Replace(World.Steps, World.Clerk, plan);
        Assert.Equal("replaced", await World.Where(plan));
        foreach (var task in tasks)
            Assert.Equal("cancelled", await World.Where(task));
        Assert.Contains(
            await Timeline(tasks[0]),
            t => t.Contains("方案由《停车方案（修订）》替代，本项由其任务 1 接续")
        );
        Assert.Contains(await Timeline(tasks[1]), t => t.Contains("修订后不再保留本项"));
        Assert.Equal("implementing", await World.Where(amended));
    }

    [Fact]
    public async Task A_repeal_ends_what_is_open_under_the_plan_and_says_why()
    {
        var (plan, tasks) = await InForce();
        var without = await Assert.ThrowsAsync<Refusal>(() => EndOfPlan.Repeal(World.Steps, World.Clerk, plan, " "));
        Assert.Contains("废止的依据", without.Why);
        Assert.Equal("assigned", await World.Where(tasks[0]));
        await EndOfPlan.Repeal(World.Steps, World.Clerk, plan, "上位文件失效");
        Assert.Equal("repealed", await World.Where(plan));
        Assert.Contains(await Timeline(tasks[0]), t => t.Contains("终止：方案废止：上位文件失效"));
    }

    private async Task<(string Plan, IReadOnlyList<string> Tasks)> InForce()
    {
        var plan = await World.IssuedPlan();
        return (plan, await World.DecomposedPlan(plan));
    }
}
