using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Timers;

namespace JointMeeting.Shared;

/// <summary>A clock that stands still until it is set.</summary>
public sealed class StandingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = World.At("2026-03-02 09:00");

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}

/// <summary>A joint-meeting office with its mechanism, made by real commands on an empty database.</summary>
public sealed class World : IAsyncDisposable
{
    public const string Office = "云江市发展和改革局";
    public const string Education = "云江市教育局";
    public const string Finance = "云江市财政局";
    public const string Transport = "云江市交通运输局";
    public const string Government = "云江市人民政府";

    /// <summary>The units with a seat, in the order of the roster.</summary>
    public static readonly string[] Members = [Government, Office, Education, Finance, Transport];

    private readonly TestDatabase _store;
    private readonly Lifecycles _lifecycles;
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    private World(TestDatabase store, Lifecycles lifecycles)
    {
        _store = store;
        Database = new Database(store.ConnectionString);
        _lifecycles = lifecycles;
        Steps = StepsBy(WorkingDayCalendar.Embedded);
    }

    /// <summary>The same office by another calendar.</summary>
    public Steps StepsBy(WorkingDayCalendar calendar) =>
        new(Database, Clock, _lifecycles, Shipped.Registry(), new Flows(null), calendar);

    public StandingClock Clock { get; } = new();

    public Database Database { get; }

    public Steps Steps { get; }

    public string House { get; private set; } = "";

    public string Mechanism { get; private set; } = "";

    public Person Administrator => _people["admin"];

    public Person Clerk => _people["clerk"];

    /// <summary>The vice mayor who signs.</summary>
    public Person Convenor => _people["convenor"];

    /// <summary>Tasks of the notice: due 2026-06-30, without end, and past at import.</summary>
    public IReadOnlyList<string> NoticeTasks { get; private set; } = [];

    /// <summary>The store's own kind, <c>sqlite</c> or <c>postgres</c>.</summary>
    public string Kind => _store.Kind;

    public string ConnectionString => _store.ConnectionString;

