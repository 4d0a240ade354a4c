using System.Net;
using System.Text;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Plans;

/// <summary>A plan from its first draft to its tasks, by the pages alone.</summary>
public sealed class PlanJourneyTests(Town town) : IClassFixture<Town>
{
    private const string Pasted = """
        为推进老旧小区改造，制定本方案。
        一、主要任务
        （一）完成 2005 年前建成小区的管网改造。（牵头单位：青澜市住房城乡建设局；责任单位：市财政局；完成时限：2027年12月底前）
        （二）安排年度改造资金。（牵头单位：市财政局）
        （三）对本地企业给予财政奖励。（牵头单位：市财政局；责任单位：市教育局）
        """;

    [Fact]
    public async Task A_plan_goes_from_paste_to_tasks_page_by_page()
    {
        using var clerk = await town.Host.Clerk();
        var plan = await Start(clerk);
        await EveryPageAnswers(clerk, plan);

        await Done(clerk, $"/plans/{plan}", [], "送征求意见");
        await OneTap("education", plan, "全文无意见");
        await OneTap("housing", plan, null);
        await Opine("finance", plan);
        var matrix = (await clerk.Get($"/plans/{plan}/opinions")).Text;
        Assert.Contains("有修改意见：资金须经预算安排", matrix);
        Assert.DoesNotContain("有修改意见", (await Page("education", $"/plans/{plan}/opinions")).Text);
        await Done(clerk, $"/plans/{plan}/opinions", [], "结束征求意见");
        Assert.Contains("有修改意见", (await Page("education", $"/plans/{plan}/opinions")).Text);

        await Done(clerk, $"/plans/{plan}/adoption", new() { ["Input[0].Decision"] = "Adopted" }, "登记采纳情况");
        var table = (await clerk.Get($"/plans/{plan}/adoption?handler=Export&form=csv")).Html;
        Assert.Contains("\"市财政局\",\"安排年度改造资金。\",\"有修改意见：资金须经预算安排\"", table);
        await Done(clerk, $"/plans/{plan}/adoption", [], "送单位确认采纳情况");
        await Done(clerk, $"/plans/{plan}", [], "统稿完成");
        await Check(clerk, plan);
        await Check(clerk, plan);
        Assert.Contains("财政奖励、本地企业", (await clerk.Get($"/plans/{plan}")).Text);
        await Check(clerk, plan);

        await OneTap("education", plan, "同意");
        await OneTap("finance", plan, "同意");
        await OneTap("housing", plan, "同意");
        await EveryPageAnswers(clerk, plan);
        await Done(
            clerk,
            $"/plans/{plan}",
            new()
            {
                ["Body"] = "局务会",
                ["On"] = $"{town.Today:yyyy-MM-dd}",
                ["Words"] = "原则通过",
            },
            "登记审议结果"
        );
        foreach (var _ in Town.Logins.Take(2))
            await RecordSignature(clerk, plan);
        await Done(clerk, $"/plans/{plan}/issue", new() { ["Series"] = "青住建发" }, "编号印发");
        Assert.Contains($"青住建发〔{town.Today.Year}〕1号", (await clerk.Get($"/plans/{plan}/issue")).Text);
        var final = new Handed("Final", "定稿.txt", Encoding.UTF8.GetBytes("与会签稿不同的内容"));
        var differs = await clerk.Submit($"/plans/{plan}/issue", [], "上传并比对", final);
        Assert.Contains("条不一致", differs.Text);
        await Done(clerk, $"/plans/{plan}/issue", new() { ["Place"] = "2026-1" }, "登记归档");
        Assert.Contains("12月27日起的一周到期：", (await Crowded(clerk, plan)).Text);
        await Done(clerk, $"/plans/{plan}/tasks", [], "下达任务");
        await EveryPageAnswers(clerk, plan);
        Assert.Equal(3, (await town.Load(plan)).Row.ClosedAt is null ? await TasksOf(plan) : 0);
        await AmendedThenRepealed(clerk, plan);
    }

    private static async Task AmendedThenRepealed(Browser clerk, string plan)
    {
        var amending = await clerk.Submit($"/plans/{plan}", new() { ["Words"] = "三年行动方案（修订）" }, "起草修订稿");
        var amended = amending.Location!.Split('/')[2];
        Assert.Contains("本方案修订自", (await clerk.Get($"/plans/{amended}")).Text);
        Assert.Contains("与原方案逐条对照", (await clerk.Get($"/plans/{amended}/versions")).Text);
        Assert.DoesNotContain("由修订方案替代", (await clerk.Get($"/plans/{plan}")).Text);
        var without = await clerk.Submit($"/plans/{plan}", new() { ["Words"] = " " }, "废止");
        Assert.Contains("请填写废止的依据", without.Text);
        await Done(clerk, $"/plans/{plan}", new() { ["Words"] = "上位文件失效" }, "废止");
        Assert.Contains("已终止", (await clerk.Get($"/plans/{plan}/tasks")).Text);
    }

