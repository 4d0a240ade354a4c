using JointMeeting.Services.Tests.Town;
using Microsoft.Data.Sqlite;

namespace JointMeeting.Services.Tests.Office;

public sealed class OutboxSenderTests
{
    [Fact]
    public async Task A_desk_that_cannot_open_holds_up_nobody_else_and_catches_up()
    {
        await using var town = await SmallTown.Found();
        var broken = await town.Liaison(SmallTown.Members[0]);
        var well = await town.Liaison(SmallTown.Members[1]);
        // A folder where the desk's file should be: no desk can be opened there.
        var inTheWay = Directory.CreateDirectory(Path.Combine(town.Folder, "desks", $"{broken.Unit}.db"));
        await using var running = await Running.Start(town);
        var meeting = await town.CallMeeting();
        await running.AskAtDesk(well, meeting);
        await Assert.ThrowsAsync<SqliteException>(() => running.DeskOf(broken));
        inTheWay.Delete();
        await running.AskAtDesk(broken, meeting);
        await Running.Eventually(async () => await town.Unsent() == 0, "nothing waits");
    }

    [Fact]
    public async Task Without_the_broker_people_go_on_working_and_messages_wait()
    {
        await using var town = await SmallTown.Found();
        await using (var running = await Running.Start(town, new Uri("amqp://guest:guest@127.0.0.1:1/")))
        {
            await town.CallMeeting();
            await running.DeskOf(await town.Liaison(SmallTown.Members[0]));
            Assert.Equal(SmallTown.Members.Length, await town.Unsent());
        }
        await using var within = await Running.Start(town);
        await Running.Eventually(async () => await town.Unsent() == 0, "all is sent");
    }

    [Fact]
    public async Task A_unit_that_is_new_gets_its_desk_when_it_is_asked()
    {
        await using var town = await SmallTown.Found();
        await using var running = await Running.Start(town);
        var fresh = await town.CallMeeting(await town.FoundMechanism("云川市防汛联席会议", "云川市水务局"));
        var unit = (await town.Look(fresh)).Asks.Single().Unit;
        await Running.Eventually(
            async () => (await town.Look(fresh)).Asks.Single().DeliveredAt is not null,
            "the new unit has its ask"
        );
        Assert.True(File.Exists(Path.Combine(town.Folder, "desks", $"{unit}.db")));
    }
}
