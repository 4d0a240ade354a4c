using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Asks;
using JointMeeting.Services.Contracts;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Department;
using JointMeeting.Services.Tests.Town;
using JointMeeting.Shared;

namespace JointMeeting.Services.Tests.Department;

public sealed class DeskOrderTests
{
    private static readonly MovedClock Clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>What the office sends about one case, in its order.</summary>
    private static readonly IOrdered[] Story =
    [
        new AskOpened("case", 1000, 0, "ask", "会议", "会议通知", "receipt", new DateOnly(2026, 3, 6), null),
        new AskReminded("case", 2000, 1000, "ask", "Remind", "请尽快回执"),
        new AskSettled("case", 3000, 2000, "ask", nameof(AskState.Answered)),
        new AnswerRefused("case", 4000, 3000, "ask", "answer", "内容相同"),
        new TextChanged("case", 4001, 4000, "会议", "会议纪要会签", 2),
        new AskSettled("case", 5000, 4001, "ask", nameof(AskState.Withdrawn)),
    ];

    [Fact]
    public async Task Any_order_with_any_repeats_ends_as_the_order_sent()
    {
        var inOrder = await Replay(Story);
        var all = Enumerable.Range(0, Story.Length).ToArray();
        var deliveries =
            from shuffled in Gen.Shuffle(all)
            from repeats in Gen.Choose(0, Story.Length - 1).ListOf()
            from late in Gen.Shuffle(shuffled.Concat(repeats).ToArray())
            select late;
        Prop.ForAll(deliveries.ToArbitrary(), async order => await Replay(order.Select(i => Story[i])) == inOrder)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_message_waits_for_the_one_before_it()
    {
        await using var file = await TestDatabase.Sqlite();
        var desk = await Desk.Open("unit", file.ConnectionString, Clock);
        await desk.Receive(Story[1]);
        Assert.Empty(await desk.Notes("case"));
        await desk.Receive(Story[0]);
        Assert.Equal(["请尽快回执"], (await desk.Notes("case")).Select(n => n.Text));
    }

    [Fact]
    public async Task Cases_do_not_wait_for_each_other()
    {
        await using var file = await TestDatabase.Sqlite();
        var desk = await Desk.Open("unit", file.ConnectionString, Clock);
        await desk.Receive(Story[2]);
        await desk.Receive(new AskOpened("other", 7000, 0, "otherAsk", "会议", "会议通知", "receipt", null, null));
        Assert.Equal(["otherAsk"], (await desk.Asks()).Select(a => a.Id));
    }

    [Fact]
    public async Task A_held_message_outlives_a_restart()
    {
        await using var file = await TestDatabase.Sqlite();
        await (await Desk.Open("unit", file.ConnectionString, Clock)).Receive(Story[1]);
        var again = await Desk.Open("unit", file.ConnectionString, Clock);
        await again.Receive(Story[0]);
        Assert.Single(await again.Notes("case"));
    }

    private static async Task<string> Replay(IEnumerable<IOrdered> messages)
    {
        await using var file = await TestDatabase.Sqlite();
        var desk = await Desk.Open("unit", file.ConnectionString, Clock);
        foreach (var message in messages)
            await desk.Receive(message);
        return string.Join('\n', [.. await desk.Asks(), .. await desk.Notes("case")]);
    }
}
