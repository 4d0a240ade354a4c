using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Web.Demo;

/// <summary>
/// Suggestions and proposals of the demo in every stage: to be assigned, being handled, with a disagreement, replied,
/// judged, handled again, followed up, divided, merged.
/// </summary>
internal sealed class DemoProposals(Steps steps, DemoDesk desk)
{
    private readonly DemoHandling _handling = new(steps, desk);
    private readonly List<string> _toGoOn = [];
    private int _number;

    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    /// <summary>Makes and assigns them.</summary>
    public async Task Build()
    {
        var followed = await Handled(
            "关于扩大社区技能培训覆盖面的建议",
            "社区居民参加培训不便，建议增设培训点。",
            "市人社局"
        );
        await _handling.AnswerWithPromise(followed);
        var redone = await Handled(
            "关于规范技能培训补贴发放的建议",
            "补贴到账慢，建议公开流程、限时发放。",
            "市人社局"
        );
        await _handling.AnswerSolved(redone);
        _toGoOn.AddRange([followed, redone]);
        await Handled("关于职业院校面向企业开放实训基地的建议", "建议开放实训基地并给予补助。", "市教育局", "市财政局");
        var disputed = await Handled(
            "关于减免中小企业职工培训费用的建议",
            "建议培训费由财政承担七成。",
            "市教育局",
            "市财政局"
        );
        await _handling.Disagree(disputed);
        await Divided();
        await Merged();
        await Register("关于进一步扩大社区技能培训覆盖面的建议", "建议把培训送到楼栋。");
        await Register("关于为返乡创业人员提供培训补贴的建议", "建议提高补贴标准。", "市农业农村局", "市财政局");
        await Duties();
        await Proposal();
    }

    /// <summary>Weeks later: the verdicts are in, one reply was not enough, one promise is followed up.</summary>
    public async Task GoOn()
    {
        await _handling.Judge(_toGoOn[0], Satisfaction.Basically, null);
        await _handling.Judge(_toGoOn[1], Satisfaction.Dissatisfied, "流程没有公开，限时发放没有答复");
    }

    /// <summary>分办: two units that each reply for their part.</summary>
    private async Task Divided()
    {
        var whole = await Register(
            "关于培训与就业服务衔接的建议",
            "培训由教育、就业由人社分别答复。",
            "市教育局",
            "市人社局"
        );
        await Assign(
            whole,
            new(await desk.Unit("市教育局"), HandlingDuty.Separate),
            new(await desk.Unit("市人社局"), HandlingDuty.Separate)
        );
    }

    /// <summary>并案: two that ask for the same; both signers get their own reply.</summary>
    private async Task Merged()
    {
        var main = await Register("关于建设残疾人技能培训中心的建议", "建议建设培训中心。", "市残联");
        var other = await Register("关于设立残疾人技能培训中心的建议", "建议设立培训中心。");
        await steps.Act(await desk.Who("zhengban"), other, new MergeItem(CaseKind.Suggestion, main));
        await Assign(main, new AssignedUnit(await desk.Unit("市残联"), HandlingDuty.Sole));
    }

    private async Task Proposal()
    {
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

    /// <summary>Registered, assigned to the first unit as host, signed for by it.</summary>
    private async Task<string> Handled(string title, string text, params string[] units)
    {
        var item = await Register(title, text, units);
        var assigned = new List<AssignedUnit>();
        foreach (var (unit, i) in units.Select((u, i) => (u, i)))
            assigned.Add(
                new(
                    await desk.Unit(unit),
                    units.Length == 1 ? HandlingDuty.Sole
                        : i == 0 ? HandlingDuty.Host
                        : HandlingDuty.CoHandler
                )
            );
        await Assign(item, [.. assigned]);
        await _handling.Accept(item);
        return item;
    }

    private async Task<string> Register(string title, string text, params string[] suggested)
    {
        var units = new List<string>();
        foreach (var name in suggested)
            units.Add(await desk.Unit(name));
        var item = new NewItem(
            ItemKind.Suggestion,
            "五届三次",
            $"{++_number}",
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
}
