using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Mechanisms.Contacts;
using JointMeeting.Workflows.Mechanisms.Convene;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Meetings.Session;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;

namespace JointMeeting.Web.Tests.Meetings;

/// <summary>
/// 青澜市 with one joint meeting of three bureaus, made by running the commands: nothing is inserted by hand. The convenor
/// and each bureau's liaison officer have an account.
/// </summary>
public sealed class Town : IAsyncLifetime
{
    public const string Convenor = "convenor";
    public const string Finance = "市财政局";
    public const string Education = "市教育局";
    public const string Name = "青澜市老旧小区改造联席会议";

    public static IReadOnlyDictionary<string, string> Logins { get; } =
        new Dictionary<string, string>
        {
            [OfficeHost.OfficeUnit] = "housing",
            [Finance] = "finance",
            [Education] = "education",
        };

    public OfficeHost Host { get; } = new();
    public Steps Steps => Host.Steps;
    public string Mechanism { get; private set; } = "";
    public Person Clerk { get; private set; } = null!;

    public DateOnly Today => Moment.DayInChina(Host.Clock.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Clerk = await Host.PersonOf(OfficeHost.ClerkLogin);
        await Host.Add([
            OfficeHost.New(Convenor, "陈望舒", "市人民政府", Role.Head),
            .. Logins.Select(l => OfficeHost.New(l.Value, $"{l.Key}联络员", l.Key, Role.Liaison)),
        ]);
        Mechanism = await Found();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A meeting in preparation, ten workdays ahead.</summary>
    public async Task<string> Convened(string subject)
    {
        var day = Steps.Calendar.AddWorkdays(Today, 10).Date;
        var command = new ConveneMeeting(
            MeetingKind.Plenary,
            subject,
            Moment.At(day, new TimeOnly(9, 0)),
            "市政府第一会议室",
            "研究资金渠道"
        );
        return (await Steps.Act(Clerk, Mechanism, command)).Opened[0];
    }

    /// <summary>A meeting that was held, its minutes still to be written.</summary>
    public async Task<string> Held(string subject)
    {
        var meeting = await Convened(subject);
        await Steps.Act(Clerk, meeting, new SendNotice(null));
        foreach (var login in Logins.Values.Append(Convenor))
            await Answer(login, meeting, new AnswerDraft("attend"));
        await Steps.Act(Clerk, meeting, new OpenSession());
        var people = Logins.Keys.Select(u => (Unit: u, Name: $"{u}负责人", Post: "局长"));
        var attendees = new List<Attendee>();
        foreach (var (unit, name, post) in people.Append(("市人民政府", "陈望舒", "副市长")))
            attendees.Add(new Attendee(await Unit(unit), name, post, StandIn: false));
        await Steps.Act(Clerk, meeting, new Workflows.Meetings.Session.SignIn(attendees, "现场"));
        await Steps.Act(Clerk, meeting, new CloseSession());
        return meeting;
    }

    /// <summary>A person answers the open ask of their unit on a case.</summary>
    public async Task Answer(string login, string caseId, AnswerDraft draft)
    {
        var person = await Host.PersonOf(login);
        await Steps.Act(person, caseId, new AnswerAsk((await OpenAsk(login, caseId)).Id, draft));
    }

    /// <summary>The open ask of a person's unit on a case.</summary>
    public async Task<Ledger.Stores.AskRow> OpenAsk(string login, string caseId)
    {
        var person = await Host.PersonOf(login);
        return (await Load(caseId)).Asks.First(a => a.Unit == person.Unit && a.State == AskState.Open);
    }

    public async Task<CaseFile> Load(string caseId)
    {
        await using var session = await Steps.Database.Read();
        return await CaseFile.Load(session, caseId, Steps.Lifecycles, Today);
    }

    public async Task<string> Unit(string name)
    {
        await using var session = await Steps.Database.Read();
        return (await session.Scalar<string>("select id from unit where name = @name", new { name }))!;
    }

    /// <summary>The tasks under a case, by the text they begin with.</summary>
    public async Task<string> TaskOf(string source, string text)
    {
        await using var session = await Steps.Database.Read();
        const string find = "select case_id from task where source_case = @source and text like @text";
        return (await session.Scalar<string>(find, new { source, text = text + "%" }))!;
    }

    private async Task<string> Found()
    {
        var (row, proposals) = Notice();
        var imported = await Steps.Act(
            Clerk,
            new Target.New(CaseKind.Notice, "关于建立联席会议制度的通知"),
            new ImportNotice(row, proposals, TakeUndoubted: true)
        );
        var contacts = Logins.Select((l, i) => new UnitContact(l.Key, $"{l.Key}联络员", $"0000-880010{i}")).ToList();
        var found = await Steps.Act(
            Clerk,
            imported.CaseId,
            new FoundMechanism(Name, OfficeHost.OfficeUnit, SubstitutionMode.Automatic, contacts)
        );
        return found.Opened[0];
    }

    private (NoticeRow, IReadOnlyList<Proposed>) Notice()
    {
        var row = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "关于建立联席会议制度的通知",
            Title = "关于建立联席会议制度的通知",
            DocumentNumber = "青政办〔2025〕6号",
            IssueDate = new DateOnly(2025, 3, 3),
            Json = "{}",
        };
        var people = Logins
            .Keys.Select(u => new ProposedPerson($"{u}负责人", u, "局长", "成员"))
            .Prepend(new ProposedPerson("陈望舒", "市人民政府", "副市长", "召集人"));
        return (
            row,
            [
                .. people.Select(p => Fact(ProposalKind.Person, p)),
                Fact(
                    ProposalKind.Task,
                    new ProposedTask(
                        "1",
                        null,
                        "完成 2005 年前建成小区的排查建档",
                        [OfficeHost.OfficeUnit],
                        "stated",
                        [OfficeHost.OfficeUnit, Finance],
                        new StatedDeadline("2025年6月底前", DeadlineKind.By, new DateOnly(2025, 6, 30), null)
                    )
                ),
                Fact(
                    ProposalKind.Task,
                    new ProposedTask(
                        "2",
                        null,
                        "加强改造政策宣传",
                        [Education],
                        "convention",
                        [Education],
                        new StatedDeadline("持续实施", DeadlineKind.Ongoing, null, null)
                    )
                ),
            ]
        );
    }

    private static Proposed Fact<T>(ProposalKind kind, T value) =>
        new(kind, kind.ToString(), null, null, ProposalValues.Write(value), null);
}
