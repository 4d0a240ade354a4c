using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Web.Kit.Graphs;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Definitions;
using JointMeeting.Web.Tests.Meetings;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Meetings.Close;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Web.Tests.Definitions;

/// <summary>The picture of a case and the list beside it say where it is, the way it came, who acts, and what was returned.</summary>
public sealed class CasePictureTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task It_shows_who_has_to_act_by_when()
    {
        var meeting = await town.Convened("图上看谁办");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        var graph = await Picture(meeting);
        var due = (await town.Load(meeting)).Asks[0].Due!.Value;
        Assert.Equal(
            ["待办：市人民政府等 4 个单位", $"限 {due:M月d日}"],
            Node(graph, "notified").Notes.Select(n => n.Text)
        );
        Assert.Equal(GraphState.Current, Node(graph, "notified").State);
        Assert.Equal($"已通知（当前）：待办：市人民政府等 4 个单位；限 {due:M月d日}", Node(graph, "notified").Words);
        await town.Answer(Town.Convenor, meeting, new AnswerDraft("attend"));
        await town.Answer("housing", meeting, new AnswerDraft("attend"));
        Assert.Contains("待办：市财政局、市教育局", Node(await Picture(meeting), "notified").Words);
    }

    [Fact]
    public async Task It_shows_the_way_the_case_came_and_not_the_way_it_did_not_go()
    {
        var meeting = await town.Convened("图上看来路");
        await town.Steps.Act(town.Clerk, meeting, new CancelMeeting("合并召开"));
        var graph = await Picture(meeting);
        Assert.Equal([("draft", "cancelled")], Walked(graph));
        Assert.Equal(GraphState.Done, Node(graph, "cancelled").State);
        Assert.Equal("会议中（未经过）", Node(graph, "inSession").Words);
    }

    [Fact]
    public async Task It_shows_what_was_returned_and_how_often()
    {
        var meeting = await Circulated("图上看退回");
        await town.Steps.Act(town.Clerk, meeting, new ReturnTo("minutesDrafting", "补充时限"));
        await town.Steps.Act(town.Clerk, meeting, new Circulate());
        await town.Steps.Act(town.Clerk, meeting, new ReturnTo("minutesDrafting", "再补充"));
        var graph = await Picture(meeting);
        var returned = Assert.Single(graph.Edges, e => e.Line == GraphLine.Returned);
        Assert.Equal(("countersigning", "minutesDrafting", "退回 2 次"), (returned.From, returned.To, returned.Label));
        Assert.Contains("由此退回“纪要起草” 2 次", Node(graph, "countersigning").Words);
        Assert.Contains("第 3 次到此", Node(graph, "minutesDrafting").Words);
    }

    [Fact]
    public async Task It_shows_an_objection_and_a_day_that_has_passed()
    {
        var meeting = await Circulated("图上看超期");
        await town.Answer("finance", meeting, new AnswerDraft("object", "资金渠道不明"));
        town.Host.Clock.Move(TimeSpan.FromDays(30));
        var notes = Node(await Picture(meeting), "countersigning").Notes.Select(n => n.Text).ToList();
        Assert.Contains("1 个单位有不同意见", notes);
        Assert.Contains(notes, n => n.StartsWith("超期 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_shows_picture_and_words_beside_the_history()
    {
        var meeting = await town.Convened("页上看图");
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/cases/{meeting}/timeline");
        Assert.Contains("class=\"graph-picture\"", page.Html);
        Assert.Contains(
            "<li aria-current=\"step\" class=\"graph-current\">筹备（当前）：由联席会议办公室推进</li>",
            page.Html
        );
        Assert.DoesNotMatch("<svg[^>]* style=", page.Html);
    }

    /// <summary>In a city of its own: new cases of the others keep the step.</summary>
    [Fact]
    public async Task It_shows_a_step_that_is_switched_off_before_and_after_it_was_passed()
    {
        await using var other = new Town();
        await other.InitializeAsync();
        var edit = new EditLifecycle("meeting", 1, [new StepEdit("countersigning", false, null)], null);
        await other.Steps.Act(other.Clerk, other.Host.HouseCase, edit);
        var meeting = await other.Held("跳过会签");
        var before = CasePicture.Of(await other.Load(meeting), await Units(other), other.Today);
        Assert.Equal("纪要会签（未启用）：未启用，跳过", Node(before, "countersigning").Words);
        await other.Steps.Act(other.Clerk, meeting, await Minutes(other));
        await other.Steps.Act(other.Clerk, meeting, new Circulate());
        var graph = CasePicture.Of(await other.Load(meeting), await Units(other), other.Today);
        Assert.Equal(GraphState.Skipped, Node(graph, "countersigning").State);
        Assert.Contains(("countersigning", "awaitingSignature"), Walked(graph));
        using var clerk = await other.Host.Clerk();
        Assert.Contains("未启用", (await clerk.Get($"/meetings/{meeting}")).Text);
        Assert.Contains("“纪要会签”未启用，跳过", (await clerk.Get($"/cases/{meeting}/timeline")).Text);
    }

    private async Task<string> Circulated(string subject)
    {
        var meeting = await town.Held(subject);
        await town.Steps.Act(town.Clerk, meeting, await Minutes(town));
        await town.Steps.Act(town.Clerk, meeting, new Circulate());
        return meeting;
    }

    private static async Task<SaveMinutes> Minutes(Town town)
    {
        var (lead, beside) = (await town.Unit(Town.Education), await town.Unit(Town.Finance));
        return new(
            null,
            null,
            [new MinutesClause(null, ClauseMark.Decided, "开展排查建档", [lead], [beside], null, WordingOnly: false)]
        );
    }

    private async Task<Graph> Picture(string meeting) =>
        CasePicture.Of(await town.Load(meeting), await Units(town), town.Today);

    private static async Task<UnitBook> Units(Town town)
    {
        await using var session = await town.Steps.Database.Read();
        return await UnitBook.Read(session);
    }

    private static GraphNode Node(Graph graph, string id) => graph.Nodes.Single(n => n.Id == id);

    private static List<(string, string)> Walked(Graph graph) =>
        [.. graph.Edges.Where(e => e.Line == GraphLine.Walked).Select(e => (e.From, e.To))];
}
