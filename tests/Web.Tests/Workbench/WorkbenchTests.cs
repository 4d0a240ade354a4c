using JointMeeting.Web.Tests.Meetings;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Web.Tests.Workbench;

public sealed class WorkbenchTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_unit_sees_what_it_is_asked_with_its_day_and_loses_it_once_answered()
    {
        var meeting = await town.Convened("列入待办");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        using var member = await town.Host.SignedIn("finance");
        Assert.Contains($"{Town.Name}列入待办", ToDo((await member.Get("/")).Text));
        await town.Answer("finance", meeting, new Domain.Asks.AnswerDraft("attend"));
        Assert.DoesNotContain($"{Town.Name}列入待办", ToDo((await member.Get("/")).Text));
    }

    [Fact]
    public async Task The_clerk_sees_the_next_thing_to_do_for_each_case()
    {
        await town.Convened("等发通知");
        using var clerk = await town.Host.Clerk();
        var page = (await clerk.Get("/")).Text;
        Assert.Contains("等发通知 筹备 发出会议通知", page);
        Assert.Contains("逐项核定是否已办结", page);
    }

    [Fact]
    public async Task An_administrator_is_led_to_the_accounts()
    {
        using var admin = await town.Host.Administrator();
        Assert.Equal("/accounts", (await admin.Get("/")).Location);
    }

    private static string ToDo(string page) => page[..page.IndexOf("最近的会议", StringComparison.Ordinal)];
}
