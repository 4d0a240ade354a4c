using System.Net;
using System.Text.RegularExpressions;

namespace JointMeeting.Web.Tests.Meetings;

public sealed class MinutesFormTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_stale_form_is_refused_and_keeps_what_was_typed_beside_what_is_there_now()
    {
        var draft = $"/meetings/{await town.Held("两人同时修改")}/draft";
        using var first = await town.Host.Clerk();
        using var second = await town.Host.Clerk();
        var opened = await second.Get(draft);
        await first.Submit(draft, new() { ["Input[0].Text"] = "甲先保存的内容" }, "保存纪要");
        var late = await second.Submit(
            opened,
            draft,
            new() { ["Input[0].Text"] = "乙后保存的内容", ["Input[0].Lead"] = Town.Finance },
            "保存纪要"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("文稿已被他人修改", late.Text);
        Assert.Matches(@"<textarea[^>]*name=""Input\[0\]\.Text""[^>]*>\s*乙后保存的内容</textarea>", late.Html);
        Assert.Contains("value=\"市财政局\"", late.Html);
        Assert.Contains("甲先保存的内容", late.Text);
        Assert.DoesNotContain("乙后保存的内容", (await first.Get(draft)).Html);
    }

    [Fact]
    public async Task More_rows_keep_what_was_typed()
    {
        var draft = $"/meetings/{await town.Held("再加几行")}/draft";
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Submit(draft, new() { ["Input[2].Text"] = "写到一半" }, "再加几行");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches(@"name=""Input\[2\]\.Text""[^>]*>\s*写到一半</textarea>", page.Html);
        Assert.Contains("name=\"Input[5].Text\"", page.Html);
    }

    [Fact]
    public async Task What_was_typed_before_and_after_more_rows_is_saved()
    {
        var draft = $"/meetings/{await town.Held("加行后保存")}/draft";
        using var clerk = await town.Host.Clerk();
        var more = await clerk.Submit(draft, new() { ["Input[2].Text"] = "先写的一条" }, "再加几行");
        // A browser shows the answer at the address of the button that was pressed.
        await clerk.Submit(more, $"{draft}?handler=More", new() { ["Input[5].Text"] = "后写的一条" }, "保存纪要");
        var saved = (await clerk.Get(draft)).Html;
        Assert.Contains("先写的一条", saved);
        Assert.Contains("后写的一条", saved);
    }

    [Fact]
    public async Task A_unit_nobody_knows_is_named_at_its_field_and_nothing_is_saved()
    {
        var draft = $"/meetings/{await town.Held("写错单位")}/draft";
        using var clerk = await town.Host.Clerk();
        var answer = await clerk.Submit(
            draft,
            new() { ["Input[0].Text"] = "落实资金", ["Input[0].Lead"] = "市财正局、市教育局" },
            "保存纪要"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<a href=\"#Input_0__Lead\">第 1 条：没有登记单位“市财正局”", answer.Html);
        Assert.Contains("id=\"Input_0__Lead\"", answer.Html);
        Assert.Contains("value=\"市财正局、市教育局\"", answer.Html);
        Assert.Contains("起草纪要", (await clerk.Get(draft)).Text);
        Assert.DoesNotContain("落实资金", (await clerk.Get(draft)).Html);
    }

    [Fact]
    public async Task Clauses_are_saved_in_the_order_asked_for()
    {
        var meeting = await town.Held("调整顺序");
        using var clerk = await town.Host.Clerk();
        await clerk.Submit(
            $"/meetings/{meeting}/draft",
            new()
            {
                ["Input[0].Mark"] = "Narrative",
                ["Input[0].Text"] = "后说的",
                ["Input[0].Order"] = "2",
                ["Input[1].Mark"] = "Narrative",
                ["Input[1].Text"] = "先说的",
                ["Input[1].Order"] = "1",
            },
            "保存纪要"
        );
        var paper = (await clerk.Get($"/meetings/{meeting}/minutes")).Text;
        Assert.True(
            paper.IndexOf("先说的", StringComparison.Ordinal) < paper.IndexOf("后说的", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Those_present_are_named_in_the_order_of_their_seats_whoever_signed_in_first()
    {
        using var clerk = await town.Host.Clerk();
        var meeting = await town.Held("到会次序");
        await clerk.Submit($"/meetings/{meeting}/draft", new() { ["Input[0].Text"] = "审议分工" }, "保存纪要");
        var paper = (await clerk.Get($"/meetings/{meeting}/minutes")).Text;
        Assert.Contains(
            "陈望舒（市人民政府）、" + string.Join("、", Town.Logins.Keys.Select(u => $"{u}负责人（{u}）")),
            paper
        );
    }

    [Fact]
    public async Task The_same_form_handed_in_twice_is_done_once()
    {
        var meeting = await town.Held("连点两次");
        using var clerk = await town.Host.Clerk();
        var draft = $"/meetings/{meeting}/draft";
        var opened = await clerk.Get(draft);
        var typed = new Dictionary<string, string> { ["Input[0].Text"] = "只保存一次" };
        await clerk.Submit(opened, draft, typed, "保存纪要");
        var again = await clerk.Follow(await clerk.Submit(opened, draft, typed, "保存纪要"));
        Assert.Contains("没有重复提交", again.Text);
        var history = (await clerk.Get($"/cases/{meeting}/timeline")).Text;
        Assert.Single(Regex.Matches(history, "保存纪要第 1 稿"));
    }
}
