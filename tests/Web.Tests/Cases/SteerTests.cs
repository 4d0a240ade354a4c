using System.Net;
using JointMeeting.Domain.Asks;
using JointMeeting.Web.Tests.Meetings;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Web.Tests.Cases;

/// <summary>办理调整, 本单位设置 and 传阅 through their pages.</summary>
public sealed class SteerTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_office_adds_a_unit_urges_pauses_and_resumes()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await Notified("调整轮次的会议");
        var page = $"/cases/{meeting}/steer";
        await clerk.Submit(page, new(), "全部催办");
        Assert.Contains("今天已经催办过", (await clerk.Submit(page, new(), "全部催办")).Text);
        var paused = await clerk.Submit(page, new() { ["Input.Why"] = "等待上级批复" }, "暂停");
        Assert.True(paused.Location is not null, paused.Text);
        Assert.Contains("本事项已暂停", (await clerk.Get($"/meetings/{meeting}")).Text);
        using var finance = await town.Host.SignedIn(Town.Logins[Town.Finance]);
        Assert.DoesNotContain("调整轮次的会议", Mine((await finance.Get("/")).Text));
        await clerk.Submit(page, new() { ["Input.Why"] = "批复已到" }, "恢复");
        Assert.Contains("调整轮次的会议", Mine((await finance.Get("/")).Text));
        var refused = await clerk.Submit(page, new(), "暂停");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Text.Contains("请填写理由")));
    }

    /// <summary>The program was built without the flow that made the case's state.</summary>
    [Fact]
    public async Task A_case_of_another_flow_is_given_to_the_one_in_use()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await Notified("换流程引擎的会议");
        var page = $"/cases/{meeting}/steer";
        Assert.DoesNotContain("更换流程引擎", (await clerk.Get(page)).Text);
        await using (var session = await town.Steps.Database.Write())
        {
            await session.Execute("update cases set flow = 'gone' where id = @meeting", new { meeting });
            await session.Commit();
        }
        Assert.Contains("本事项用“gone”办理", (await clerk.Get(page)).Text);
        await clerk.Submit(page, new(), "更换流程引擎");
        Assert.DoesNotContain("本事项用“gone”办理", (await clerk.Get(page)).Text);
    }

    [Fact]
    public async Task A_member_unit_may_not_steer()
    {
        var meeting = await Notified("成员单位不能调整的会议");
        using var finance = await town.Host.SignedIn(Town.Logins[Town.Finance]);
        var page = await finance.Get($"/cases/{meeting}/steer");
        Assert.Contains("只有联席会议办公室可以“暂停”", page.Text);
        Assert.DoesNotContain("全部催办", page.Text);
    }

    [Fact]
    public async Task A_copy_is_read_once_and_stays()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await Notified("要传阅的会议");
        var unit = await town.Unit(Town.Education);
        await clerk.Submit(
            $"/cases/{meeting}/steer",
            new() { ["units"] = unit, ["Input.Why"] = "请教育局阅知" },
            "传阅单位"
        );
        using var education = await town.Host.SignedIn(Town.Logins[Town.Education]);
        Assert.Contains("请教育局阅知", (await education.Get("/")).Text);
        await education.Submit($"/cases/{meeting}/copies", new(), "已阅");
        Assert.DoesNotContain("请教育局阅知", (await education.Get("/")).Text);
        using var finance = await town.Host.SignedIn(Town.Logins[Town.Finance]);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.Get($"/cases/{meeting}/copies")).Status);
    }

    [Fact]
    public async Task A_unit_hands_on_calls_back_and_contests()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await Notified("委托办理的会议");
        using var finance = await town.Host.SignedIn(Town.Logins[Town.Finance]);
        var ask = (await town.OpenAsk(Town.Logins[Town.Finance], meeting)).Id;
        await finance.Submit($"/asks/{ask}", new(), "签收并办理");
        await finance.Submit(
            $"/asks/{ask}",
            new() { ["Unit"] = await town.Unit(Town.Education), ["Why"] = "请先定参会人选" },
            "请对方办理什么"
        );
        Assert.Contains("收回委托", (await finance.Get($"/asks/{ask}")).Text);
        await finance.Submit($"/asks/{ask}", new(), "收回委托");
        var said = new RecordedFrom("温科长", "电话", town.Host.Clock.GetUtcNow());
        await town.Steps.Act(town.Clerk, meeting, new RecordAnswer(ask, new AnswerDraft("attend"), said));
        await finance.Submit($"/asks/{ask}", new() { ["Why"] = "电话里没有答复" }, "提出异议");
        Assert.Contains("对代录的“参加”提出异议", (await finance.Get($"/asks/{ask}")).Text);
    }

    [Fact]
    public async Task A_unit_sets_a_stand_in_and_a_chain_of_its_own()
    {
        using var finance = await town.Host.SignedIn(Town.Logins[Town.Finance]);
        var own = (await town.Host.PersonOf(Town.Logins[Town.Finance])).Id;
        var answer = await finance.Submit(
            "/unit",
            new() { ["Chain.Vocabulary"] = "signFor", ["Chain.Accounts[0]"] = own },
            "不选办理人的一级不设"
        );
        Assert.True(answer.Location is not null, answer.Text);
        Assert.Contains("科室负责人审核：", (await finance.Follow(answer)).Text);
        var self = await finance.Submit(
            "/unit",
            new()
            {
                ["StandIn.Account"] = own,
                ["StandIn.Substitute"] = own,
                ["StandIn.Why"] = "出差",
            },
            "设置代办人"
        );
        Assert.Contains("代办人不能是本人", self.Text);
        using var admin = await town.Host.Administrator();
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Follow(await admin.Get("/unit"))).Status);
    }

    private async Task<string> Notified(string subject)
    {
        var meeting = await town.Convened(subject);
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        return meeting;
    }

    /// <summary>The part of the workbench that lists what waits for the reader.</summary>
    private static string Mine(string page) => page[..page.IndexOf("最近的会议", StringComparison.Ordinal)];
}
