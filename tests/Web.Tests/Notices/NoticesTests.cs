using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Samples;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Tests.Notices;

public sealed class NoticesTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private static readonly Handed Paper = new("Paper", "通知.txt", Samples.Notice());

    [Fact]
    public async Task An_imported_file_is_reviewed_beside_its_source_and_nothing_is_taken_yet()
    {
        using var clerk = await host.Clerk();
        var page = await Import(clerk);
        Assert.Contains("云溪市人民政府关于印发云溪市推进全民技能提升行动实施方案的通知", page.Text);
        var roster = await clerk.Get($"/notices/{IdOf(page)}?kind=Person");
        Assert.Contains("<li id=\"source-33\" class=\"found\">", roster.Html);
        Assert.Contains("href=\"#source-33\"", roster.Html);
        Assert.DoesNotContain("已采纳", page.Text);
    }

    [Fact]
    public async Task Title_and_issuer_are_confirmed_and_corrected_and_then_name_the_document()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        var title = (await Rows(id, ProposalKind.Heading)).Single(row => row.Label == "标题");
        Assert.NotNull(title.SourceLine);
        await clerk.Submit(
            $"/notices/{id}?kind=Heading&edit={title.Id}",
            new() { ["Correction.Words"] = "云溪市全民技能提升行动实施方案" }
        );
        var page = await clerk.Get($"/notices/{id}?kind=Heading");
        Assert.Contains("<h1>云溪市全民技能提升行动实施方案", page.Html);
        Assert.Contains("云溪市全民技能提升行动实施方案", (await clerk.Get("/notices")).Text);
        await Decide(clerk, id, ProposalKind.Heading, "标题", "Rejected");
        Assert.DoesNotContain("<h1>云溪市全民技能提升行动实施方案", (await clerk.Get($"/notices/{id}")).Html);
    }

    [Fact]
    public async Task A_date_inferred_from_the_page_is_corrected_and_both_are_kept_with_who_did_it()
    {
        using var clerk = await host.Clerk();
        const string page = """
            云溪市教育局关于做好培训工作的通知
            来源：市教育局　发布日期：2026-03-09
            各县区教育局：
            一、做好培训工作。各单位要认真组织实施。
            云溪市教育局
            """;
        var id = (await clerk.Submit("/notices", new() { ["Text"] = page })).Location!.Split('/')[^1];
        var inferred = (await Rows(id, ProposalKind.Heading)).Single(row => row.Label == "成文日期");
        Assert.Contains("推定", inferred.Doubt);
        await clerk.Submit(
            $"/notices/{id}?kind=Heading&edit={inferred.Id}",
            new() { ["Correction.Issued"] = "2026-03-05" }
        );
        var shown = await clerk.Get($"/notices/{id}?kind=Heading");
        Assert.Contains("<del>2026年3月9日</del>", shown.Html);
        Assert.Contains("更正人：", shown.Text);
        Assert.Contains("2026年3月5日 粘贴的通知", shown.Text);
    }

    [Fact]
    public async Task A_number_that_was_not_found_is_filled_in()
    {
        using var clerk = await host.Clerk();
        const string page =
            "云溪市教育局关于做好培训工作的通知\n各县区教育局：\n一、做好培训工作。各单位要认真组织实施。\n云溪市教育局\n2026年3月5日";
        var id = (await clerk.Submit("/notices", new() { ["Text"] = page })).Location!.Split('/')[^1];
        var missing = (await Rows(id, ProposalKind.Heading)).Single(row => row.Label == "发文字号");
        Assert.Equal("没有认出发文字号，请更正补上", missing.Doubt);
        await clerk.Submit(
            $"/notices/{id}?kind=Heading&edit={missing.Id}",
            new() { ["Correction.Words"] = "云教〔2026〕7号" }
        );
        Assert.Contains("云教〔2026〕7号", (await clerk.Get("/notices")).Text);
    }

    [Fact]
    public async Task Duties_targets_indicators_and_citations_are_shown_with_their_place_and_corrected()
    {
        using var clerk = await host.Clerk();
        var answer = await clerk.Submit(
            "/notices",
            new()
            {
                ["Text"] =
                    "云溪市教育局关于2025年工作完成情况的报告\n云溪市人民政府：\n根据《云溪市职业教育办法》（云政办〔2024〕3号）报告如下。\n一、完成情况\n1.招生情况。招生505人，超额完成425人任务。毕业生就业率达，超过80%任务。\n二、下一步打算\n2.培训。2026年培训1000人次以上。各学校于每月5日前报送培训进展情况，内容包括：人数、工种。",
            }
        );
        var id = answer.Location!.Split('/')[^1];
        var duty = await clerk.Get($"/notices/{id}?kind=Duty");
        Assert.Contains("各学校", duty.Text);
        Assert.Contains("报送时间 每月5日前", duty.Text);
        Assert.Contains("人数、工种", duty.Text);
        Assert.Contains("href=\"#source-", duty.Html);
        Assert.Contains("≥ 1000人次", (await clerk.Get($"/notices/{id}?kind=Target")).Text);
        var reached = await clerk.Get($"/notices/{id}?kind=Indicator");
        Assert.Contains("目标值 ≥ 425人 完成值 505人", reached.Text);
        Assert.Contains("数值原文缺失", reached.Text);
        Assert.Contains("云政办〔2024〕3号", (await clerk.Get($"/notices/{id}?kind=Citation")).Text);
        var lost = (await Rows(id, ProposalKind.Indicator)).Single(row => row.Doubt is not null);
        await clerk.Submit(
            $"/notices/{id}?kind=Indicator&edit={lost.Id}",
            new() { ["Correction.Words"] = "毕业生就业率", ["Correction.Reached"] = "91%" }
        );
        Assert.Contains("91%", (await clerk.Get($"/notices/{id}?kind=Indicator")).Text);
    }

    [Fact]
    public async Task Confirmed_duties_and_targets_become_reports_and_goals_of_the_mechanism_and_the_page_says_what_is_left_open()
    {
        using var clerk = await host.Clerk();
        const string paper = """
            云溪市人民政府办公室关于建立云溪市停车治理联席会议制度的通知
            各县区人民政府，市政府各部门：
            经市政府同意，建立云溪市停车治理联席会议制度。
            一、组成人员
            召集人：李明　副市长
            成员：张华　市交通运输局局长
            王芳　市财政局局长
            二、工作要求
            1.各成员单位于每季度末月25日前报送停车治理进展情况，内容包括：新增泊位数、存在问题。
            2.各有关学校于每学期末报送周边停车情况。
            3.建成公共停车泊位2000个以上。
            云溪市人民政府办公室
            2026年3月5日
            """;
        var id = (await clerk.Submit("/notices", new() { ["Text"] = paper })).Location!.Split('/')[^1];
        foreach (var kind in new[] { ProposalKind.Person, ProposalKind.Clause, ProposalKind.Duty, ProposalKind.Target })
            if ((await Rows(id, kind)).Count > 0)
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var found = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("报送事项", found.Text);
        Assert.Contains("每季度，末月25日前；第一期", found.Text);
        Assert.Contains("待安排：“各有关学校”不是单位名录中的单位", found.Text);
        var founded = await clerk.Submit($"/notices/{id}/found", new() { ["Substitution"] = "Automatic" });
        var mechanism = founded.Location!;
        var reports = await clerk.Get($"{mechanism}/reports");
        Assert.Contains("还没有请任何单位报送：“各有关学校”不是单位名录中的单位", reports.Text);
        Assert.Contains("每季度，末月25日前", reports.Text);
        Assert.Contains("≥ 2000个", (await clerk.Get($"{mechanism}/figures")).Text);
    }

    [Fact]
    public async Task A_pasted_notice_is_imported_like_a_file()
    {
        using var clerk = await host.Clerk();
        var text = Encoding.UTF8.GetString(Samples.Notice());
        var answer = await clerk.Submit("/notices", new() { ["Text"] = text });
        var id = IdOf(await clerk.Follow(answer));
        Assert.Contains("成员 温如璋", (await clerk.Get($"/notices/{id}?kind=Person")).Text);
    }

    [Theory]
    [InlineData("", "文件是空的")]
    [InlineData("今天天气很好。", "没有认出通知")]
    [InlineData("<html><body><p>通知</p><p>一</p><p>二</p></body></html>", "没有认出通知")]
    [InlineData("PK\u0003\u0004\0\u0001\0\0", "文件已损坏")]
    public async Task What_is_no_notice_is_refused_with_what_to_do_and_not_stored(string content, string expected)
    {
        using var clerk = await host.Clerk();
        var before = await Stored();
        var answer = await clerk.Submit(
            "/notices",
            [],
            null,
            new Handed("Paper", "文件.txt", Encoding.UTF8.GetBytes(content))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(expected, answer.Text);
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task Neither_file_nor_text_is_a_mistake_that_is_named()
    {
        using var clerk = await host.Clerk();
        var answer = await clerk.Submit("/notices", new() { ["Text"] = "" });
        Assert.Contains("请选择通知文件，或粘贴通知全文。", answer.Text);
    }

    [Fact]
    public async Task One_proposal_is_accepted_and_another_rejected()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        await Decide(clerk, id, ProposalKind.Repair, "第 1 项时限", "Accepted");
        await Decide(clerk, id, ProposalKind.Repair, "第 3 项时限", "Rejected");
        Assert.Equal(
            [ProposalState.Accepted, ProposalState.Rejected, ProposalState.Pending],
            (await Rows(id, ProposalKind.Repair)).Select(p => p.State)
        );
    }

    [Fact]
    public async Task A_correction_is_made_in_fields_and_shown_beside_what_was_recognised()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        var row = (await Rows(id, ProposalKind.Repair))[0];
        var done = await clerk.Submit(
            $"/notices/{id}?kind=Repair&edit={row.Id}",
            new() { ["Correction.Date"] = "2026-09-20", ["Correction.Repaired"] = "2026年9月20日前出台建设方案" }
        );
        var page = await clerk.Follow(done);
        Assert.Contains("<del>某日前完成，2026年9月30日</del>", page.Html);
        Assert.Contains("已更正", page.Text);
    }

    [Fact]
    public async Task A_correction_without_what_it_needs_comes_back_with_what_was_typed()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        var row = (await Rows(id, ProposalKind.Person))[3];
        var answer = await clerk.Submit(
            $"/notices/{id}?kind=Person&edit={row.Id}",
            new() { ["Correction.Name"] = "顾言之", ["Correction.Unit"] = "" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("请填写单位。", answer.Text);
        Assert.Contains("value=\"顾言之\"", answer.Html);
        Assert.Equal(ProposalState.Pending, (await Rows(id, ProposalKind.Person))[3].State);
    }

    [Fact]
    public async Task Only_what_waits_is_listed_on_request()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        await Decide(clerk, id, ProposalKind.Repair, "第 1 项时限", "Accepted");
        var page = await clerk.Get($"/notices/{id}?kind=Repair&onlyPending=true");
        Assert.DoesNotContain("第 1 项时限", page.Text);
        Assert.Contains("第 3 项时限", page.Text);
    }

    [Fact]
    public async Task A_mechanism_is_founded_from_what_was_confirmed()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        foreach (var kind in new[] { "Person", "Clause", "Task", "Repair" })
            await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var form = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("市融媒体中心承担任务", form.Text);
        Assert.Contains("来文没有写明：各单位联络员", form.Text);
        Assert.Matches("checked=\"checked\"[^>]* value=\"ConvenorConsent\"", form.Html);

        var founded = await clerk.Submit(
            form,
            $"/notices/{id}/found",
            new() { ["Contacts[1].Liaison"] = "林溪", ["Contacts[1].Phone"] = "0000-8800-1206" }
        );
        var mechanism = Regex.Match(founded.Location ?? founded.Text, "^/mechanisms/(?<id>.+)$").Groups["id"].Value;
        await using var session = await host.Database.Read();
        Assert.Equal(
            "云溪市全民技能提升联席会议",
            await session.Scalar<string>("select name from mechanism where case_id = @mechanism", new { mechanism })
        );
        Assert.Equal(
            10L,
            await session.Scalar<long>("select count(*) from task where mechanism = @mechanism", new { mechanism })
        );
        Assert.Contains("查看联席会议", (await clerk.Get($"/notices/{id}")).Text);
    }

    [Fact]
    public async Task A_number_with_lost_characters_is_shown_as_written_until_a_person_confirms_the_proposed_one()
    {
        using var clerk = await host.Clerk();
        var text = Encoding.UTF8.GetString(Samples.Notice()).Replace("云政发〔2026〕6号", "云政发202616号");
        var review = await clerk.Follow(await clerk.Submit("/notices", new() { ["Text"] = text }));
        Assert.Contains("通知 云政发202616号 云溪市人民政府", review.Text);
        var id = IdOf(review);
        foreach (var kind in new[] { "Person", "Clause", "Task", "Repair" })
            await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var form = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("来文写作“云政发202616号”", form.Text);
        Assert.Contains("value=\"云政发〔2026〕16号\"", form.Html);
        var mechanism = await clerk.Follow(
            await clerk.Submit(form, $"/notices/{id}/found", new() { ["Name"] = "云溪市技能联席会议" }, "建立联席会议")
        );
        Assert.Contains("依据云政发〔2026〕16号建立", mechanism.Text);
    }

    [Fact]
    public async Task Founding_before_all_is_confirmed_says_what_is_missing()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        await clerk.Submit($"/notices/{id}?kind=Person", [], press: "全部采纳");
        var answer = await clerk.Submit($"/notices/{id}/found", new() { ["Name"] = "某联席会议" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("还有待确认的识别结果：条款", answer.Text);
    }

    [Fact]
    public async Task The_same_upload_handed_in_twice_is_stored_once()
    {
        using var clerk = await host.Clerk();
        var page = await clerk.Get("/notices");
        var first = await clerk.Submit(page, "/notices", [], null, Paper);
        var before = await Stored();
        var second = await clerk.Submit(page, "/notices", [], null, Paper);
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task Others_than_the_office_find_no_notice()
    {
        using var clerk = await host.Clerk();
        var id = IdOf(await Import(clerk));
        await host.Add(
            OfficeHost.New("other", "别处", "白杨市水务局", Domain.Rights.Role.OfficeClerk),
            OfficeHost.New("liaison", "联络", "青澜市水务局", Domain.Rights.Role.Liaison)
        );
        using var other = await host.SignedIn("other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/notices/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/notices/none/found")).Status);
        using var liaison = await host.SignedIn("liaison");
        Assert.Contains("/error/403", (await liaison.Get($"/notices/{id}")).Location);
        using var admin = await host.Administrator();
        Assert.Contains("/error/403", (await admin.Get("/notices")).Location);
    }

    private static async Task<Answer> Import(Browser clerk) =>
        await clerk.Follow(await clerk.Submit("/notices", [], null, Paper));

    private static async Task Decide(Browser clerk, string id, ProposalKind kind, string label, string state)
    {
        var page = await clerk.Get($"/notices/{id}?kind={kind}");
        var item = page.Html[page.Html.IndexOf(label, StringComparison.Ordinal)..];
        var answer = await clerk.Submit(page with { Html = item }, $"/notices/{id}", [], press: $"value=\"{state}\"");
        Assert.Contains("#p-", answer.Location);
    }

    private async Task<IReadOnlyList<ProposalRow>> Rows(string id, ProposalKind kind)
    {
        await using var session = await host.Database.Read();
        return await session.Query<ProposalRow>(
            "select * from proposal where case_id = @id and kind = @kind order by position",
            new { id, kind = kind.ToString() }
        );
    }

    private async Task<long> Stored()
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<long>("select count(*) from notice");
    }

    private static string IdOf(Answer page) =>
        Regex.Match(page.Html, "href=\"/notices/(?<id>[0-9a-f-]{36})/found\"").Groups["id"].Value;
}
