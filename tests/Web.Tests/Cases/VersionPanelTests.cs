using JointMeeting.Web.Tests.Meetings;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Tests.Cases;

/// <summary>Moving a running case is explicit: what it would do is shown first.</summary>
public sealed class VersionPanelTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_a_move_would_do_is_shown_and_it_is_made_only_where_it_can_be()
    {
        var address = $"/cases/{await town.TaskOf(town.Mechanism, "加强改造")}/steer";
        using var clerk = await town.Host.Clerk();
        Assert.DoesNotContain("流程版本", (await clerk.Get(address)).Text);
        var now = town.Steps.Lifecycles.Get("task", 1);
        town.Steps.Lifecycles.Add(now with { Version = 2 });
        town.Steps.Lifecycles.Add(now with { Version = 3, Nodes = WithoutRounds(now) });
        var page = await clerk.Get(address);
        Assert.Contains("停留、请办和期限不变", page.Text);
        Assert.Contains("现在不能迁移到第 3 版", page.Text);
        Assert.DoesNotContain("迁移到第 3 版</button>", page.Html);
        var moved = await clerk.Submit(address, [], "迁移到第 2 版");
        Assert.Contains("现为第 2 版", (await clerk.Follow(moved)).Text);
    }

    private static Dictionary<string, Node> WithoutRounds(Lifecycle d) =>
        d.Nodes.ToDictionary(
            n => n.Key,
            n => n.Value is Node.Step step ? step with { Ask = null } : n.Value,
            StringComparer.Ordinal
        );
}
