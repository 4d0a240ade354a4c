using System.Net;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Mechanisms;

public sealed class MechanismPageTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_substitution_changes_who_holds_the_seat_and_keeps_who_held_it()
    {
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/mechanisms/{town.Mechanism}");
        var label = $"替补{Town.Finance}的成员";
        var before = page.Html[..page.Html.IndexOf(label, StringComparison.Ordinal)];
        var start = before.LastIndexOf("href=\"", StringComparison.Ordinal) + 6;
        var form = WebUtility.HtmlDecode(before[start..before.IndexOf('"', start)]);
        var answer = await clerk.Submit(
            form,
            new()
            {
                ["Input.PersonName"] = "赵敏",
                ["Input.Post"] = "局长",
                ["Input.From"] = "2026-01-05",
                ["Input.Basis"] = "市财政局来函",
            },
            "办理替补"
        );
        var after = await clerk.Follow(answer);
        Assert.Contains("赵敏", after.Text);
        Assert.Contains($"{Town.Finance}负责人（局长，2025年3月3日至2026年1月4日", after.Text);
    }

    [Fact]
    public async Task A_member_reads_the_roster_and_learns_who_may_change_it()
    {
        using var member = await town.Host.SignedIn("education");
        var page = await member.Get($"/mechanisms/{town.Mechanism}");
        Assert.Contains("陈望舒", page.Text);
        Assert.Contains("只有联席会议办公室可以“成员替补”", page.Text);
        Assert.Contains("联席会议不刻制印章、不正式行文", page.Text);
    }

    [Fact]
    public async Task What_the_notice_did_not_state_is_registered_after_founding()
    {
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/mechanisms/{town.Mechanism}/contacts");
        Assert.Contains("市人民政府", page.Text);
        Assert.Contains("名单中已有", page.Text);
        var wrong = await clerk.Submit(
            page,
            $"/mechanisms/{town.Mechanism}/contacts",
            new() { ["Contacts[0].Liaison"] = "夏鸣", ["Contacts[0].Phone"] = "打总机" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("value=\"打总机\"", wrong.Html);
        var saved = await clerk.Submit(
            wrong,
            $"/mechanisms/{town.Mechanism}/contacts",
            new() { ["Contacts[0].Liaison"] = "夏鸣", ["Contacts[0].Phone"] = "0000-88001999" },
            "保存联络员和电话"
        );
        var after = (await clerk.Follow(saved)).Text;
        Assert.Contains("夏鸣", after);
        Assert.Contains("0000-88001999", after);
        Assert.Contains("登记联络员和电话：市人民政府", after);
    }

    [Fact]
    public async Task Members_do_not_register_contacts()
    {
        using var member = await town.Host.SignedIn("education");
        var page = await member.Get($"/mechanisms/{town.Mechanism}/contacts");
        Assert.Contains("只有联席会议办公室可以“登记联络员和电话”", page.Text);
        Assert.DoesNotContain("保存联络员和电话", page.Text);
    }

    [Fact]
    public async Task A_meeting_in_the_past_is_refused_and_the_form_keeps_what_was_typed()
    {
        using var clerk = await town.Host.Clerk();
        var answer = await clerk.Submit(
            $"/mechanisms/{town.Mechanism}/convene",
            new()
            {
                ["Input.Subject"] = "过去的会议",
                ["Input.StartsAt"] = "2020-01-06T09:00",
                ["Input.Place"] = "一号楼",
            }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("会议时间已过", answer.Text);
        Assert.Contains("value=\"2020-01-06T09:00\"", answer.Html);
        Assert.Contains("value=\"过去的会议\"", answer.Html);
    }
}
