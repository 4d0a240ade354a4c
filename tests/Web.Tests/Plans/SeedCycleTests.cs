using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Shared;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Check;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Issue;
using JointMeeting.Workflows.Plans.Start;
using Person = JointMeeting.Domain.Rights.Person;

namespace JointMeeting.Web.Tests.Plans;

/// <summary>
/// The cycle that a real month plan sets out for a real plan: opinions and revision in January, the bureau's deliberation
/// and joint issue by six departments in February. Six are stated and five listed: that is asked, and answered by a person.
/// </summary>
public sealed class SeedCycleTests : IAsyncLifetime
{
    private World _world = null!;
    private Person _clerk = null!;

    public async ValueTask InitializeAsync() => _world = await World.Make(await TestDatabase.Sqlite());

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_plan_goes_through_the_cycle_of_its_own_month_plan()
    {
        var source = Source();
        var notice = NoticeReader.Read(source, new DateOnly(2016, 3, 31));
        string MonthPlan(int month) =>
            string.Join('\n', notice.Calendar.Where(e => e.Month == month).Select(e => e.Text));
        Assert.Contains("征求意见,统稿修改完善", MonthPlan(1));
        Assert.Contains("委局工作会审议", MonthPlan(2));
        Assert.Contains("等六部门印发", MonthPlan(2));
        var asked = notice.Findings.First(f => f is { Kind: FindingKind.CountMismatch, Values: ["6", "5"] });
        Assert.Contains("可能含发文单位", asked.Text);
        var lead = notice.Heading.Issuer!.Value;
        var organs = asked.Units.Prepend(lead).ToList();
        Assert.Equal(6, organs.Count);

        var mechanism = await Found(organs);
        await AskedAndAnswered(source, notice, asked);

        // January: opinions, then the text is revised.
        var plan = await Start(mechanism, organs, MonthPlan(2));
        await Go("2026-01-08 09:00", plan, new SendForOpinions());
        foreach (var organ in organs.Skip(1))
            await Answer(organ, plan, organ == organs[1] ? new("comments", "目标年份请统一") : new("noObjection"));
        await Go("2026-01-20 09:00", plan, new CloseConsultation());
        var opinion = (await _world.Rows<string>("select id from clause_opinion")).Single();
        await Go("2026-01-21 09:00", plan, new DecideOpinions([new(opinion, AdoptionDecision.Adopted, null)]));
        var form = await _world.PlanForm(plan);
        form[0] = form[0] with { Text = form[0].Text + "（2016—2020年）" };
        await Go("2026-01-28 09:00", plan, new SavePlan(await _world.SeenPlan(plan), form));
        await Go("2026-01-29 09:00", plan, new FinishDraft());
        for (var i = 0; i < 3; i++)
            await Act(plan, new RecordCheck(false, "规划，不属于该项审查范围"));
        await AnswerEverybody(plan);

        // February: the bureau's meeting, six heads, the lead's number.
        await Go("2026-02-03 09:00", plan, Deliberated());
        var signers = await Open(plan);
        Assert.Equal(organs.Order(), signers.Order());
        var day = 4;
        foreach (var organ in signers)
            await Sign(organ, plan, $"2026-02-{day++:00} 15:00");
        await Go("2026-02-11 09:00", plan, new IssuePlan("武教职成〔2026〕2号", null));
        Assert.Equal("issued", await _world.Where(plan));
        Assert.Equal(["2026-02-09"], await _world.Rows<string>("select signed_on from plan"));
    }

    [Fact]
    public void The_number_of_organs_is_asked_about_on_the_plan_itself_until_it_agrees()
    {
        var notice = NoticeReader.Read(Source(), new DateOnly(2016, 3, 31));
        var said = notice.Calendar.Where(e => e.Month == 2).Select(e => e.Text).ToList();
        Assert.Equal(6, StatedOrgans.Otherwise(said, 5));
        Assert.Null(StatedOrgans.Otherwise(said, 6));
    }

    private static SourceText Source() =>
        ReadAny.Read(
            File.ReadAllBytes(Directory.GetFiles(SharedFolder.FileOrSkip("seeds"), "000_*.txt").Single()),
            "要点.txt"
        );

