using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Samples;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.Pages.Plans;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>A month plan (月度安排) from the uploaded document to the tasks of its months.</summary>
public sealed class MonthPlanTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private static readonly byte[] Plan = File.ReadAllBytes(
        Repository.PathOf("tests", "Cities", "Corpus", "05-month-plan.txt")
    );

    [Fact]
    public async Task A_month_plan_is_reviewed_corrected_previewed_and_taken_over()
    {
        using var clerk = await host.Clerk();
        var mechanism = await Mechanism(clerk);
        var id = await Import(clerk);
        var page = await clerk.Get($"/notices/{id}?kind=MonthEntry");
        Assert.Contains("3月第 2 项", page.Text);
        Assert.Contains("3月（2022年3月1日至2022年3月31日之间办理）", page.Text);
        Assert.Contains("按惯例以列首位者为牵头", page.Text);
        await Refused(clerk, id, "月度安排 31 项");

        // Names of sections mean nothing outside: each is read once, for all entries.
        foreach (var name in new[] { "综合科", "协调科", "宣教科", "危化科", "防火办", "应急科" })
            await Correct(clerk, id, ProposalKind.Unit, name, new() { ["Correction.ReadAs"] = "市应急管理局" });
        await Correct(
            clerk,
            id,
            ProposalKind.MonthEntry,
            "12月第 3 项",
            new() { ["Correction.Text"] = "总结本年度工作\n谋划下一年度工作", ["Correction.Date"] = "2022-12-20" }
        );
        foreach (var kind in new[] { "Clause", "MonthEntry", "Duty" })
            await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");

        var preview = await clerk.Get($"/notices/{id}/take-over?into={mechanism}&asOf=2022-03-10");
        Assert.Contains("共 32 项：下达签收 0，历史待核 32", preview.Text);
        Assert.Contains("12月-3.2 谋划下一年度工作 市应急管理局 12月（至2022年12月20日）", preview.Text);
        var done = await clerk.Follow(
            await clerk.Submit(
                preview,
                $"/notices/{id}/take-over",
                new() { ["Into"] = mechanism, ["AsOf"] = "2022-03-10" }
            )
        );
        Assert.Contains("已转入 32 项", done.Text);
        var task = await clerk.Get($"/tasks/{await host.TaskOf("召开全国“两会期间安全防范调度会")}");
        Assert.Contains("2022年3月31日止（在这段时间内办理）", task.Text);

        // The same plan again.
        var again = await Import(clerk);
        foreach (var kind in new[] { "Unit", "Clause", "MonthEntry", "Duty" })
            await clerk.Submit($"/notices/{again}?kind={kind}", [], press: "全部采纳");
        var known = await clerk.Get($"/notices/{again}/take-over?into={mechanism}&asOf=2022-03-10");
        Assert.Contains("共 31 项：下达签收 0，历史待核 0，补记进展 0，此前已转入 31", known.Text);
    }

    [Fact]
    public async Task What_is_wrong_with_an_entry_stands_beside_it_and_the_finding_leads_to_it()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk);
        var entry = await host.Proposal(id, ProposalKind.MonthEntry, "3月第 2 项");
        Assert.Contains("3月第 2 项文字有缺损:后引号缺失", entry.Doubt);
        Assert.DoesNotContain("缺损", (await host.Proposal(id, ProposalKind.MonthEntry, "3月第 1 项")).Doubt);
        var findings = await clerk.Get($"/notices/{id}?kind=Finding");
        Assert.Contains(
            $"<a href=\"/notices/{id}?kind=MonthEntry#p-{entry.Id}\">月度安排3月第 2 项</a>",
            findings.Html
        );
    }

    [Fact]
    public async Task An_entry_with_several_matters_is_proposed_apart_and_joined_on_its_form()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "2.组织防汛演练。", "2.组织防汛演练；修订防汛预案；");
        var entry = await host.Proposal(id, ProposalKind.MonthEntry, "5月第 2 项");
        Assert.Equal(["组织防汛演练", "修订防汛预案"], ProposalValues.Read<ProposedMonthEntry>(entry.Value).Matters);
        var form = await clerk.Get($"/notices/{id}?kind=MonthEntry&edit={entry.Id}");
        Assert.Contains("组织防汛演练 修订防汛预案", Regex.Replace(form.Text, @"\s+", " "));
        await Correct(
            clerk,
            id,
            ProposalKind.MonthEntry,
            entry.Label,
            new() { ["Correction.Text"] = "组织防汛演练，修订防汛预案" }
        );
        var joined = await host.Proposal(id, ProposalKind.MonthEntry, entry.Label);
        Assert.Equal(["组织防汛演练，修订防汛预案"], ProposalValues.Read<ProposedMonthEntry>(joined.Value).Matters);
        Assert.Contains("2 项 1 项", (await clerk.Get($"/notices/{id}?kind=MonthEntry")).Text);
    }

    [Fact]
    public async Task A_correction_without_lead_or_days_comes_back()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk);
        var entry = await host.Proposal(id, ProposalKind.MonthEntry, "1月第 1 项");
        var address = $"/notices/{id}?kind=MonthEntry&edit={entry.Id}";
        foreach (
            var (field, value, why) in new[]
            {
                ("Correction.Lead", "", "请填写牵头单位"),
                ("Correction.Date", "", "请填写开始日期和结束日期"),
                ("Correction.Date", "2021-12-31", "结束日期不早于开始日期"),
                ("Correction.Text", " ", "请填写事项"),
            }
        )
        {
            var answer = await clerk.Submit(address, new() { [field] = value });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(why, answer.Text);
        }
    }

    /// <summary>Without a column for units nobody is named: the rest of the document becomes work all the same.</summary>
    [Fact]
    public async Task A_plan_that_names_nobody_founds_a_mechanism_without_its_matters_and_the_page_says_so()
    {
        using var clerk = await host.Clerk();
        const string paper = """
            云溪市人民政府办公室关于建立云溪市防汛联席会议制度的通知
            各县区人民政府，市政府各部门：
            经市政府同意，建立云溪市防汛联席会议制度。
            一、组成人员
            召集人：李明　副市长
            成员：张华　市水利局局长
            王芳　市应急局局长
            云溪市人民政府办公室
            2099年1月5日
            附：2099年防汛工作月安排表
            月份
            主要工作
            4月
            1.召开防汛工作会议。2.开展汛前检查。
            6月
            1.组织防汛演练。
            """;
        var id = (await clerk.Submit("/notices", new() { ["Text"] = paper })).Location!.Split('/')[^1];
        var plan = await clerk.Get($"/notices/{id}?kind=MonthEntry");
        Assert.Contains("没有写明由谁办理；更正补上的才转为任务", plan.Text);
        foreach (var kind in new[] { ProposalKind.Person, ProposalKind.Clause })
            if ((await clerk.Get($"/notices/{id}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var refused = await clerk.Submit(plan, $"/notices/{id}", [], press: "全部采纳");
        Assert.Contains("请逐项更正补上，或不采纳", refused.Text);
        await Correct(clerk, id, ProposalKind.MonthEntry, "6月第 1 项", new() { ["Correction.Lead"] = "市水利局" });
        var found = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("还有 2 项月度安排没有写明由谁办理或是哪一年", found.Text);
        Assert.Contains("任务 1 项，其中月度安排 1 项", found.Text);
        var founded = await clerk.Submit(found, $"/notices/{id}/found", new() { ["Substitution"] = "Automatic" });
        var mechanism = founded.Location!.Split('/')[^1];
        await using var session = await host.Database.Read();
        Assert.Equal(
            ["组织防汛演练"],
            await session.Query<string>("select text from task where mechanism = @mechanism", new { mechanism })
        );
    }

    [Fact]
    public void A_plan_that_is_broken_down_is_offered_the_matters_of_its_months_with_what_was_found_in_them()
    {
        var entry = new ProposedMonthEntry(
            "3月-2",
            "3月",
            new(2026, 3, 1),
            new(2026, 3, 31),
            ["召开调度会", "开展检查"],
            ["市水利局"],
            "stated",
            ["市水利局", "市应急局"]
        );
        var damage = new ProposedFinding("damagedText", "3月第 2 项文字有缺损", "3月-2", []);
        var rows = PlannedRow.Of([.. entry.Tasks()], [damage], []).ToList();
        Assert.Equal(["召开调度会", "开展检查"], rows.Select(row => row.Text));
        Assert.All(rows, row => Assert.Equal("3月第 2 项文字有缺损", row.Found));
        Assert.Equal(
            new("3月", DeadlineKind.During, new(2026, 3, 31), null),
            DeadlineText.Read(rows[0].Deadline, rows[0].Date, new(2026, 1, 5))
        );
    }

    private async Task Refused(Browser clerk, string id, string waiting) =>
        Assert.Contains(waiting, (await clerk.Get($"/notices/{id}/take-over")).Text);

    /// <summary>A mechanism that the clerk's office runs.</summary>
    private async Task<string> Mechanism(Browser clerk)
    {
        var paper = new Handed("Paper", "通知.txt", Samples.Notice());
        var id = IdOf(await clerk.Follow(await clerk.Submit("/notices", [], null, paper)));
        foreach (var kind in new[] { "Person", "Clause", "Task", "Repair", "Duty" })
            if ((await clerk.Get($"/notices/{id}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var founded = await clerk.Submit($"/notices/{id}/found", [], press: "建立联席会议");
        return founded.Location!.Split('/')[^1];
    }

    /// <summary>The plan, with a word of it changed, so that tests do not meet each other's.</summary>
    private static async Task<string> Import(Browser clerk, string word = "", string now = "")
    {
        var bytes =
            word.Length == 0
                ? Plan
                : System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Plan).Replace(word, now));
        return IdOf(
            await clerk.Follow(await clerk.Submit("/notices", [], null, new Handed("Paper", "工作要点.txt", bytes)))
        );
    }

    private async Task Correct(
        Browser clerk,
        string id,
        ProposalKind kind,
        string label,
        Dictionary<string, string> fields
    )
    {
        var row = await host.Proposal(id, kind, label);
        var answer = await clerk.Submit($"/notices/{id}?kind={kind}&edit={row.Id}", fields);
        Assert.Contains("#p-", answer.Location);
    }

    private static string IdOf(Answer page) =>
        Regex.Match(page.Html, "/notices/(?<id>[0-9a-f-]{36})").Groups["id"].Value;
}
