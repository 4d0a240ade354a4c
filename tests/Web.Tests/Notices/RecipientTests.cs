using System.Text.RegularExpressions;
using JointMeeting.Documents.Reading;
using JointMeeting.Ledger;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>Whom a notice is addressed to (主送单位): proposed, named by a person, kept on the mechanism's page.</summary>
public sealed class RecipientTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    private const string Paper = """
        云溪市人民政府办公室关于建立云溪市{0}联席会议制度的通知
        各县、区人民政府，市政府各部门，市交通运输局，云溪港务集团公司：
        经市政府同意，建立云溪市{0}联席会议制度。
        一、组成人员
        召集人：李明　副市长
        成员：张华　市交通运输局局长
        王芳　市财政局局长
        二、工作要求
        1.各县（区）人民政府于每季度末月25日前报送治理进展情况。
        云溪市人民政府办公室
        2026年3月5日
        """;

    [Theory]
    [InlineData("市交通运输局", "市交通运输局", null)]
    [InlineData("云溪职业技术学院", "云溪职业技术学院", "不在单位名录中，采纳即列为新单位")]
    [InlineData("各县、区人民政府", "", "没有写明是哪些单位")]
    [InlineData("市直有关单位", "", "没有写明是哪些单位")]
    [InlineData("高新技术产业开发区、滨湖新城管委会", "", "没有写明是哪些单位")]
    [InlineData("云溪高等专科学校", "云溪高等专科学校", "不在单位名录中")]
    [InlineData("市安委会各成员单位", "", "没有写明是哪些单位")]
    public void A_single_unit_is_proposed_as_itself_and_a_group_as_nobody(string words, string units, string? doubt)
    {
        var recipient = Assert.Single(
            Proposals(Paper.Replace("各县、区人民政府，市政府各部门，市交通运输局，云溪港务集团公司", words))
        );
        Assert.Equal(words, recipient.Label);
        Assert.Equal(
            (words, units),
            ProposalValues.Read<ProposedRecipient>(recipient.Value) is var value
                ? (value.Words, string.Join('、', value.Units))
                : default
        );
        if (doubt is null)
            Assert.Null(recipient.Doubt);
        else
            Assert.Contains(doubt, recipient.Doubt);
    }

    [Fact]
    public async Task A_group_is_named_by_the_clerk_founds_with_its_units_and_is_proposed_next_time_with_who_named_it()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "岸线治理");
        var page = await clerk.Get($"/notices/{id}?kind=Recipient");
        Assert.Contains("对应单位 未指明单位", page.Text);
        await Correct(clerk, id, "各县、区人民政府", "云东县人民政府、云西区人民政府");
        Assert.Contains(
            "“云东县人民政府”、“云西区人民政府”不在单位名录中，建立或转入时列为新单位",
            (await clerk.Get($"/notices/{id}?kind=Recipient")).Text
        );
        var open = await Proposal(id, "市政府各部门");
        var form = await clerk.Get($"/notices/{id}?kind=Recipient");
        await clerk.Submit(
            form with
            {
                Html = form.Html[form.Html.IndexOf($"id=\"p-{open.Id}\"", StringComparison.Ordinal)..],
            },
            $"/notices/{id}",
            [],
            press: "value=\"Accepted\""
        );
        Assert.Equal(ProposalState.Accepted, (await Proposal(id, "市政府各部门")).State);
        foreach (var kind in new[] { ProposalKind.Person, ProposalKind.Clause, ProposalKind.Duty })
            if ((await clerk.Get($"/notices/{id}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");

        var found = await clerk.Get($"/notices/{id}/found");
        Assert.Contains("还有 2 个主送单位没有确认", found.Text);
        Assert.Contains("主送单位“市政府各部门”未指明单位", found.Text);
        Assert.Contains("按期发起", found.Text);
        await clerk.Submit($"/notices/{id}?kind=Recipient", [], press: "全部采纳");
        var founded = await clerk.Submit($"/notices/{id}/found", new() { ["Substitution"] = "Automatic" });
        var mechanism = await clerk.Follow(founded);
        Assert.Matches(
            "各县、区人民政府 云东县人民政府 非成员单位 云西区人民政府 非成员单位 [^ ]*治理进展",
            mechanism.Text
        );
        Assert.Contains("市交通运输局 市交通运输局 成员单位", mechanism.Text);
        Assert.Contains("市政府各部门 未指明单位", mechanism.Text);
        Assert.DoesNotContain("还没有请任何单位报送", (await clerk.Get($"{founded.Location}/reports")).Text);

        var next = await Proposal(await Import(clerk, "渡口治理"), "各县、区人民政府");
        Assert.Equal(ProposalState.Pending, next.State);
        Assert.Matches("^上次由王敏于.+确认$", next.Doubt);
        Assert.Equal(["云东县人民政府", "云西区人民政府"], ProposalValues.Read<ProposedRecipient>(next.Value).Units);
        Assert.Contains(
            "主送单位 县区人民政府 云东县人民政府、云西区人民政府 王敏",
            (await clerk.Get("/notices/learned")).Text
        );
    }

    [Fact]
    public async Task A_later_document_may_ask_the_addressees_that_founded()
    {
        using var clerk = await host.Clerk();
        var founding = await Import(clerk, "锚地治理");
        await Correct(clerk, founding, "各县、区人民政府", "云南县人民政府、云北区人民政府");
        foreach (
            var kind in new[] { ProposalKind.Recipient, ProposalKind.Person, ProposalKind.Clause, ProposalKind.Duty }
        )
            if ((await clerk.Get($"/notices/{founding}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{founding}?kind={kind}", [], press: "全部采纳");
        var founded = await clerk.Submit($"/notices/{founding}/found", new() { ["Substitution"] = "Automatic" });
        const string later = """
            云溪市人民政府办公室关于做好锚地治理月报工作的通知
            市交通运输局：
            一、各县区人民政府于每月25日前报送锚地治理月报。
            云溪市人民政府办公室
            2026年4月5日
            """;
        var id = (await clerk.Submit("/notices", new() { ["Text"] = later })).Location!.Split('/')[^1];
        foreach (var kind in new[] { ProposalKind.Clause, ProposalKind.Duty })
            if ((await clerk.Get($"/notices/{id}?kind={kind}")).Text.Contains("全部采纳"))
                await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        var into = founded.Location!.Split('/')[^1];
        var preview = await clerk.Get($"/notices/{id}/take-over?into={into}");
        Assert.Contains("各县区人民政府 每月，25日前；第一期", preview.Text);
        Assert.DoesNotContain("待安排：", preview.Text);
        Assert.Contains("不是单位名录中的单位", (await clerk.Get($"/notices/{id}?kind=Duty")).Text);
    }

    [Fact]
    public async Task A_duty_of_an_open_addressee_waits_and_says_which()
    {
        using var clerk = await host.Clerk();
        var id = await Import(clerk, "泊位治理", "各县、区人民政府", "各县、区教育局");
        foreach (var kind in new[] { ProposalKind.Recipient, ProposalKind.Duty })
            await clerk.Submit($"/notices/{id}?kind={kind}", [], press: "全部采纳");
        Assert.Contains(
            "现在还不能按期发起：主送单位“各县、区教育局”未指明单位",
            (await clerk.Get($"/notices/{id}?kind=Duty")).Text
        );
    }

    private static IReadOnlyList<Proposed> Proposals(string text) =>
        [
            .. NoticeProposals
                .Of(ReadNotice.From("通知.txt", SourceText.FromText(text), TimeProvider.System), Known.Nothing)
                .Proposals.Where(p => p.Kind is ProposalKind.Recipient),
        ];

    private static async Task<string> Import(Browser clerk, string matter, string words = "-", string now = "-")
    {
        var text = Paper
            .Replace("{0}", matter)
            .Replace(words, now)
            .Replace("各县（区）人民政府", now == "-" ? "各县（区）人民政府" : now);
        return Regex
            .Match((await clerk.Submit("/notices", new() { ["Text"] = text })).Location!, "[0-9a-f-]{36}")
            .Value;
    }

    private async Task Correct(Browser clerk, string id, string label, string units)
    {
        var row = await Proposal(id, label);
        var answer = await clerk.Submit(
            $"/notices/{id}?kind=Recipient&edit={row.Id}",
            new() { ["Correction.Units"] = units }
        );
        Assert.Contains("#p-", answer.Location);
    }

    private async Task<ProposalRow> Proposal(string id, string label)
    {
        await using var session = await host.Database.Read();
        return (
            await session.One<ProposalRow>(
                "select * from proposal where case_id = @id and kind = 'Recipient' and label = @label",
                new { id, label }
            )
        )!;
    }
}
