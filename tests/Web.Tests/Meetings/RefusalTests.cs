using System.Net;
using JointMeeting.Domain.Asks;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Web.Tests.Meetings;

public sealed class RefusalTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_member_sees_the_notice_button_disabled_with_the_reason()
    {
        var meeting = await town.Convened("成员看筹备");
        using var member = await town.Host.SignedIn("finance");
        var page = await member.Get($"/meetings/{meeting}");
        Assert.Contains("只有联席会议办公室可以“发出会议通知”", page.Text);
        Assert.DoesNotContain("handler=Notice", page.Html);
    }

    [Fact]
    public async Task An_answer_that_lacks_something_comes_back_with_what_is_missing_and_what_was_typed()
    {
        var meeting = await town.Convened("回执不全");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        var address = $"/asks/{(await town.OpenAsk("finance", meeting)).Id}";
        using var member = await town.Host.SignedIn("finance");
        await member.Submit(address, new(), "签收并办理");
        var answer = await member.Submit(
            address,
            new() { ["Input.Value"] = "standIn", ["Input.PersonName"] = "周立" },
            "提交答复"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("派员代会须填写代会人职务", answer.Text);
        Assert.Contains("value=\"周立\"", answer.Html);
        Assert.Matches("<input checked=[^>]*value=\"standIn\"", answer.Html);
    }

    [Fact]
    public async Task Looking_at_a_request_does_not_take_note_of_it_and_the_button_does()
    {
        var meeting = await town.Convened("签收留痕");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        var address = $"/asks/{(await town.OpenAsk("education", meeting)).Id}";
        using var member = await town.Host.SignedIn("education");
        await member.Get(address);
        Assert.Null((await town.OpenAsk("education", meeting)).SeenAt);
        await member.Submit(address, new(), "签收并办理");
        Assert.NotNull((await town.OpenAsk("education", meeting)).SeenAt);
        Assert.Contains("市教育局已签收（会议回执）", (await member.Get($"/cases/{meeting}/timeline")).Text);
    }

    [Fact]
    public async Task Another_units_request_says_that_it_is_not_yours()
    {
        var meeting = await town.Convened("别人的请办");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        using var member = await town.Host.SignedIn("education");
        var page = await member.Get($"/asks/{(await town.OpenAsk("finance", meeting)).Id}");
        Assert.Contains("该请办发给其他单位", page.Text);
        Assert.DoesNotContain("提交答复", page.Text);
    }

    [Fact]
    public async Task A_notice_that_goes_out_late_asks_for_its_reason()
    {
        var meeting = await town.Convened("紧急会议");
        town.Host.Clock.Move(
            TimeSpan.FromDays(town.Steps.Calendar.AddWorkdays(town.Today, 6).Date.DayNumber - town.Today.DayNumber)
        );
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/meetings/{meeting}");
        Assert.Contains("距会议不足 5 个工作日", page.Text);
        var sent = await clerk.Submit(page, $"/meetings/{meeting}", new() { ["UrgentReason"] = "上级要求" });
        Assert.Contains("紧急理由 上级要求", (await clerk.Follow(sent)).Text);
        Assert.Equal(AskState.Open, (await town.OpenAsk("finance", meeting)).State);
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_is_404_and_one_of_others_403()
    {
        using var clerk = await town.Host.Clerk();
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/meetings/nothing")).Status);
        using var admin = await town.Host.Administrator();
        var meeting = await town.Convened("管理员不看业务");
        Assert.Contains("/error/403", (await admin.Get($"/meetings/{meeting}")).Location);
    }
}