    /// <summary>A time in China.</summary>
    public static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(8));

    /// <summary>Makes the office on that store.</summary>
    public static async Task<World> Make(TestDatabase store, Lifecycles? lifecycles = null)
    {
        var world = new World(store, lifecycles ?? Lifecycles.Shipped());
        await Migrator.Migrate(world.Database, world.Clock);
        await world.SetUp();
        await world.Found();
        return world;
    }

    public string Unit(string name) => _units[name];

    /// <summary>The liaison officer of a member unit.</summary>
    public Person Liaison(string unit) => _people[unit];

    public Task<Done> Act(Person person, string caseId, Command command, string? once = null) =>
        Steps.Act(person, caseId, command, once);

    /// <summary>A person opens a case.</summary>
    public Task<Done> Act(Person person, Target target, Command command) => Steps.Act(person, target, command);

    /// <summary>The office acts.</summary>
    public Task<Done> Act(string caseId, Command command) => Steps.Act(Clerk, caseId, command);

    public async Task<CaseFile> Look(string caseId) => (await Steps.Look(Person.System, caseId)).File;

    /// <summary>The unit's newest ask on the case, in that vocabulary where one is named.</summary>
    public async Task<AskRow> Ask(string caseId, string unit, string? vocabulary = null) =>
        (await Look(caseId)).Asks.Last(a => a.Unit == Unit(unit) && (vocabulary is null || a.Vocabulary == vocabulary));

    /// <summary>The unit's liaison officer answers its newest ask.</summary>
    public async Task<Done> Answer(string caseId, string unit, AnswerDraft draft, params Upload[] files) =>
        await Act(Liaison(unit), caseId, new AnswerAsk((await Ask(caseId, unit)).Id, draft, files));

    /// <summary>Fires what is due at that time.</summary>
    public Task<int> Fire(string at)
    {
        Clock.Now = At(at);
        return new DueTimers(Steps).FireAll();
    }

    public async Task<VerificationResult> Verify()
    {
        await using var session = await Database.Read();
        return await Verification.Run(session);
    }

    /// <summary>All rows of a query, for what no command shows.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql, object? values = null)
    {
        await using var session = await Database.Read();
        return await session.Query<T>(sql, values);
    }

    /// <summary>Changes the database behind the program's back.</summary>
    public async Task Tamper(string sql, object? values = null)
    {
        await using var session = await Database.Write();
        await session.Execute(sql, values);
        await session.Commit();
    }

    /// <summary>Every row of every table, so that two dumps are equal only where nothing at all changed.</summary>
    public async Task<string> Dump()
    {
        var tables = await Rows<string>(
            Kind == "sqlite"
                ? "select name from sqlite_master where type = 'table' order by name"
                : "select table_name from information_schema.tables where table_schema = 'public' order by 1"
        );
        var lines = new List<string>();
        foreach (var table in tables)
            lines.AddRange(
                (await Rows<dynamic>($"select * from {table}")).Select(row => $"{table}: {Print(row)}").Order()
            );
        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await _store.DisposeAsync();
    }

    private static string Print(IDictionary<string, object?> row) =>
        string.Join(
            ' ',
            row.Select(v => $"{v.Key}={(v.Value is byte[] bytes ? Convert.ToHexString(bytes) : v.Value)}")
        );

    private async Task SetUp()
    {
        var token = await SetUpLink.Renew(Database, Clock);
        var admin = Account("admin", "钱管理", null, Role.Administrator);
        var clerk = Account("clerk", "孙经办", Office, Role.OfficeClerk);
        var house = new Target.New(CaseKind.House, "系统设置");
        House = (await Steps.Act(Person.System, house, new SetUpHouse(token!, admin, clerk))).CaseId;
        await Learn("admin");
        await Act(
            Administrator,
            House,
            new CreateAccounts([
                Account("convenor", "周市长", Government, Role.Head),
                .. Members.Select((unit, i) => Account($"unit{i}", $"联络员{i}", unit, Role.Liaison)),
            ])
        );
        await Learn("clerk");
        await Learn("convenor");
        for (var i = 0; i < Members.Length; i++)
            _people[Members[i]] = await Learn($"unit{i}");
        await LearnUnits();
    }

    /// <summary>Reads which units there are, after a command that may have made some.</summary>
    public async Task LearnUnits()
    {
        foreach (var (id, name) in await Rows<(string, string)>("select id, name from unit"))
            _units[name] = id;
    }

    private async Task Found()
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "关于建立停车设施建设联席会议制度的通知",
            Title = "关于建立停车设施建设联席会议制度的通知",
            DocumentNumber = "云政办〔2026〕1号",
            Json = "{}",
        };
        var import = new ImportNotice(notice, Proposals(), TakeUndoubted: true);
        var imported = await Steps.Act(Clerk, new Target.New(CaseKind.Notice, "通知"), import);
        var found = new FoundMechanism("停车设施建设联席会议", Office, SubstitutionMode.Automatic, []);
        var opened = (await Act(imported.CaseId, found)).Opened;
        (Mechanism, NoticeTasks) = (opened[0], [.. opened.Skip(1)]);
    }

    private static List<Proposed> Proposals()
    {
        string[] names = ["周市长", "吴局长", "郑局长", "冯局长", "陈局长"];
        var roster = Members.Select(
            (unit, i) =>
                Accepted(
                    ProposalKind.Person,
                    new ProposedPerson(names[i], unit, i == 0 ? "副市长" : "局长", i == 0 ? "召集人" : "成员")
                )
        );
        return
        [
            .. roster,
            Task("1", "建成公共停车场 5 处", new("2026年6月底前", DeadlineKind.By, new DateOnly(2026, 6, 30), null)),
            Task("2", "持续开展错时共享", new("持续实施", DeadlineKind.Ongoing, null, null)),
            Task("3", "完成停车普查", new("2025年12月底前", DeadlineKind.By, new DateOnly(2025, 12, 31), null)),
        ];
    }

    private static Proposed Task(string number, string text, StatedDeadline deadline) =>
        Accepted(
            ProposalKind.Task,
            new ProposedTask(number, null, text, [Transport], "stated", [Transport, Finance], deadline)
        );

    private static Proposed Accepted<T>(ProposalKind kind, T value) =>
        new(kind, $"{kind}", 1, null, ProposalValues.Write(value), Doubt: null);

    public static NewAccount Account(string login, string name, string? unit, Role role) =>
        new(login, name, unit, new HashSet<Role> { role }, "hash");

    /// <summary>The person of an account made since.</summary>
    public async Task<Person> Learn(string login)
    {
        var row = (await Rows<AccountRow>("select * from account where login = @login", new { login })).Single();
        return _people[login] = row.AsPerson();
    }
}
