using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Web.Demo;

/// <summary>Suggestions and a proposal of the demo: one answered with a promise, one being handled, some to be assigned.</summary>
internal sealed class DemoProposals(Steps steps, DemoDesk desk)
{
    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    /// <summary>Makes them, all on the present day.</summary>
    public async Task Build()
    {
        var answered = await Register(
            "1",
            "关于扩大社区技能培训覆盖面的建议",
            "社区居民参加培训不便，建议增设培训点。",
            "市人社局"
        );
        await Assign(answered, new AssignedUnit(await desk.Unit("市人社局"), HandlingDuty.Sole));
        await Answer(answered);
        var handled = await Register(
            "2",
            "关于职业院校面向企业开放实训基地的建议",
            "建议开放实训基地并给予补助。",
            "市教育局",
            "市财政局"
        );
        await Assign(
            handled,
            new AssignedUnit(await desk.Unit("市教育局"), HandlingDuty.Host),
            new AssignedUnit(await desk.Unit("市财政局"), HandlingDuty.CoHandler)
        );
        await desk.Answer("jiaoyu", handled, new AnswerDraft("accept"));
        await Register("3", "关于进一步扩大社区技能培训覆盖面的建议", "建议把培训送到楼栋。");
        await Register("4", "关于为返乡创业人员提供培训补贴的建议", "建议提高补贴标准。", "市农业农村局", "市财政局");
        await Duties();
        var proposal = new NewItem(
            ItemKind.Proposal,
            "五届三次",
            "18",
            "关于建设退役军人技能培训基地的提案",
            "建议依托职业院校建设基地。",
            [new NewSigner("尹若水", "0000-5550201")],
            Today,
            Constituency: "社会福利和社会保障界"
        );
        await steps.Act(
            await desk.Who("tian"),
            new Target.New(CaseKind.Proposal, proposal.Title),
            new RegisterItem(proposal)
        );
    }

    /// <summary>A small duty catalogue, by which the third suggestion finds its unit.</summary>
    private async Task Duties()
    {
        await steps.Act(
            await desk.Who("zhengban"),
            await steps.HouseCase(),
            new SetDuties([
                new UnitDuty(await desk.Unit("市人社局"), ["技能培训", "创业"], "三定规定第三条"),
                new UnitDuty(await desk.Unit("市教育局"), ["职业院校", "学校"], "三定规定第四条"),
            ])
        );
    }

    private async Task<string> Register(string number, string title, string text, params string[] suggested)
    {
        var units = new List<string>();
        foreach (var name in suggested)
            units.Add(await desk.Unit(name));
        var item = new NewItem(
            ItemKind.Suggestion,
            "五届三次",
            number,
            title,
            text,
            [new NewSigner("钟书遥", "0000-5550101"), new NewSigner("沈青禾")],
            Today,
            Constituency: "城东代表团",
            Suggested: [.. units.Take(1)],
            Hosts: [.. units.Take(1)],
            CoHandlers: [.. units.Skip(1)]
        );
        var target = new Target.New(CaseKind.Suggestion, title);
        return (await steps.Act(await desk.Who("daigong"), target, new RegisterItem(item))).CaseId;
    }

    private async Task Assign(string item, params AssignedUnit[] units) =>
        await steps.Act(await desk.Who("zhengban"), item, new AssignItem(CaseKind.Suggestion, units, Today));

    private async Task Answer(string item)
    {
        const CaseKind kind = CaseKind.Suggestion;
        var host = await desk.Who("renshe");
        await desk.Answer("renshe", item, new AnswerDraft("accept"));
        var contact = new LogContact(kind, $"demo-{item}", ContactKind.Meeting, Today, "钟书遥", "面商，听取意见");
        await steps.Act(host, item, contact);
        var draft = new SaveReply(
            kind,
            new SeenText(null, null),
            [
                new ReplyPart(null, "尊敬的钟书遥代表：您提出的建议收悉，现答复如下：", null),
                new ReplyPart(null, "今年已新增社区培训点 12 个。", "A"),
                new ReplyPart(null, "年内再增设 6 个，实现街道全覆盖。", "B", new DateOnly(Today.Year, 12, 31)),
            ]
        );
        await steps.Act(host, item, new SubmitReply(kind, Draft: draft));
        await desk.Answer("renshehead", item, new AnswerDraft("sign"));
        await steps.Act(
            host,
            item,
            new SendReply(kind, null, "云人社建复", Publication.Full, null, "许知微", "0000-5550102")
        );
    }
}
