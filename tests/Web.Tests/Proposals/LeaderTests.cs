using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>领导视图: what does not go by itself, with every reason; what goes well is a number only.</summary>
public sealed class LeaderTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private static int _number;

    public async ValueTask InitializeAsync()
    {
        await using var session = await host.Database.Read();
        if (await session.Scalar<long>("select count(*) from account where login = 'government'") > 0)
            return;
        var deputy = OfficeHost.New("deputy", "齐副局长", "市教育局", Role.Head) with { IsPrincipal = false };
        await host.Add(
            OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
            OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice),
            OfficeHost.New("mayor", "周市长", "市人民政府", Role.Head),
            OfficeHost.New("education", "教育联络员", "市教育局", Role.Liaison),
            OfficeHost.New("principal", "郑局长", "市教育局", Role.Head),
            deputy
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_goes_well_is_a_number_only()
    {
        await Assigned("关于正常办理的建议");
        foreach (var leader in new[] { "principal", "government" })
        {
            var page = await Page(leader);
            Assert.DoesNotContain("关于正常办理的建议", page.Text);
            Assert.Matches("在办 [1-9][0-9]* 件", page.Text);
        }
    }

    [Fact]
    public async Task What_waits_for_the_leaders_signature_is_one_link_away()
    {
        var ask = await Submitted(await Assigned("关于校车的建议"));
        var page = await Page("principal");
        Assert.Matches("等您签发答复 ?去签发 [0-9]+ 号 关于校车的建议", page.Text);
        Assert.Contains($"href=\"/asks/{ask}\"", page.Html);
        using var principal = await host.SignedIn("principal");
        var sign = (await principal.Get($"/asks/{ask}")).Text;
        Assert.Contains("提交答复", sign);
        Assert.Matches("答复稿 总体 A 类 A 类 已解决。", sign);
    }

    /// <summary>A key item is the principal head's to sign: another head reads whose turn it is.</summary>
    [Fact]
    public async Task Another_head_sees_that_the_principal_one_is_to_sign()
    {
        var id = await Assigned("关于托幼的重点建议", key: true);
        var ask = await Submitted(id);
        Assert.Matches("等您签发答复 ?去签发 [0-9]+ 号 关于托幼的重点建议", (await Page("principal")).Text);
        var other = await Page("deputy");
        Assert.Matches("等主要负责人签发 [0-9]+ 号 关于托幼的重点建议", other.Text);
        Assert.DoesNotContain($"/asks/{ask}", other.Html);
        using var deputy = await host.SignedIn("deputy");
        var refused = await deputy.Get($"/asks/{ask}");
        Assert.Contains("请转请主要负责人签发", refused.Text);
        Assert.Contains("由主要负责人郑局长签发", refused.Text);
    }

    [Fact]
    public async Task A_reply_that_is_late_and_waits_for_the_signature_says_both()
    {
        var id = await Assigned("关于食堂的建议", fixedOn: -1);
        await Submitted(id);
        Assert.Matches("答复逾期；等您签发答复 ?去签发 [0-9]+ 号 关于食堂的建议", (await Page("principal")).Text);
        Assert.Matches("答复逾期 [0-9]+ 号 关于食堂的建议", (await Page("government")).Text);
    }

    [Fact]
    public async Task A_return_without_a_ruling_is_shown_to_who_rules_and_to_the_unit()
    {
        var id = await Assigned("关于人行道的建议");
        var request = new RequestReturn(CaseKind.Suggestion, "不属本单位职责", "市城管局", "郑局长");
        await host.Steps.Act(await host.PersonOf("education"), id, request);
        foreach (var leader in new[] { "principal", "government" })
            Assert.Matches("退回申请尚未裁定 [0-9]+ 号 关于人行道的建议", (await Page(leader)).Text);
    }

    [Fact]
    public async Task The_items_one_leads_are_listed_and_nobody_elses()
    {
        await Assigned("关于学区的重点建议", key: true);
        await Assigned("关于操场的建议");
        var page = (await Page("mayor")).Text;
        Assert.Matches("周市长领办（督办）的重点件.*关于学区的重点建议", page);
        Assert.DoesNotContain("关于操场的建议", page);
        Assert.Contains("没有领办（督办）的件", (await Page("deputy")).Text);
    }

    [Fact]
    public async Task What_no_request_stands_for_waits_on_the_workbench_of_the_office()
    {
        await Registered("关于待交办的建议", key: false);
        using var government = await host.SignedIn("government");
        Assert.Matches("[1-9][0-9]* 件待交办 批量交办", (await government.Get("/")).Text);
        foreach (var login in new[] { "congress", "education" })
        {
            using var other = await host.SignedIn(login);
            Assert.DoesNotContain("件待交办", (await other.Get("/")).Text);
        }
    }

    private async Task<Answer> Page(string login)
    {
        using var browser = await host.SignedIn(login);
        return await browser.Get("/proposals/leader");
    }

    private async Task<string> Assigned(string title, bool key = false, int? fixedOn = null)
    {
        var today = Moment.DayInChina(host.Clock.GetUtcNow());
        var (government, education) = (await host.PersonOf("government"), await host.PersonOf("education"));
        var id = await Registered(title, key);
        AssignedUnit[] units = [new(education.Unit!, HandlingDuty.Sole)];
        DateOnly? day = fixedOn is { } days ? today.AddDays(days) : null;
        await host.Steps.Act(government, id, new AssignItem(CaseKind.Suggestion, units, today, day));
        return id;
    }

    private async Task<string> Registered(string title, bool key)
    {
        var today = Moment.DayInChina(host.Clock.GetUtcNow());
        var item = new NewItem(
            ItemKind.Suggestion,
            "六届一次",
            $"{Interlocked.Increment(ref _number)}",
            title,
            "",
            [new("李明")],
            today,
            IsKey: key,
            Leader: key ? "周市长" : null
        );
        var target = new Target.New(CaseKind.Suggestion, title);
        var government = await host.PersonOf("government");
        return (await host.Steps.Act(government, target, new RegisterItem(item))).CaseId;
    }

    /// <summary>Drafted, sent up and, where it has to, reviewed; returns the signature that is asked for.</summary>
    private async Task<string> Submitted(string id)
    {
        var education = await host.PersonOf("education");
        await host.Steps.Act(education, id, new AnswerAsk(await Ask(id, "accept"), new AnswerDraft("accept")));
        var draft = new SaveReply(CaseKind.Suggestion, new(null, null), [new ReplyPart(null, "已解决。", "A")]);
        await host.Steps.Act(education, id, new SubmitReply(CaseKind.Suggestion, Draft: draft));
        if (await Ask(id, "replyReview") is { Length: > 0 } review)
            await host.Steps.Act(await host.PersonOf("government"), id, new AnswerAsk(review, new AnswerDraft("pass")));
        return await Ask(id, "replySign");
    }

    private async Task<string> Ask(string id, string vocabulary)
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<string?>(
                "select id from ask where case_id = @id and vocabulary = @vocabulary and state = 'Open'",
                new { id, vocabulary }
            ) ?? "";
    }
}
