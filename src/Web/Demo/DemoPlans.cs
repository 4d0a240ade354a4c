using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.InnerChains;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Check;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Disagree;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Issue;
using JointMeeting.Workflows.Plans.Start;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Web.Demo;

/// <summary>
/// The demo's plans: one in force, one under its second countersign with a disagreement, one out for opinions, one being
/// drafted. They come about between the meetings, so that their clocks run as the meetings' do.
/// </summary>
internal sealed class DemoPlans(Steps steps, DemoDesk desk, string mechanism)
{
    private static readonly string[] Answering =
    [
        "renshe",
        "jiaoyu",
        "caizheng",
        "jingxin",
        "gonghui",
        "nongye",
        "xueyuan",
    ];
    private static readonly string[] Joint = ["市教育局", "市财政局"];

    private readonly DemoPlanTexts _texts = new(steps, desk);
    private string _base = "";
    private string _apprentices = "";

    /// <summary>Two plans are drafted and out for opinions.</summary>
    public async Task OutForOpinions()
    {
        _base = await Start("公共实训基地建设三年行动方案", await _texts.OnTheBase());
        _apprentices = await Start("企业新型学徒制实施方案", await _texts.OnApprentices());
        foreach (var plan in new[] { _base, _apprentices })
            await Act(plan, new SendForOpinions());
        await Opine();
    }

    /// <summary>Some workdays later: opinions are in, the first is issued, the second is countersigned.</summary>
    public async Task Countersigned()
    {
        foreach (var plan in new[] { _base, _apprentices })
            await Revise(plan);
        await AnswerAll(_base, new AnswerDraft("agree"));
        await Issue();
        foreach (var login in new[] { "jiaoyu", "jingxin", "gonghui" })
            await desk.Answer(login, _apprentices, new AnswerDraft("agree"));
        await Disagree();
        await Changed();
    }

    /// <summary>Now: one with opinions coming in, its papers inside a unit, and one that is only being drafted.</summary>
    public async Task OnTheWay()
    {
        await SetChain();
        var funds = await Start("职业培训补贴资金直达管理办法", await _texts.OnFunds(), "市总工会", "市审计局");
        await Act(funds, new SendForOpinions());
        await desk.Answer("jiaoyu", funds, new AnswerDraft("noObjection"));
        await desk.Answer("nongye", funds, new AnswerDraft("comments", "农忙季节培训班的结算周期建议适当放宽。"));
        await desk.Answer("caizheng", funds, new AnswerDraft("comments", "第二条建议与预算编制时间衔接。"));
        await Start("技能大师工作室建设办法", await _texts.OnMasters());
    }

    private async Task<string> Start(string title, IReadOnlyList<WrittenClause> clauses, params string[] consulted)
    {
        var units = new List<PlanUnit> { new(await desk.Unit("市人社局"), PlanRole.Lead) };
        foreach (var name in Joint)
            units.Add(new(await desk.Unit(name), PlanRole.Joint));
        foreach (var name in consulted)
            units.Add(new(await desk.Unit(name), PlanRole.Consulted));
        var start = new StartPlan(title, units, OpinionsSeen.AfterClosing);
        var plan = (await steps.Act(await desk.Who("lianban"), mechanism, start)).Opened[0];
        await Act(plan, new SavePlan(new(null, null), clauses));
        return plan;
    }

    /// <summary>教育局 wants a clause changed, the others have nothing to say.</summary>
    private async Task Opine()
    {
        var clause = (await _texts.Newest(_base))[1].Id;
        await desk.Answer(
            "jiaoyu",
            _base,
            new AnswerDraft("comments", "总体可行，建议明确开放对象。")
            {
                Positions = [new Position(clause, PositionValue.Amend, "“面向社会开放”前加“优先面向职业院校”")],
            }
        );
        foreach (var plan in new[] { _base, _apprentices })
            await AnswerAll(plan, new AnswerDraft("noObjection"));
    }

    private async Task Revise(string plan)
    {
        await Act(plan, new CloseConsultation());
        await using (var session = await steps.Database.Read())
        {
            var opinions = await session.Query<string>(
                "select o.id from clause_opinion o join answer a on a.id = o.answer where a.case_id = @plan order by o.id",
                new { plan }
            );
            if (opinions.Count > 0)
                await Act(
                    plan,
                    new DecideOpinions([
                        new(opinions[0], AdoptionDecision.Adopted, null),
                        .. opinions
                            .Skip(1)
                            .Select(o => new Decided(o, AdoptionDecision.PartlyAdopted, "开放对象在实施细则中明确")),
                    ])
                );
        }
        if (plan == _base)
            await Adopted();
        await Act(plan, new FinishDraft());
        await Act(plan, new RecordCheck(false, "工作方案，不属于重大行政决策"));
        await Act(plan, new RecordCheck(true, "市司法局审核通过"));
        await Act(plan, new RecordCheck(false, "不涉及经营者经济活动"));
    }

