using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using JointMeeting.Workflows.Mechanisms.Convene;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using Microsoft.Data.Sqlite;

namespace JointMeeting.Services.Tests.Town;

/// <summary>
/// A fictional town with an office and member units on files of its own, made by the commands a person gives.
/// </summary>
public sealed class SmallTown : IAsyncDisposable
{
    public const string OfficeName = "云川市发展改革委";
    public static readonly string[] Members = ["云川市民政局", "云川市财政局", "云川市卫生健康委"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jointmeeting-town-");
    private string _mechanism = "";
    private int _meetings;

    private SmallTown()
    {
        Database = new Database($"Data Source={Path.Combine(Folder, "office.db")}");
        Steps = Shipped.Steps(Database, Clock);
    }

    public string Folder => _folder.FullName;
    public MovedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
    public Database Database { get; }
    public Steps Steps { get; }
    public Person Clerk { get; private set; } = Person.System;

    /// <summary>The town with its mechanism founded; nobody has been asked anything.</summary>
    public static async Task<SmallTown> Found()
    {
        var town = new SmallTown();
        await Migrator.Migrate(town.Database, town.Clock);
        await town.SetUp();
        town._mechanism = await town.FoundMechanism("云川市养老服务联席会议", Members);
        return town;
    }

    /// <summary>A notice with these members is imported and founds a mechanism; returns its case.</summary>
    public async Task<string> FoundMechanism(string name, params string[] members)
    {
        var import = await Steps.Act(
            Clerk,
            new Target.New(CaseKind.Notice, "来文"),
            new ImportNotice(Notice, [.. members.Select(Member)], TakeUndoubted: true)
        );
        var found = new FoundMechanism(name, OfficeName, SubstitutionMode.Automatic, []);
        return (await Steps.Act(Clerk, import.CaseId, found)).Opened[0];
    }

    /// <summary>A meeting is convened and its notice goes to all members; returns its case.</summary>
    public async Task<string> CallMeeting(string? mechanism = null)
    {
        var convene = new ConveneMeeting(
            MeetingKind.Plenary,
            $"第{++_meetings}次全体会议",
            Clock.GetUtcNow().AddDays(18),
            "市政府第一会议室",
            "审议任务分工"
        );
        var done = await Steps.Act(Clerk, mechanism ?? _mechanism, convene);
        await Steps.Act(Clerk, done.Opened[0], new SendNotice(null));
        return done.Opened[0];
    }

    /// <summary>The liaison officer of the unit.</summary>
    public async Task<Person> Liaison(string unitName)
    {
        await using var session = await Database.Read();
        var account = await session.One<AccountRow>(
            "select a.* from account a join unit u on u.id = a.unit where u.name = @unitName and a.roles = 'Liaison'",
            new { unitName }
        );
        return account!.AsPerson();
    }

    /// <summary>The case as it is now.</summary>
    public async Task<CaseFile> Look(string caseId) => (await Steps.Look(Clerk, caseId)).File;

    /// <summary>What the unit was asked in that case.</summary>
    public async Task<AskRow> AskOf(string caseId, string unitName)
    {
        var unit = (await Liaison(unitName)).Unit;
        return (await Look(caseId)).Asks.Single(a => a.Unit == unit);
    }

    /// <summary>Every line of a case's trail with that kind.</summary>
    public async Task<IReadOnlyList<string>> Trail(string caseId, string kind)
    {
        await using var session = await Database.Read();
        return await session.Query<string>(
            "select cast(payload as text) from audit_entry where stream = @caseId and kind = @kind order by seq",
            new { caseId, kind }
        );
    }

    /// <summary>How many messages of the office wait to be sent.</summary>
    public async Task<long> Unsent()
    {
        await using var session = await Database.Read();
        return await session.Scalar<long>("select count(*) from outbox where sent_at is null");
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static NoticeRow Notice =>
        new()
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "关于建立云川市养老服务联席会议制度的通知",
            Title = "关于建立云川市养老服务联席会议制度的通知",
            Json = "{}",
        };

    private static Proposed Member(string unit, int index) =>
        new(
            ProposalKind.Person,
            $"名单第 {index + 1} 人",
            index + 1,
            unit,
            ProposalValues.Write(
                new ProposedPerson($"王{(char)('甲' + index)}", unit, "局长", index == 0 ? "召集人" : "成员")
            ),
            null
        );

    private async Task SetUp()
    {
        var token = (await SetUpLink.Renew(Database, Clock))!;
        var setUp = new SetUpHouse(
            token,
            new NewAccount("admin", "管理员", null, new HashSet<Role> { Role.Administrator }, "-"),
            new NewAccount("clerk", "李经办", OfficeName, new HashSet<Role> { Role.OfficeClerk }, "-")
        );
        var house = await Steps.Act(Person.System, new Target.New(CaseKind.House, "系统设置"), setUp);
        Clerk = await Account("clerk");
        var liaisons = Members.Select(
            (unit, i) => new NewAccount($"liaison{i}", $"联络员{i}", unit, new HashSet<Role> { Role.Liaison }, "-")
        );
        await Steps.Act(await Account("admin"), house.CaseId, new CreateAccounts([.. liaisons]));
    }

    /// <summary>The person who signs in with that.</summary>
    public async Task<Person> Account(string login)
    {
        await using var session = await Database.Read();
        return (await session.One<AccountRow>("select * from account where login = @login", new { login }))!.AsPerson();
    }
}
