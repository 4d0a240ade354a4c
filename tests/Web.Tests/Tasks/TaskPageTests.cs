using System.Net;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Tasks;

public sealed class TaskPageTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_ledger_shows_what_was_past_at_import_as_historical_and_not_overdue()
    {
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get("/tasks");
        Assert.Contains("历史待核", page.Text);
        Assert.DoesNotMatch("超期 [0-9]+ 天", page.Text);
    }

    [Fact]
    public async Task The_ledger_is_filtered_by_unit()
    {
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/tasks?unit={await town.Unit(Town.Education)}");
        Assert.Contains("加强改造政策宣传", page.Text);
        Assert.DoesNotContain("排查建档", page.Text);
    }

    [Fact]
    public async Task A_unit_sees_only_tasks_that_name_it()
    {
        using var member = await town.Host.SignedIn("education");
        var page = await member.Get("/tasks");
        Assert.Contains("加强改造政策宣传", page.Text);
        Assert.DoesNotContain("排查建档", page.Text);
        var other = await town.TaskOf(town.Mechanism, "完成 2005");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get($"/tasks/{other}")).Status);
    }

    [Fact]
    public async Task A_lead_taken_by_convention_is_shown_as_such()
    {
        using var member = await town.Host.SignedIn("education");
        var page = await member.Get($"/tasks/{await town.TaskOf(town.Mechanism, "加强改造")}");
        Assert.Contains("按首列单位推定", page.Text);
        Assert.Contains("持续实施，不计超期", page.Text);
    }

    [Fact]
    public async Task A_historical_task_is_judged_only_with_its_basis()
    {
        var address = $"/tasks/{await town.TaskOf(town.Mechanism, "完成 2005")}";
        using var clerk = await town.Host.Clerk();
        var refused = await clerk.Submit(address, new() { ["Verdict"] = "done", ["Basis"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("请填写核定依据", refused.Text);
        var done = await clerk.Submit(address, new() { ["Verdict"] = "done", ["Basis"] = "2025年工作总结" });
        Assert.Contains("历史办结", (await clerk.Follow(done)).Text);
    }

    /// <summary>The task keeps the unit that the document names.</summary>
    [Fact]
    public async Task A_task_of_a_unit_that_ended_stands_in_its_successors_ledger_and_says_so()
    {
        await using var own = new Town();
        await own.InitializeAsync();
        using var member = await own.Host.SignedIn("finance");
        Assert.DoesNotContain("加强改造政策宣传", (await member.Get("/tasks")).Text);
        await using (var session = await own.Host.Database.Write())
        {
            await session.Execute(
                "update unit set valid_to = '2026-01-01', successor = @to where id = @unit",
                new { unit = await own.Unit(Town.Education), to = await own.Unit(Town.Finance) }
            );
            await session.Commit();
        }
        var page = await member.Get("/tasks");
        Assert.Contains("加强改造政策宣传", page.Text);
        Assert.Contains("市教育局（已撤销，由市财政局承接）", page.Text);
        var task = await own.TaskOf(own.Mechanism, "加强改造");
        Assert.Equal(HttpStatusCode.OK, (await member.Get($"/tasks/{task}")).Status);
    }
}
