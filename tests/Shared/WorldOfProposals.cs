using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Shared;

/// <summary>
/// The offices around suggestions and proposals, and items taken through their stages: received and assigned on Monday
/// 2026-03-02; 教育局 answers, 财政局 assists.
/// </summary>
public sealed class WorldOfProposals
{
    public const string CongressUnit = "云江市人大常委会代表工委";
    public const string CppccUnit = "云江市政协提案委";
    public const string GovernmentUnit = "云江市政府办公室";

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private int _next;

    private WorldOfProposals(World world) => World = world;

    public World World { get; }

    public Person Congress => _people["congress"];

    public Person SecondAtCongress => _people["congress2"];

    public Person Cppcc => _people["cppcc"];

    public Person Government => _people["government"];

    public string Unit(string name) => World.Unit(name);

    public Person Liaison(string unit) => World.Liaison(unit);

    /// <summary>The principal head of 教育局 (主要负责人), who signs its replies.</summary>
    public Person Head => _people["head"];

    /// <summary>Another head of 教育局.</summary>
    public Person Deputy => _people["deputy"];

    public static async Task<WorldOfProposals> In(World world)
    {
        var city = new WorldOfProposals(world);
        await world.Act(
            world.Administrator,
            world.House,
            new CreateAccounts([
                Account("congress", "何代工", CongressUnit, Role.CongressOffice),
                Account("congress2", "吕代工", CongressUnit, Role.CongressOffice),
                Account("cppcc", "施提案", CppccUnit, Role.CppccOffice),
                Account("government", "张政办", GovernmentUnit, Role.GovernmentOffice),
                Account("head", "郑局长", World.Education, Role.Head) with
                {
                    IsPrincipal = true,
                },
                Account("deputy", "齐副局长", World.Education, Role.Head),
            ])
        );
        await world.LearnUnits();
        foreach (var account in await world.Rows<AccountRow>("select * from account"))
            city._people[account.Login] = account.AsPerson();
        return city;
    }

    public NewItem New(string? number = null, ItemKind kind = ItemKind.Suggestion, bool isKey = false) =>
        new(
            kind,
            "五届三次",
            number ?? $"{++_next}",
            "关于增加学校周边停车位的建议",
            "学校周边停车难，建议新增停车位。",
            [new("李明", "13812345678"), new("王芳")],
            new DateOnly(2026, 3, 2),
            Constituency: "城东代表团",
            IsKey: isKey,
            Leader: isKey ? "周市长" : null
        );

    public async Task<string> Registered(NewItem? item = null)
    {
        item ??= New();
        var target = new Target.New(Items.CaseKindOf(item.Kind), item.Title);
        return (await World.Steps.Act(Government, target, new RegisterItem(item))).CaseId;
    }

    public AssignItem Assigning(params AssignedUnit[] units) =>
        new(CaseKind.Suggestion, units.Length > 0 ? units : HostAndCo(), new DateOnly(2026, 3, 2));

    public AssignedUnit[] HostAndCo() =>
        [new(Unit(World.Education), HandlingDuty.Host), new(Unit(World.Finance), HandlingDuty.CoHandler)];

    public async Task<string> Assigned(NewItem? item = null, params AssignedUnit[] units)
    {
        var id = await Registered(item);
        await World.Act(Government, id, Assigning(units));
        return id;
    }

    /// <summary>Signed for by the host on 03-03, and the co-handler's opinion is in.</summary>
    public async Task<string> Handled(NewItem? item = null)
    {
        var id = await Assigned(item);
        World.Clock.Now = World.At("2026-03-03 09:00");
        await Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await Answer(id, World.Finance, ItemVocabulary.CoOpinion, new("opinion", "资金可从专项中安排。"));
        return id;
    }

    public async Task<Done> Answer(
        string id,
        string unit,
        Vocabulary vocabulary,
        AnswerDraft draft,
        params Upload[] files
    )
    {
        var ask = (await World.Ask(id, unit, vocabulary.Id)).Id;
        return await World.Act(Liaison(unit), id, new AnswerAsk(ask, draft, files));
    }

    /// <summary>The host saves a reply with these parts, each (text, class, promised day).</summary>
    public Task Draft(string id, params ReplyPart[] parts) => Draft(id, parts, []);

