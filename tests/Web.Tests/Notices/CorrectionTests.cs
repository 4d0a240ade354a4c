using System.Net;
using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Samples;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Web.Intake;
using JointMeeting.Web.Pages.Notices;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>更正 puts in nothing that nobody said, throws nothing away unseen, and shows what speaks for a repair.</summary>
public sealed class CorrectionTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private static readonly string[] Rows =
    [
        "云溪市重点工作任务台账（截至2026年3月31日）\t\t\t\t\t\t",
        "序号\t重点任务\t牵头单位\t责任单位\t完成时限\t进展情况\t状态",
        "1\t建成公共停车场5处\t市交通运输局\t市财政局\t2099年2月底前\t已建成5处。\t已完成",
        "2\t修订停车收费办法\t市发改委\t\t\t\t已报审",
    ];

    [Fact]
    public async Task A_word_that_was_not_read_has_no_status_until_one_is_chosen()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "不预选状态");
        var word = await host.Proposal(id, ProposalKind.Status, "已报审");
        var form = await clerk.Get($"/notices/{id}?kind=Status&edit={word.Id}");
        Assert.Contains("<option selected=\"selected\" value=\"\">请选择</option>", form.Html);
        var empty = await clerk.Submit(form, $"/notices/{id}", new() { ["Correction.ReadAs"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("请填写读作", empty.Text);
        Assert.Equal(ProposalState.Pending, (await host.Proposal(id, ProposalKind.Status, "已报审")).State);
    }

    [Fact]
    public async Task A_row_without_a_deadline_gets_none_when_its_lead_is_corrected()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "不预选时限");
        var row = await host.Proposal(id, ProposalKind.Task, "第 2 项");
        var form = await clerk.Get($"/notices/{id}?kind=Task&edit={row.Id}");
        Assert.Contains("<option value=\"\">未写明</option>", form.Html);
        var done = await clerk.Submit(
            form,
            $"/notices/{id}",
            new() { ["Correction.Lead"] = "市发展和改革委员会", ["Correction.Kind"] = "" }
        );
        Assert.Contains("#p-", done.Location);
        var task = ProposalValues.Read<ProposedTask>((await host.Proposal(id, ProposalKind.Task, "第 2 项")).Value);
        Assert.Equal(["市发展和改革委员会"], task.Lead);
        Assert.Null(task.Deadline);
        // A row that has a deadline offers no way to lose it unseen.
        var first = await host.Proposal(id, ProposalKind.Task, "第 1 项");
        Assert.DoesNotContain(">未写明</option>", (await clerk.Get($"/notices/{id}?kind=Task&edit={first.Id}")).Html);
    }

    [Fact]
    public async Task A_role_that_this_system_does_not_have_is_chosen_by_a_person()
    {
        var text = ProposalValues.Write(new ProposedPerson("李明", "市人民政府", "副市长", "组长"));
        Assert.Null(CorrectionForm.For(Row(ProposalKind.Person, text)).Role);
        using var clerk = await host.Clerk();
        var id = await Imported(clerk, Encoding.UTF8.GetString(Samples.Notice()));
        var person = await host.Proposal(id, ProposalKind.Person, "成员 温如璋");
        var answer = await clerk.Submit(
            $"/notices/{id}?kind=Person&edit={person.Id}",
            new() { ["Correction.Role"] = "组长" }
        );
        Assert.Contains("请选择角色", answer.Text);
    }

    [Fact]
    public async Task A_forged_reading_of_a_heading_is_refused_and_one_from_before_breaks_no_page()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "伪造表头");
        var column = await host.Proposal(id, ProposalKind.Column, "进展情况");
        var forged = await clerk.Submit(
            $"/notices/{id}?kind=Column&edit={column.Id}",
            new() { ["Correction.ReadAs"] = "foo" }
        );
        Assert.Contains("没有“foo”这一栏", forged.Text);
        await using (var session = await host.Database.Write())
        {
            await session.Execute(
                "update proposal set value = @value where id = @Id",
                new { column.Id, value = ProposalValues.Write(new ProposedReading("进展情况", "foo", 1)) }
            );
            await session.Execute(
                "insert into learned (office_unit, kind, source, reading, confirmed_by, confirmed_at, times) select office_unit, 'Column', '进展情况', 'foo', '王敏', opened_at, 1 from cases where id = @id",
                new { id }
            );
            await session.Commit();
        }
        Assert.Contains("没有“foo”这一栏", (await clerk.Get($"/notices/{id}?kind=Column")).Text);
        Assert.Contains("没有“foo”这一栏", (await clerk.Get("/notices/learned")).Text);
    }

    [Fact]
    public async Task A_correction_is_taken_back_by_a_button_that_says_so_and_only_by_who_has_seen_it()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "恢复识别值");
        var row = await host.Proposal(id, ProposalKind.Task, "第 1 项");
        var old = await clerk.Get($"/notices/{id}?kind=Task");
        await clerk.Submit(
            $"/notices/{id}?kind=Task&edit={row.Id}",
            new() { ["Correction.Text"] = "建成公共停车场8处" }
        );
        var refused = await clerk.Submit(Item(old, row), $"/notices/{id}", [], press: "value=\"Accepted\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“第 1 项”在您打开页面后已由王敏改为“更正”", refused.Text);
        var now = await clerk.Get($"/notices/{id}?kind=Task");
        Assert.Contains("恢复识别值", Item(now, row).Html.Split("</li>")[0]);
        await clerk.Submit(Item(now, row), $"/notices/{id}", [], press: "恢复识别值");
        row = await host.Proposal(id, ProposalKind.Task, "第 1 项");
        Assert.Equal((ProposalState.Accepted, row.Original), (row.State, row.Value));
    }

    [Fact]
    public async Task The_same_words_imported_again_are_named_with_a_link()
    {
        using var clerk = await host.Clerk();
        var first = await Import(clerk, "重复导入");
        Assert.DoesNotContain("此前已经导入", (await clerk.Get($"/notices/{first}")).Text);
        var second = await clerk.Get($"/notices/{await Import(clerk, "重复导入")}");
        Assert.Contains("同样内容的来文此前已经导入", second.Text);
        Assert.Contains($"<a href=\"/notices/{first}\">", second.Html);
    }

    [Fact]
    public void A_field_that_only_the_correction_fills_is_shown_beside_the_others()
    {
        var target = new ProposedTarget("新增泊位", "", "≥ 2000个");
        var row = Row(
            ProposalKind.Target,
            ProposalValues.Write(target with { Scope = "城东区", Goal = "≥ 800个" })
        ) with
        {
            Original = ProposalValues.Write(target),
        };
        var fields = ProposalField.Compared(row);
        Assert.Contains(("适用", "", "城东区"), fields);
        Assert.Contains(("数值", "≥ 2000个", "≥ 800个"), fields);
        Assert.Contains(("目标", null, "新增泊位"), fields);
    }

    /// <summary>The body's own wording stands beside a damaged row, and values that contradict each other stand side by side.</summary>
    [Fact]
    public void A_finding_shows_its_support_both_values_and_how_certain_it_is()
    {
        var finding = new ProposedFinding("deadlinesDiffer", "时限与正文不一致", "1", [])
        {
            Support = "正文第 3 条：9月底前完成",
            Values = ["9月底前", "10月底前"],
            Confidence = 0.9,
        };
        Assert.Equal(
            [
                new("事项", "时限与正文不一致"),
                new("不一致的写法", "“9月底前”　与　“10月底前”"),
                new("文中依据", "正文第 3 条：9月底前完成"),
                new("把握", "90%"),
            ],
            ProposalField.Of(ProposalKind.Finding, ProposalValues.Write(finding))
        );
        var sample = Proposals(Encoding.UTF8.GetString(Samples.Notice()))
            .Where(p => p.Kind is ProposalKind.Finding)
            .Select(p => ProposalValues.Read<ProposedFinding>(p.Value))
            .ToList();
        Assert.All(sample, one => Assert.NotNull(one.Confidence));
        Assert.Contains(sample, one => one.Support is not null);
    }

    [Fact]
    public void Several_days_in_one_row_are_proposed_as_milestones_with_what_is_due_by_then()
    {
        var row = Proposals(
                "2026年重点任务分工表\n序号\t重点任务\t具体措施\t责任单位\t完成时限\n1\t培育企业\t培育5家\t县工信局\t6月底前完成申报，12月底前完成认定\n2\t建设基地\t建设2个\t同上\t全年"
            )
            .First(p => p.Kind is ProposalKind.Task);
        var task = ProposalValues.Read<ProposedTask>(row.Value);
        Assert.Equal([new("完成申报", "6月底前", new(2026, 6, 30))], task.Milestones);
        Assert.Equal(new DateOnly(2026, 12, 31), task.Deadline!.Date);
        Assert.Contains("没有写明年份", row.Doubt);
        Assert.Contains(new("节点", "2026年6月30日 完成申报"), ProposalField.Of(ProposalKind.Task, row.Value));
    }

    [Theory]
    [InlineData("2026-06-30 完成申报", "完成申报", "6月底前")]
    [InlineData("2026年6月30日 完成 评审", "完成 评审", "")]
    public void Milestones_are_typed_a_line_each_and_keep_the_words_of_the_source(
        string line,
        string text,
        string raw
    ) =>
        Assert.Equal(
            [new(text, raw, new(2026, 6, 30))],
            CorrectedMilestones.Of(line + "\n\n", [new("完成申报", "6月底前", new(2026, 6, 30))])
        );

    [Theory]
    [InlineData("完成申报")]
    [InlineData("2026-06-31 完成申报")]
    [InlineData("2026-06-30")]
    public void A_milestone_without_a_day_or_without_words_is_refused(string line) =>
        Assert.Contains("须先写日期", Assert.Throws<Domain.Refusal>(() => CorrectedMilestones.Of(line, [])).Why);

    [Fact]
    public async Task What_founds_is_shown_with_its_doubt_and_filled_in_where_it_founds()
    {
        using var clerk = await host.Clerk();
        const string page = """
            云溪市人民政府办公室关于建立云溪市充电设施联席会议制度的通知
            来源：市政府办　发布日期：2026-03-09
            各县区人民政府：
            经市政府同意，建立云溪市充电设施联席会议制度。
            一、组成人员
            召集人：李明　副市长
            成员：张华　市交通运输局局长
            云溪市人民政府办公室
            """;
        var id = await Imported(clerk, page);
        foreach (var kind in new[] { ProposalKind.Person, ProposalKind.Clause })
            if ((await clerk.Get($"/notices/{id}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var form = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("请对照原件核对。成员任职自这一天起登记", form.Text);
        var founded = await clerk.Submit(
            form,
            $"/notices/{id}/found",
            new() { ["IssuedOn"] = "2026-03-05", ["DocumentTitle"] = "关于建立充电设施联席会议制度的通知" }
        );
        await using var session = await host.Database.Read();
        var mechanism = founded.Location!.Split('/')[^1];
        Assert.Equal(
            "2026-03-05",
            await session.Scalar<string>(
                "select min(t.from_day) from tenure t join seat s on s.id = t.seat where s.mechanism = @mechanism",
                new { mechanism }
            )
        );
    }

    private static IReadOnlyList<Proposed> Proposals(string text) =>
        NoticeProposals
            .Of(ReadNotice.From("通知.txt", SourceText.FromText(text), TimeProvider.System), Known.Nothing)
            .Proposals;

    private static ProposalRow Row(ProposalKind kind, string value) =>
        new()
        {
            Id = "1",
            CaseId = "1",
            Position = 1,
            Kind = kind,
            Label = "1",
            Value = value,
            Original = value,
            State = ProposalState.Pending,
        };

    /// <summary>The page from that proposal on.</summary>
    private static Answer Item(Answer page, ProposalRow row) =>
        page with
        {
            Html = page.Html[page.Html.IndexOf($"id=\"p-{row.Id}\"", StringComparison.Ordinal)..],
        };

    /// <summary>The ledger under a heading of its own, so that each test has its own document.</summary>
    private static Task<string> Import(Browser clerk, string title) =>
        Imported(clerk, string.Join('\n', Rows).Replace("重点工作", title));

    private static async Task<string> Imported(Browser clerk, string text) =>
        (await clerk.Submit("/notices", new() { ["Text"] = text })).Location!.Split('/')[^1];
}
