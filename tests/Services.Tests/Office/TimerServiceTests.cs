using JointMeeting.Services.Tests.Town;

namespace JointMeeting.Services.Tests.Office;

public sealed class TimerServiceTests
{
    [Fact]
    public async Task A_reminder_that_is_due_reaches_the_desk()
    {
        await using var town = await SmallTown.Found();
        await using var running = await Running.Start(town);
        var meeting = await town.CallMeeting();
        var person = await town.Liaison(SmallTown.Members[0]);
        var ask = await running.AskAtDesk(person, meeting);
        town.Clock.Pass(TimeSpan.FromDays(60));
        var desk = await running.DeskOf(person);
        await Running.Eventually(
            async () => (await desk.Notes(meeting)).Any(n => n.AskId == ask.Id && n.Text.Contains("回执")),
            "the desk is reminded"
        );
    }
}