    /// <summary>The same, with notes on earlier words.</summary>
    public async Task Draft(string id, ReplyPart[] parts, params FindingNote[] notes)
    {
        var latest = await Latest(id);
        var seen = new SeenText(latest.Version, latest.At);
        var kind = (await World.Look(id)).Row.Kind;
        await World.Act(Liaison(World.Education), id, new SaveReply(kind, seen, parts, notes));
    }

    public static ReplyPart Solved(string text = "已新增停车位 300 个。") => new(null, text, "A");

    public static ReplyPart Promised(string text = "再建停车楼一座。") =>
        new(null, text, "B", new DateOnly(2026, 9, 30));

    /// <summary>Drafted, submitted, signed and sent on 03-10.</summary>
    public async Task<string> Replied(NewItem? item = null, params ReplyPart[] parts)
    {
        var id = await Handled(item);
        World.Clock.Now = World.At("2026-03-10 09:00");
        await Draft(id, parts.Length > 0 ? parts : [Solved()]);
        await World.Act(Liaison(World.Education), id, new SubmitReply(Kind(item)));
        await SignAndSend(id);
        return id;
    }

    public async Task SignAndSend(string id)
    {
        var kind = (await World.Look(id)).Row.Kind;
        if ((await World.Look(id)).OpenVisit("officeReview") is not null)
        {
            var review = (await World.Ask(id, GovernmentUnit, ItemVocabulary.ReplyReview.Id)).Id;
            await World.Act(Government, id, new AnswerAsk(review, new("pass")));
        }
        var ask = (await World.Ask(id, World.Education, ItemVocabulary.ReplySign.Id)).Id;
        await World.Act(Head, id, new AnswerAsk(ask, new("sign")));
        await World.Act(Liaison(World.Education), id, Sending(kind));
    }

    public static SendReply Sending(CaseKind kind = CaseKind.Suggestion) =>
        new(kind, null, "云教建复", Publication.Full, null, "联络员", "0712-1234567");

    /// <summary>Both signers answer by telephone, and the result is released.</summary>
    public async Task Judge(string id, Satisfaction result, string? reason = null)
    {
        var kind = (await World.Look(id)).Row.Kind;
        foreach (var signer in await SignersOf(id))
            await World.Act(
                Congress,
                id,
                new EnterFeedback(kind, signer, FeedbackMode.Telephone, new(Satisfaction.Satisfied, result, reason))
            );
        await World.Act(Congress, id, new ReleaseFeedback(kind));
    }

    /// <summary>Both signers answer through their own links, and the result is released.</summary>
    public async Task JudgeByLink(string id, Satisfaction result, string? reason = null)
    {
        var kind = (await World.Look(id)).Row.Kind;
        foreach (var (signer, i) in (await SignersOf(id)).Select((s, i) => (s, i)))
        {
            await World.Act(Congress, id, new MakeLink(kind, signer, $"{id}-{i}"));
            var fact = new FeedbackFact(Satisfaction.Satisfied, result, reason);
            await World.Act(Person.System, id, new GiveFeedback(kind, $"{id}-{i}", fact));
        }
        await World.Act(Congress, id, new ReleaseFeedback(kind));
    }

    public Task<IReadOnlyList<string>> SignersOf(string id) =>
        World.Rows<string>(
            """
            select signer from reply_copy where reply =
                   (select r.id from reply r where r.case_id = @id order by r.round desc limit 1) order by name
            """,
            new { id }
        );

    private async Task<(string? Version, string? At)> Latest(string id)
    {
        var rows = await World.Rows<(string Id, string MadeAt)>(
            "select id, made_at from text_version where case_id = @id and kind = 'reply' order by number desc limit 1",
            new { id }
        );
        return rows.Count == 0 ? (null, null) : (rows[0].Id, rows[0].MadeAt);
    }

    private static CaseKind Kind(NewItem? item) => item is null ? CaseKind.Suggestion : Items.CaseKindOf(item.Kind);

    private static NewAccount Account(string login, string name, string unit, Role role) =>
        new(login, name, unit, new HashSet<Role> { role }, "hash");
}