    /// <summary>Two tasks of one unit get the same last day; a missing name keeps the form from being done.</summary>
    private static Task<Answer> Crowded(Browser clerk, string plan) =>
        clerk.Submit(
            $"/plans/{plan}/tasks",
            new()
            {
                ["Input[0].Date"] = "2027-12-31",
                ["Input[1].Date"] = "2027-12-31",
                ["Input[1].Responsible"] = "没有这个局",
            },
            "下达任务"
        );

    /// <summary>
    /// The history said the words of a unit's opinion to everybody who may read the plan, and its own page showed it to
    /// whoever knew the address. Entries of that time are still in the trail.
    /// </summary>
    [Fact]
    public async Task An_opinion_is_not_read_in_the_history_nor_at_its_own_address_by_whom_it_is_not_for()
    {
        using var clerk = await town.Host.Clerk();
        var plan = await Start(clerk);
        await Done(clerk, $"/plans/{plan}", [], "送征求意见");
        var ask = (await town.OpenAsk("finance", plan)).Id;
        await town.Answer("finance", plan, new("comments", "资金须经预算安排"));
        string[] pages = [$"/plans/{plan}", $"/cases/{plan}/timeline"];
        foreach (var page in pages)
        {
            var read = (await Page("education", page)).Text;
            Assert.Contains($"{Town.Finance}已反馈（征求意见）", read);
            Assert.DoesNotContain("资金须经预算安排", read);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await Page("education", $"/asks/{ask}")).Status);
        Assert.Contains("资金须经预算安排", (await Page("finance", $"/asks/{ask}")).Text);
        Assert.Contains("资金须经预算安排", (await clerk.Get($"/asks/{ask}")).Text);
        var old = $$$"""{"text":"市财政局征求意见：旧的原话","details":{"ask":"{{{ask}}}","answer":"x"}}""";
        await using (var session = await town.Host.Database.Write())
        {
            await session.Execute(
                "update audit_entry set payload = @old where stream = @plan and kind = 'answer'",
                new { old = Encoding.UTF8.GetBytes(old), plan }
            );
            await session.Commit();
        }
        foreach (var page in pages)
            Assert.DoesNotContain("旧的原话", (await Page("education", page)).Text);
    }

    /// <summary>A leader sees it also where it was said in the countersign, about no single clause.</summary>
    [Fact]
    public async Task What_a_unit_objects_to_stands_on_the_leaders_sheet_and_who_holds_the_plan_on_the_drafters()
    {
        using var clerk = await town.Host.Clerk();
        var plan = await Start(clerk);
        await Done(clerk, $"/plans/{plan}", [], "送征求意见");
        await OneTap("education", plan, "全文无意见");
        await OneTap("finance", plan, "全文无意见");
        await Done(clerk, $"/plans/{plan}/opinions", [], "结束征求意见");
        await Done(clerk, $"/plans/{plan}", [], "统稿完成");
        for (var i = 0; i < 3; i++)
            await Check(clerk, plan);
        Assert.Contains("现在在谁手里", (await clerk.Get($"/plans/{plan}")).Text);
        await OneTap("education", plan, "同意");
        await town.Answer("finance", plan, new("object", "资金无来源", "预算法"));
        Assert.Contains("（会签）：资金无来源", (await Page("education", $"/plans/{plan}")).Text);
        Assert.DoesNotContain("现在在谁手里", (await Page("education", $"/plans/{plan}")).Text);
        Assert.Contains("办理调整", (await clerk.Get($"/cases/{plan}/steer")).Text);
    }

    /// <summary>Nothing that either of two drafters typed is lost, and nothing is overwritten.</summary>
    [Fact]
    public async Task Two_drafters_are_shown_both_wordings()
    {
        using var clerk = await town.Host.Clerk();
        var plan = await Start(clerk);
        var mine = await clerk.Get($"/plans/{plan}/draft");
        await Done(clerk, $"/plans/{plan}/draft", new() { ["Input[2].Text"] = "甲的措辞。" }, "保存文稿");
        var merged = await clerk.Submit(
            mine,
            $"/plans/{plan}/draft",
            new() { ["Input[2].Text"] = "乙的措辞。", ["Input[3].Text"] = "乙改的另一条。" },
            "保存文稿"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, merged.Status);
        Assert.Contains("1 条双方都改了", merged.Text);
        Assert.Contains("对方的措辞：甲的措辞。", merged.Text);
        Assert.Contains("乙改的另一条。", merged.Html);
        await Done(clerk, merged, $"/plans/{plan}/draft", new() { ["Input[2].Text"] = "商定的措辞。" }, "保存文稿");
        var saved = (await clerk.Get($"/plans/{plan}/draft")).Html;
        Assert.Contains("商定的措辞。", saved);
        Assert.Contains("乙改的另一条。", saved);
    }

    [Fact]
    public async Task A_disagreement_has_its_ledger_and_its_page()
    {
        using var clerk = await town.Host.Clerk();
        var plan = await Start(clerk);
        await Done(clerk, $"/plans/{plan}", [], "送征求意见");
        var finance = await town.Unit(Town.Finance);
        await Done(
            clerk,
            $"/plans/{plan}/disagreements",
            new()
            {
                ["Unit"] = finance,
                ["Question"] = "资金由谁安排",
                ["Proposal"] = "由财政局安排",
            },
            "登记分歧"
        );
        Assert.Contains("资金由谁安排", (await Page("finance", "/disagreements")).Text);
        var address = Address((await clerk.Get("/disagreements")).Html, "/disagreements/");
        Assert.Contains("单位协商", (await clerk.Get(address)).Text);
        Assert.Contains("1 项分歧没有解决", (await clerk.Get($"/plans/{plan}")).Text);
        var refused = await clerk.Submit(address, new() { ["Words"] = "谈不拢" }, "报上一级协调");
        Assert.Contains("期限未到", refused.Text);
    }

    private async Task<string> Start(Browser clerk)
    {
        var started = await clerk.Submit(
            $"/mechanisms/{town.Mechanism}/plan",
            new()
            {
                ["Input.Title"] = "老旧小区改造三年行动方案",
                ["Input.Units.Joint"] = Town.Finance,
                ["Input.Units.Consulted"] = Town.Education,
            },
            "立项"
        );
        Assert.True(started.Location is not null, started.Text);
        var plan = started.Location!.Split('/')[2];
        var read = await clerk.Submit($"/plans/{plan}/draft", new() { ["Pasted"] = Pasted }, "识别为条文");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        await Done(clerk, read, $"/plans/{plan}/draft", [], "保存文稿");
        return plan;
    }

    private static async Task EveryPageAnswers(Browser browser, string plan)
    {
        string[] tabs = ["", "/draft", "/versions", "/opinions", "/opinions?all=true", "/adoption", "/countersign"];
        foreach (var path in tabs.Concat(["/disagreements", "/issue", "/tasks"]).Select(t => $"/plans/{plan}{t}"))
            Assert.Equal((path, HttpStatusCode.OK), (path, (await browser.Get(path)).Status));
        Assert.Contains("老旧小区改造三年行动方案", (await browser.Get("/plans")).Text);
    }

    private static Task Check(Browser clerk, string plan) =>
        Done(clerk, $"/plans/{plan}", new() { ["Words"] = "内部工作方案", ["NotNeeded"] = "true" }, "登记");

    /// <summary>From the inbox: the request, then the one button.</summary>
    private async Task OneTap(string login, string plan, string? button)
    {
        if (button is null)
            return;
        using var browser = await town.Host.SignedIn(login);
        var unit = (await town.Host.PersonOf(login)).Unit;
        // The newest: a confirmation asked beside the round may be open still.
        var ask = (await town.Load(plan)).Asks.Last(a => a.Unit == unit && a.State == AskState.Open).Id;
        Assert.Contains($"/asks/{ask}", (await browser.Get("/")).Html);
        await Done(browser, $"/asks/{ask}", [], button);
    }

    private async Task Opine(string login, string plan)
    {
        using var browser = await town.Host.SignedIn(login);
        var path = $"/asks/{(await town.OpenAsk(login, plan)).Id}";
        var page = await browser.Get(path);
        // The clauses that name the unit come first; the second of them is the one about the money.
        await Done(
            browser,
            page,
            path,
            new()
            {
                ["Input.Value"] = "comments",
                ["Input.Positions[1].Value"] = nameof(PositionValue.Amend),
                ["Input.Positions[1].Text"] = "资金须经预算安排",
            },
            "提交答复"
        );
    }

    private async Task RecordSignature(Browser clerk, string plan)
    {
        var file = await town.Load(plan);
        var ask = file.Asks.First(a => a is { Vocabulary: "jointSignature", State: AskState.Open });
        var scan = new Handed("Input.Files", "签字页.png", [1, 2, 3]);
        var recorded = await clerk.Submit(
            $"/asks/{ask.Id}/record",
            new()
            {
                ["From.Who"] = "局长",
                ["From.Channel"] = "纸质",
                ["Input.Value"] = "sign",
            },
            "提交代录",
            scan
        );
        Assert.True(recorded.Location is not null, recorded.Text);
    }

    private async Task<long> TasksOf(string plan)
    {
        await using var session = await town.Steps.Database.Read();
        return await session.Scalar<long>("select count(*) from task where source_case = @plan", new { plan });
    }

    private async Task<Answer> Page(string login, string path)
    {
        using var browser = await town.Host.SignedIn(login);
        return await browser.Get(path);
    }

    private static string Address(string html, string prefix)
    {
        var at = html.IndexOf($"href=\"{prefix}", StringComparison.Ordinal) + 6;
        return html[at..html.IndexOf('"', at)];
    }

    private static async Task Done(Browser browser, string path, Dictionary<string, string> values, string press) =>
        await Done(browser, await browser.Get(path), path, values, press);

    private static async Task Done(
        Browser browser,
        Answer page,
        string path,
        Dictionary<string, string> values,
        string press
    )
    {
        var answer = await browser.Submit(page, path, values, press);
        Assert.True(answer.Location is not null, $"{press} at {path}:\n{answer.Text}");
    }
}