    /// <summary>What was adopted stands in the text, and the unit confirms it.</summary>
    private async Task Adopted()
    {
        var form = await _texts.Form(_base);
        form[1] = form[1] with { Text = "建设综合性公共实训基地，优先面向职业院校，面向社会开放。" };
        await Act(_base, new SavePlan(await _texts.Seen(_base), form));
        await Act(_base, new SendAdoption());
        await desk.Answer("jiaoyu", _base, new AnswerDraft("accept"));
    }

    private async Task Issue()
    {
        var today = Moment.DayInChina(steps.Time.GetUtcNow());
        await Act(_base, new RecordDeliberation("市人社局局务会", today, null, null, "原则通过"));
        foreach (var ask in (await desk.Load(_base)).Asks.Where(a => a.State == AskState.Open).ToList())
        {
            var from = new RecordedFrom("主要负责人", "纸质", steps.Time.GetUtcNow());
            await Act(_base, new RecordAnswer(ask.Id, new AnswerDraft("sign"), from, [DemoDesk.Paper("签字页")]));
        }
        await Act(_base, new IssuePlan(null, "云溪人社发"));
        var text = string.Join('\n', (await _texts.Newest(_base)).Select(c => c.Text));
        await Act(_base, new UploadFinal(DemoDesk.Paper(text) with { Name = "用印定稿.txt" }, text, null));
        await Act(_base, new FileOriginal($"{today.Year}-综-17"));
        await Act(_base, await _texts.Tasks(_base));
    }

    /// <summary>财政局, whose turn comes after the others, does not agree: that goes up the ladder.</summary>
    private async Task Disagree()
    {
        await desk.Answer(
            "caizheng",
            _apprentices,
            new AnswerDraft("object", "补贴标准突破现行办法。", "市级就业补助资金管理办法第十二条")
        );
        var clause = (await _texts.Newest(_apprentices))[3].Id;
        var unit = await desk.Unit("市财政局");
        await Act(
            _apprentices,
            new OpenDisagreement(unit, clause, "补贴标准是否上浮", "按现行标准执行，年度评估后再议")
        );
    }

    /// <summary>Meanwhile two clauses changed in substance and one in wording only: their units are asked again.</summary>
    private async Task Changed()
    {
        await Act(_apprentices, new ReturnTo("revising", "按市经信局、市总工会书面意见调整"));
        var form = await _texts.Form(_apprentices);
        void Reword(int place, string was, string now, bool wordingOnly) =>
            form[place] = form[place] with
            {
                Text = form[place].Text.Replace(was, now, StringComparison.Ordinal),
                WordingOnly = wordingOnly,
            };
        Reword(1, "三百名", "五百名", wordingOnly: false);
        Reword(2, "每半年", "每六个月", wordingOnly: true);
        Reword(4, "工资和工时权益", "工资、工时和工伤保险权益", wordingOnly: false);
        await Act(_apprentices, new SavePlan(await _texts.Seen(_apprentices), form));
        await Act(_apprentices, new SendAgain());
    }

    /// <summary>财政局's own chain for opinions: what it drafts waits for its head.</summary>
    private async Task SetChain()
    {
        string house;
        await using (var session = await steps.Database.Read())
            house = (await session.Scalar<string>("select id from cases where kind = 'House'"))!;
        var head = await desk.Who("caizhenghead");
        await steps.Act(
            await desk.Who("caizheng"),
            house,
            new SetInnerChain(Vocabulary.Opinion.Id, [new Station("分管领导审核", head.Id)])
        );
    }

    private async Task<string> Id(string login) => (await desk.Who(login)).Unit!;

    /// <summary>Everybody who is asked answers so, also those whose turn comes by it.</summary>
    private async Task AnswerAll(string plan, AnswerDraft draft)
    {
        while ((await desk.Load(plan)).Asks.FirstOrDefault(a => a.State == AskState.Open) is { } ask)
            await desk.Answer(await LoginOf(ask.Unit), plan, draft);
    }

    private async Task<string> LoginOf(string unit)
    {
        foreach (var login in Answering)
            if (await Id(login) == unit)
                return login;
        throw new InvalidOperationException($"Nobody in the demo answers for unit {unit}.");
    }

    private async Task Act(string plan, Command command) => await steps.Act(await desk.Who("lianban"), plan, command);
}
