using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Flow.Embedded;
using JointMeeting.Workflows.Tests.Flow;
using JointMeeting.Workflows.Versions;

namespace JointMeeting.Workflows.Tests.Versions;

public class MigrationTests
{
    [Fact]
    public void A_step_of_the_same_id_that_asks_the_same_is_the_counterpart_under_its_new_title()
    {
        var from = Asking().Read();
        var to = Asking().Read();
        var renamed = to with
        {
            Nodes = to.Nodes.ToDictionary(
                n => n.Key,
                n => n.Value is Node.Step s ? s with { Title = "新名称" } : n.Value
            ),
        };
        Assert.Equal([new Counterpart("ask", "环节ask", "新名称", null)], Migration.Preview(from, renamed, ["ask"]));
    }

    /// <summary>camunda#44431: a migration that cannot be made says at which step and why.</summary>
    [Fact]
    public void A_step_that_the_other_version_does_not_have_is_named()
    {
        var without = new Draft().Step("before", "done").End("end").Edges("before done end").Read();
        var preview = Migration.Preview(Draft.Forked().Read(), without, ["a", "b"]);
        Assert.Equal(["环节a", "环节b"], preview.Select(c => c.Title));
        Assert.All(preview, c => Assert.Equal((null, "新版中没有这个环节"), (c.NewTitle, c.WhyNot)));
    }

    [Theory]
    [InlineData("“会签”，新版中是“会议回执”", "ask=receipt")]
    [InlineData("新版中逾期视为无不同意见", "ask=countersign", "deemed=yes", "deadline=minutesCountersign")]
    public void A_round_that_would_no_longer_be_what_its_units_were_told_is_refused(
        string why,
        params string[] inputs
    ) =>
        Assert.Contains(
            why,
            Migration.Preview(Asking("ask=countersign").Read(), Asking(inputs).Read(), ["ask"]).Single().WhyNot
        );

    [Fact]
    public void A_step_that_asks_nobody_is_no_counterpart_of_one_that_does()
    {
        var silent = new Draft().Step("ask", "done").End("end").Edges("ask done end").Read();
        Assert.Contains("不发请办的环节", Migration.Preview(Asking().Read(), silent, ["ask"]).Single().WhyNot);
        Assert.Contains("不发请办的环节", Migration.Preview(silent, Asking().Read(), ["ask"]).Single().WhyNot);
    }

    /// <summary>The branch that only the new version has would count as done though nobody was ever there.</summary>
    [Fact]
    public void A_branch_more_around_a_waiting_step_is_refused_and_a_branch_less_is_not()
    {
        var (two, three) = (Fork("left", "right"), Fork("left", "right", "third"));
        Assert.Contains("分支不同", Migration.Preview(two, three, ["left1"]).Single().WhyNot);
        Assert.Null(Migration.Preview(three, two, ["left1"]).Single().WhyNot);
        Assert.Null(Migration.Preview(two, three, ["before"]).Single().WhyNot);
    }

    [Fact]
    public void A_step_that_came_to_lie_in_a_branch_is_refused()
    {
        var row = new Draft().Step("before", "done").Step("left1", "done").End("end");
        var from = row.Edges("before done left1", "left1 done end").Read();
        Assert.Contains("分支不同", Migration.Preview(from, Fork("left", "right"), ["left1"]).Single().WhyNot);
    }

    /// <summary>What the preview allows can always be rebuilt on the new version.</summary>
    [Fact]
    public void Where_every_step_has_a_counterpart_the_state_is_rebuilt()
    {
        var (three, two) = (Fork("left", "right", "third"), Fork("left", "right"));
        foreach (var waiting in new[] { new[] { "before" }, ["left1"], ["right1", "left1"], ["after"] })
        {
            Assert.All(Migration.Preview(three, two, waiting), c => Assert.Null(c.WhyNot));
            var state = Rebuild.State(new EmbeddedFlow(), two, waiting);
            foreach (var node in waiting)
                state = new EmbeddedFlow().Advance(two, state, new Move.Complete(node, "done"), _ => true).State;
        }
    }

    private static Draft Asking(params string[] inputs) =>
        new Draft().Asking("ask", ["done"], inputs).End("end").Edges("ask done end");

    private static Lifecycle Fork(params string[] branches)
    {
        var draft = new Draft()
            .Step("before", "done")
            .Fork("split", branches)
            .Join("both")
            .Step("after", "done")
            .End("end");
        draft.Edges("before done split", "both Done after", "after done end");
        foreach (var branch in branches)
            draft.Step($"{branch}1", "done").Edges($"split {branch} {branch}1", $"{branch}1 done both");
        return draft.Read();
    }
}