    private async Task AskedAndAnswered(SourceText source, Notice notice, Finding asked)
    {
        var (row, proposals) = NoticeProposals.Of(new ReadNotice("要点.txt", source, notice), Known.Nothing);
        var import = new ImportNotice(row, proposals, TakeUndoubted: true);
        var imported = (await _world.Act(_clerk, new Target.New(CaseKind.Notice, "工作要点"), import)).CaseId;
        const string findings = "select * from proposal where case_id = @imported and kind = 'Finding'";
        var question = (await _world.Rows<ProposalRow>(findings, new { imported })).First(p =>
            ProposalValues.Read<ProposedFinding>(p.Value).Text == asked.Text
        );
        Assert.Equal(ProposalState.Pending, question.State);
        await _world.Act(_clerk, imported, new Decide(question.Id, ProposalState.Accepted));
        Assert.Equal(
            ["Accepted"],
            await _world.Rows<string>("select state from proposal where id = @Id", new { question.Id })
        );
    }

    /// <summary>A joint meeting of the six; the lead's clerk runs it.</summary>
    private async Task<string> Found(IReadOnlyList<string> organs)
    {
        _world.Clock.Now = World.At("2026-01-05 09:00");
        await _world.Act(
            _world.Administrator,
            _world.House,
            new CreateAccounts([
                World.Account("seedclerk", "经办", organs[0], Role.OfficeClerk),
                .. organs.Select((o, i) => World.Account($"organ{i}", $"联络员{i}", o, Role.Liaison)),
            ])
        );
        _clerk = await _world.Learn("seedclerk");
        await _world.LearnUnits();
        var row = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "关于建立职业教育联席会议制度的通知",
            Title = "关于建立职业教育联席会议制度的通知",
            DocumentNumber = "武政办〔2015〕1号",
            Json = "{}",
        };
        var seats = organs.Select(
            (o, i) =>
                new Proposed(
                    ProposalKind.Person,
                    o,
                    1,
                    null,
                    ProposalValues.Write(new ProposedPerson($"局长{i}", o, "局长", i == 0 ? "召集人" : "成员")),
                    Doubt: null
                )
        );
        var import = new ImportNotice(row, [.. seats], TakeUndoubted: true);
        var notice = (await _world.Act(_clerk, new Target.New(CaseKind.Notice, "通知"), import)).CaseId;
        var found = new FoundMechanism("职业教育联席会议", organs[0], SubstitutionMode.Automatic, []);
        return (await _world.Act(_clerk, notice, found)).Opened[0];
    }

    private async Task<string> Start(string mechanism, IReadOnlyList<string> organs, string months)
    {
        var units = organs.Select((o, i) => new PlanUnit(_world.Unit(o), i == 0 ? PlanRole.Lead : PlanRole.Joint));
        var start = new StartPlan("现代职业教育体系建设规划", [.. units], OpinionsSeen.AfterClosing);
        var plan = (await _world.Act(_clerk, mechanism, start)).Opened.Single();
        await Act(plan, new SavePlan(new(null, null), [WorldOfPlans.Clause(1, months)]));
        return plan;
    }

    private static RecordDeliberation Deliberated() =>
        new("委局工作会", new DateOnly(2026, 2, 2), null, null, "审议通过");

    private Task<IReadOnlyList<string>> Open(string plan) =>
        _world.Rows<string>(
            "select u.name from unit u join ask a on a.unit = u.id where a.case_id = @plan and a.state = 'Open' order by a.id",
            new { plan }
        );

    private async Task AnswerEverybody(string plan)
    {
        while (await Open(plan) is { Count: > 0 } open)
            await Answer(open[0], plan, new("agree"));
    }

    private async Task Answer(string organ, string plan, AnswerDraft draft)
    {
        var login = await _world.Rows<string>(
            "select login from account where unit = @unit and login like 'organ%'",
            new { unit = _world.Unit(organ) }
        );
        var person = await _world.Learn(login.Single());
        await _world.Act(person, plan, new AnswerAsk((await _world.Ask(plan, organ)).Id, draft));
    }

    private async Task Sign(string organ, string plan, string at)
    {
        _world.Clock.Now = World.At(at);
        var from = new RecordedFrom("局长", "纸质", _world.Clock.Now);
        var ask = await _world.Ask(plan, organ, Vocabulary.JointSignature.Id);
        await Act(plan, new RecordAnswer(ask.Id, new("sign"), from, [new Upload("签字页.png", "image/png", [1])]));
    }

    private Task Go(string at, string plan, Command command)
    {
        _world.Clock.Now = World.At(at);
        return Act(plan, command);
    }

    private async Task Act(string plan, Command command) => await _world.Act(_clerk, plan, command);
}
