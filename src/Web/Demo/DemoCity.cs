using JointMeeting.Documents.Reading;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using JointMeeting.Workflows.Mechanisms.Contacts;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;
using JointMeeting.Workflows.Timers;

namespace JointMeeting.Web.Demo;

/// <summary>
/// 云溪市, a fictional city with a joint meeting in every state and plans in several, made by running the real commands under a moved clock;
/// no row is inserted by hand.
/// </summary>
public sealed class DemoCity(Steps steps, MovedClock clock, DemoPeople people)
{
    private const string Notice = "云政发6号.txt";
    private readonly DemoDesk _desk = new(steps);
    private DateOnly _today;

    /// <summary>Makes the city up to the real present.</summary>
    public async Task Build()
    {
        _today = Moment.DayInChina(clock.GetUtcNow());
        await SetUp();
        var mechanism = await Found();
        await Go(1);
        await new DemoTasks(steps, _desk, Go).TakeOver(await _desk.Children(mechanism, CaseKind.Task));
        var items = new DemoProposals(steps, _desk);
        await items.Build();
        var plans = new DemoPlans(steps, _desk, mechanism);
        await plans.OutForOpinions();
        var meetings = new DemoMeetings(steps, _desk, mechanism, Go);
        await meetings.Finished();
        await plans.Countersigned();
        await meetings.OnTheWay();
        await meetings.Cancelled();
        await meetings.Notified();
        await meetings.InSession();
        await meetings.InPreparation();
        await plans.OnTheWay();
        await items.GoOn();
        await ImportOthers();
        clock.Release();
    }

    /// <summary>Moves on by workdays, at ten in the morning, and lets everything due happen on the way.</summary>
    private async Task<DateOnly> Go(int workdays)
    {
        _today = steps.Calendar.AddWorkdays(_today, workdays).Date;
        clock.Set(Moment.At(_today, new TimeOnly(10, 0)));
        await new DueTimers(steps).FireAll();
        return _today;
    }

    private async Task SetUp()
    {
        var token = await SetUpLink.Renew(steps.Database, clock);
        var house = await steps.Act(
            Person.System,
            new Target.New(CaseKind.House, "系统设置"),
            new SetUpHouse(token!, people.Administrator(), people.Clerk())
        );
        await steps.Act(await _desk.Who("admin"), house.CaseId, new CreateAccounts(people.Others()));
    }

    private async Task<string> Found()
    {
        var clerk = await _desk.Who("lianban");
        var notice = await Import(clerk, Notice, Documents.Samples.Samples.Notice(), takeUndoubted: true);
        foreach (var kind in Enum.GetValues<ProposalKind>())
            if (await IsPending(notice, kind))
                await steps.Act(clerk, notice, new AcceptAll(kind));
        await NameDepartments(clerk, notice);
        var found = await steps.Act(
            clerk,
            notice,
            new FoundMechanism("云溪市全民技能提升联席会议", "市人社局", SubstitutionMode.ConvenorConsent, Contacts())
        );
        return found.Opened[0];
    }

    /// <summary>Two documents that wait for the clerk's review.</summary>
    private async Task ImportOthers()
    {
        var clerk = await _desk.Who("lianban");
        await Import(clerk, Notice, Documents.Samples.Samples.Notice(), takeUndoubted: false);
        var plan = System.Text.Encoding.UTF8.GetBytes(DemoMonthPlan.Of(_today.AddDays(-3)));
        await Import(clerk, DemoMonthPlan.FileName, plan, takeUndoubted: false);
    }

    private async Task<string> Import(Person clerk, string file, byte[] bytes, bool takeUndoubted)
    {
        Known known;
        await using (var session = await steps.Database.Read())
            known = await Known.Read(session, clerk.Unit, _today);
        var read = ReadNotice.From(file, ReadBytes.Read(bytes), clock, known);
        var (row, proposals) = NoticeProposals.Of(read, known);
        var imported = await steps.Act(
            clerk,
            new Target.New(CaseKind.Notice, read.Title),
            new ImportNotice(row, proposals, takeUndoubted)
        );
        return imported.CaseId;
    }

    /// <summary>市政府各部门: the clerk says which they are.</summary>
    private async Task NameDepartments(Person clerk, string notice)
    {
        const string departments =
            "select * from proposal where case_id = @notice and kind = 'Recipient' and label = '市政府各部门'";
        await using var session = await steps.Database.Read();
        if (await session.One<ProposalRow>(departments, new { notice }) is not { } row)
            return;
        string[] units = ["市发改委", "市教育局", "市经信局", "市财政局", "市农业农村局"];
        var named = ProposalValues.Read<ProposedRecipient>(row.Value) with { Units = units };
        await steps.Act(clerk, notice, new Decide(row.Id, ProposalState.Corrected, ProposalValues.Write(named)));
    }

    private async Task<bool> IsPending(string notice, ProposalKind kind)
    {
        await using var session = await steps.Database.Read();
        const string pending =
            "select count(*) from proposal where case_id = @notice and kind = @kind and state = 'Pending'";
        return await session.Scalar<long>(pending, new { notice, kind = kind.ToString() }) > 0;
    }

    private List<UnitContact> Contacts() =>
        [
            .. people
                .Made.Where(p => p.Roles == Person.LabelOf(Role.Liaison))
                .Select((p, i) => new UnitContact(p.Unit, p.Name, $"0000-55501{i:00}")),
        ];
}
