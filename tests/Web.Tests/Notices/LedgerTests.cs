using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Samples;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>A running ledger, pasted from a spreadsheet, becomes tasks of a mechanism that is there.</summary>
public sealed class LedgerTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private static readonly string[] Rows =
    [
        "云溪市重点工作任务台账（截至2026年3月31日）\t\t\t\t\t\t\t",
        "序号\t重点任务\t牵头单位\t责任单位\t完成时限\t进展情况\t状态\t备注",
        "一、城市建设\t\t\t\t\t\t\t",
        "1\t建成公共停车场5处\t市交通运输局\t市财政局\t2026年2月底前\t已建成5处。\t已完成\t验收单已归档",
        "2\t完成停车普查\t市交通运输局\t\t2026年3月20日前\t正在入户普查。\t进行中\t",
        "3\t开展错时共享\t市教育局\t市财政局\t持续实施\t12所学校已共享。\t长期坚持\t",
        "4\t修订停车收费办法\t市发改委\t\t2099年12月底前\t\t已报审\t",
    ];

    private static readonly string Pasted = string.Join('\n', Rows);

    [Fact]
    public async Task A_pasted_ledger_is_confirmed_previewed_and_taken_over()
    {
        using var clerk = await host.Clerk();
        await Mechanism(clerk);
        var id = await Import(clerk, Pasted);
        Assert.Contains("下一步：转入督办台账", (await clerk.Get($"/notices/{id}")).Text);
        Assert.Contains("时限 2026-03-20 在截至日期之前", (await clerk.Get($"/notices/{id}?kind=Task")).Text);
        Assert.Contains("确认后才能转入", (await clerk.Get($"/notices/{id}/take-over")).Text);
        await Confirm(clerk, id);

        var preview = await clerk.Get($"/notices/{id}/take-over");
        Assert.Contains("共 4 项：下达签收 2，历史待核 2", preview.Text);
        Assert.Contains("台账载明“已办结”", preview.Text);
        Assert.Contains("截至日期前时限已过", preview.Text);

        var done = await clerk.Follow(
            await clerk.Submit(
                preview,
                $"/notices/{id}/take-over",
                new() { ["Into"] = Into(preview), ["AsOf"] = "2026-03-31" }
            )
        );
        Assert.Contains("已转入 4 项（截至2026年3月31日）", done.Text);
        Assert.Contains("待签收 2 项，办理中 0 项，历史待核 2 项", done.Text);

        var task = await clerk.Get($"/tasks/{await host.TaskOf("建成公共停车场5处")}");
        Assert.Contains("台账转入 截至2026年3月31日，台账载明“已完成” 已建成5处。", task.Text);
        Assert.Contains("备注：验收单已归档", task.Text);
        Assert.Contains("台账载明“已办结”，不计超期", task.Text);

        // 一并核定: the ledger's word is no judgement, a person's basis is.
        Assert.Contains(
            "请填写核定依据",
            (await clerk.Submit(done, $"/notices/{id}/take-over", new() { ["Basis"] = " " })).Text
        );
        var judged = await clerk.Follow(
            await clerk.Submit(done, $"/notices/{id}/take-over", new() { ["Basis"] = "验收单" })
        );
        Assert.Contains("历史待核 1 项，已办结 1 项", judged.Text);

        // The same ledger again.
        var again = await Import(clerk, Pasted);
        await Confirm(clerk, again);
        var known = await clerk.Get($"/notices/{again}/take-over");
        Assert.Contains("此前已转入 4", known.Text);
        var refused = await clerk.Submit(known, $"/notices/{again}/take-over", new() { ["Into"] = Into(known) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("此前都已转入，没有新的任务", refused.Text);

        // A later edition adds its progress to the tasks that are there, and makes none twice.
        var later = await Import(clerk, Pasted.Replace("已建成5处", "已建成8处").Replace("3月31日", "4月30日"));
        await Confirm(clerk, later);
        var ahead = await clerk.Get($"/notices/{later}/take-over");
        Assert.Contains("补记进展 1，此前已转入 3", ahead.Text);
        var added = await clerk.Follow(
            await clerk.Submit(
                ahead,
                $"/notices/{later}/take-over",
                new() { ["Into"] = Into(ahead), ["AsOf"] = "2026-04-30" }
            )
        );
        Assert.Contains("已为此前转入的 1 项补记台账进展", added.Text);
        var continued = await clerk.Get($"/tasks/{await host.TaskOf("建成公共停车场5处")}");
        Assert.Contains("台账补记 截至2026年4月30日，台账载明“已完成” 已建成8处。", continued.Text);
        Assert.Contains("台账转入 截至2026年3月31日，台账载明“已完成” 已建成5处。", continued.Text);
    }

    [Fact]
    public async Task What_was_confirmed_is_proposed_next_time_with_who_confirmed_it_until_it_is_forgotten()
    {
        using var clerk = await host.Clerk();
        var first = await Import(clerk, Pasted.Replace("市发改委", "市粮储局"));
        Assert.Contains("不在单位名录中", (await clerk.Get($"/notices/{first}?kind=Unit")).Text);
        await Correct(clerk, first, ProposalKind.Unit, "市粮储局", "云溪市粮食和物资储备局");
        await Correct(clerk, first, ProposalKind.Status, "已报审", "InProgress");

        var second = await Import(clerk, Pasted.Replace("市发改委", "市粮储局"));
        var unit = await host.Proposal(second, ProposalKind.Unit, "市粮储局");
        Assert.Equal(ProposalState.Pending, unit.State);
        Assert.Equal("云溪市粮食和物资储备局", ProposalValues.Read<ProposedReading>(unit.Value).To);
        Assert.Matches("^上次由王敏于.+确认$", unit.Doubt);
        Assert.Contains("上次由王敏于", (await clerk.Get($"/notices/{second}?kind=Status")).Text);

        var list = await clerk.Get("/notices/learned");
        Assert.Contains("单位名称 市粮储局 云溪市粮食和物资储备局 王敏", list.Text);
        Assert.Contains("台账状态 已报审 进行中 王敏", list.Text);
        await clerk.Submit(list, "/notices/learned", new() { ["source"] = "市粮储局" }, press: "不再沿用“市粮储局”");
        Assert.DoesNotContain(
            "市粮储局",
            (await clerk.Get("/notices/learned")).Text.Replace("不再沿用“市粮储局”的读法", "")
        );
        var third = await Import(clerk, Pasted.Replace("市发改委", "市粮储局"));
        Assert.DoesNotContain("上次由", (await host.Proposal(third, ProposalKind.Unit, "市粮储局")).Doubt);
    }

    [Fact]
    public async Task A_heading_explained_once_is_read_so_at_the_next_import_and_shown_for_confirmation()
    {
        using var clerk = await host.Clerk();
        var text = Pasted.Replace("备注", "领导批示落实要点").Replace("验收单已归档", "已批转各单位");
        var first = await Import(clerk, text);
        Assert.Contains("不认识的表头", (await clerk.Get($"/notices/{first}?kind=Column")).Text);
        await Correct(clerk, first, ProposalKind.Column, "领导批示落实要点", "Progress");
        await clerk.Submit($"/notices/{first}", [], press: "搁置这份来文");
        Assert.Contains("已搁置", (await clerk.Get("/notices")).Text);

        var second = await Import(clerk, text);
        Assert.StartsWith("上次由王敏", (await host.Proposal(second, ProposalKind.Column, "领导批示落实要点")).Doubt);
        var row = ProposalValues.Read<ProposedTask>((await host.Proposal(second, ProposalKind.Task, "第 1 项")).Value);
        Assert.Equal("已建成5处。\n已批转各单位", row.Ledger!.Progress);
    }

    [Fact]
    public async Task A_repair_corrected_once_is_proposed_as_it_was_corrected()
    {
        using var clerk = await host.Clerk();
        var text = Pasted.Replace("2026年2月底前", "20267月15前");
        var first = await Import(clerk, text);
        var row = await host.Proposal(first, ProposalKind.Repair, "第 1 项时限");
        await clerk.Submit(
            $"/notices/{first}?kind=Repair&edit={row.Id}",
            new() { ["Correction.Repaired"] = "2026年7月25日前", ["Correction.Date"] = "2026-07-25" }
        );
        var second = await host.Proposal(await Import(clerk, text), ProposalKind.Repair, "第 1 项时限");
        Assert.Equal(ProposalState.Pending, second.State);
        Assert.Equal(new DateOnly(2026, 7, 25), ProposalValues.Read<ProposedRepair>(second.Value).Date);
        Assert.Contains("上次由王敏于", second.Doubt);
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line_of_the_source_beside_its_proposal()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, Pasted);
        var row = await host.Proposal(id, ProposalKind.Task, "第 2 项");
        Assert.StartsWith("2\t完成停车普查\t市交通运输局", row.SourceText);
        Assert.Contains(
            $"<li id=\"source-{row.SourceLine}\" class=\"found\">2&#x9;完成停车普查",
            (await clerk.Get($"/notices/{id}?kind=Task")).Html
        );
    }

    private static string Into(Answer page) =>
        Regex.Match(page.Html, "name=\"Into\" value=\"(?<id>[0-9a-f-]{36})\"").Groups["id"].Value;

    /// <summary>A mechanism that the clerk's office runs, made once.</summary>
    private async Task Mechanism(Browser clerk)
    {
        var page = await clerk.Follow(
            await clerk.Submit("/notices", [], null, new Handed("Paper", "通知.txt", Samples.Notice()))
        );
        var id = IdOf(page);
        await Confirm(clerk, id);
        await clerk.Submit($"/notices/{id}/found", [], press: "建立联席会议");
    }

    private async Task<string> Import(Browser clerk, string text) =>
        IdOf(await clerk.Follow(await clerk.Submit("/notices", new() { ["Text"] = text })));

    private async Task Confirm(Browser clerk, string id)
    {
        foreach (var kind in Enum.GetNames<ProposalKind>())
        {
            var page = await clerk.Get($"/notices/{id}?kind={kind}");
            if (page.Html.Contains("全部采纳", StringComparison.Ordinal))
                await clerk.Submit(page, $"/notices/{id}", [], press: "全部采纳");
        }
        await using var session = await host.Database.Read();
        var unread = await session.Query<ProposalRow>(
            "select * from proposal where case_id = @id and kind = 'Status' and state = 'Pending'",
            new { id }
        );
        foreach (var word in unread)
            await Correct(clerk, id, ProposalKind.Status, word.Label, "InProgress");
    }

    private async Task Correct(Browser clerk, string id, ProposalKind kind, string label, string reading)
    {
        var row = await host.Proposal(id, kind, label);
        var answer = await clerk.Submit(
            $"/notices/{id}?kind={kind}&edit={row.Id}",
            new() { ["Correction.ReadAs"] = reading }
        );
        Assert.Contains("#p-", answer.Location);
    }

    private static string IdOf(Answer page) =>
        Regex.Match(page.Html, "/notices/(?<id>[0-9a-f-]{36})").Groups["id"].Value;
}
