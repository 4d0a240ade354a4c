using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Compliance.Stores.Figures;

/// <summary>Lets items go through whatever may happen to them, at random and by real commands; what is refused did not happen.</summary>
public sealed class RandomItems(WorldOfProposals city, Random random)
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly string[] Units = [World.Education, World.Finance, World.Transport, World.Office];
    private static readonly Upload Photo = new("竣工.jpg", "image/jpeg", [1]);
    private readonly Dictionary<string, Person> _heads = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);

    private World World => city.World;

    /// <summary>What happened, and how often.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>Items under rules that count from the assignment, from the receipt, and with two kinds of extension.</summary>
    public async Task Make(int items)
    {
        await World.Act(
            World.Administrator,
            World.House,
            new CreateAccounts([.. Units.Select((u, i) => World.Account($"head{i}", $"局长{i}", u, Role.Head))])
        );
        for (var i = 0; i < Units.Length; i++)
            _heads[World.Unit(Units[i])] = await World.Learn($"head{i}");
        for (var i = 0; i < items; i++)
        {
            var rules = new[] { "SH-NPC", "ZJ-NPC", city.New().Rules }[i % 3];
            _ids.Add(await city.Registered(city.New() with { Rules = rules, IsKey = false }));
        }
        foreach (var id in _ids)
            await World.Act(city.Government, id, city.Assigning(Assignees()));
        _ids.Clear();
        _ids.AddRange(await World.Rows<string>("select distinct case_id from item_handler order by case_id"));
    }

    /// <summary>So many things are tried in about so many days.</summary>
    public async Task Live(int tries, int days)
    {
        for (var i = 0; i < tries; i++)
        {
            World.Clock.Now = World.Clock.Now.AddMinutes(random.Next(1, 60 * 24 * 2 * days / tries));
            var id = _ids[random.Next(_ids.Count)];
            try
            {
                var what = await Happen(id, await World.Look(id));
                _done[what] = _done.GetValueOrDefault(what) + 1;
            }
            catch (Refusal)
            {
                // Not everything may happen at any time.
            }
        }
    }

    private AssignedUnit[] Assignees()
    {
        var units = Units.OrderBy(_ => random.Next()).Select(World.Unit).ToList();
        return random.Next(4) switch
        {
            0 => [new(units[0], HandlingDuty.Sole)],
            1 => [new(units[0], HandlingDuty.Separate), new(units[1], HandlingDuty.Separate)],
            2 =>
            [
                new(units[0], HandlingDuty.Host),
                new(units[1], HandlingDuty.CoHandler),
                new(units[2], HandlingDuty.CoHandler),
            ],
            _ => [new(units[0], HandlingDuty.Host), new(units[1], HandlingDuty.CoHandler)],
        };
    }

    private async Task<string> Happen(string id, CaseFile file)
    {
        var open = file.Asks.Where(a => a.State == AskState.Open).ToList();
        if (file.OpenVisit("signedOff") is not null)
            return await Send(id, file);
        if (random.Next(2) == 0 && open.Count > 0)
            return await Answer(
                id,
                file,
                open.Find(a => a.Vocabulary == "returnRuling") ?? open[random.Next(open.Count)]
            );
        return random.Next(6) switch
        {
            0 or 1 => await Return(id, file),
            2 => await Contact(id, file),
            3 or 4 => await Extend(id, open),
            _ => await SendBack(id, file),
        };
    }

    private async Task<string> Answer(string id, CaseFile file, AskRow ask)
    {
        Task<Done> By(Person person, string value) =>
            World.Act(person, id, new AnswerAsk(ask.Id, new(value, "情况属实。"), [Photo]));
        switch (ask.Vocabulary)
        {
            case "returnRuling":
                var unit = World.Unit(Units[random.Next(Units.Length)]);
                var agree = random.Next(3) > 0;
                await World.Act(city.Government, id, new RuleReturn(Suggestion, ask.Id, agree, unit, "已核实"));
                return agree ? "took over" : "return upheld";
            case "feedback":
                await Judge(id);
                return "judged";
            case "handle" when random.Next(3) > 0:
                await Draft(id, Of(ask.Unit));
                return "drafted";
            default:
                var value = ask.Vocabulary switch
                {
                    "coOpinion" => "opinion",
                    "handle" => "progress",
                    "replyReview" => Either("pass", "sendBack"),
                    "replySign" => Either("sign", "sign", "sendBack"),
                    "publish" => Either("published", "published", "withheld"),
                    "commitment" => Either("kept", "explained", "progress"),
                    _ => "accept",
                };
                var person = ask.Vocabulary switch
                {
                    "replySign" => _heads[ask.Unit],
                    "replyReview" => city.Government,
                    _ => Of(ask.Unit),
                };
                await By(person, value);
                return value;
        }
    }

    private async Task Draft(string id, Person host)
    {
        var latest = await World.Rows<(string Id, string MadeAt)>(
            "select id, made_at from text_version where case_id = @id and kind = 'reply' order by number desc limit 1",
            new { id }
        );
        var seen = latest.Count == 0 ? new SeenText(null, null) : new SeenText(latest[0].Id, latest[0].MadeAt);
        var text = $"已办理，{World.Clock.Now:yyyyMMddHHmm}。";
        var part =
            random.Next(2) == 0
                ? WorldOfProposals.Solved(text)
                : new ReplyPart(null, text, "B", Moment.DayInChina(World.Clock.Now).AddDays(random.Next(5, 60)));
        await World.Act(host, id, new SaveReply(Suggestion, seen, [part]));
        await World.Act(host, id, new SubmitReply(Suggestion));
    }

    private async Task<string> Send(string id, CaseFile file)
    {
        var publication = random.Next(4) == 0 ? Publication.Withheld : Publication.Full;
        await World.Act(
            Of(file.Handlers.Single(h => Assignment.MayReply(h.Duty)).Unit),
            id,
            WorldOfProposals.Sending() with
            {
                Number = $"云函〔2026〕{World.Clock.Now.Ticks / 1000000 % 10000000}号",
                Publication = publication,
                PublicationReason = "内部事项",
            }
        );
        return "sent";
    }

    /// <summary>Some signers answer, or nobody; the rest is released when its day has passed.</summary>
    private async Task Judge(string id)
    {
        var values = Enum.GetValues<Satisfaction>();
        foreach (var signer in await city.SignersOf(id))
            if (random.Next(5) > 0)
                try
                {
                    var fact = new FeedbackFact(values[random.Next(3)], values[random.Next(3)], "没有解决");
                    await World.Act(
                        city.Congress,
                        id,
                        new EnterFeedback(Suggestion, signer, FeedbackMode.Telephone, fact)
                    );
                }
                catch (Refusal)
                {
                    // Given before, or only by link here.
                }
        if (random.Next(3) > 0)
            await World.Act(city.Congress, id, new ReleaseFeedback(Suggestion));
        else
            throw new Refusal("尚未公布。");
    }

    private async Task<string> Return(string id, CaseFile file)
    {
        var unit = file.Handlers[random.Next(file.Handlers.Count)].Unit;
        await World.Act(Of(unit), id, new RequestReturn(Suggestion, "不属于职责", "其他单位", "局长"));
        return "asked to return";
    }

    private async Task<string> Contact(string id, CaseFile file)
    {
        var kinds = Enum.GetValues<ContactKind>();
        var host = file.Handlers.First(h => Assignment.MayReply(h.Duty)).Unit;
        var on = Moment.DayInChina(World.Clock.Now).AddDays(-random.Next(3));
        var contact = Ids.New(World.Clock.Now);
        await World.Act(
            Of(host),
            id,
            new LogContact(Suggestion, contact, kinds[random.Next(kinds.Length)], on, "李明", "面谈")
        );
        return "met";
    }

    private async Task<string> Extend(string id, List<AskRow> open)
    {
        var ask = open.FirstOrDefault(a => a.Vocabulary == "handle") ?? throw new Refusal("没有等待答复。");
        var by = new Period(random.Next(1, 3), random.Next(2) == 0 ? PeriodUnit.Month : PeriodUnit.Day);
        await World.Act(city.Government, id, new ExtendDeadline(ask.Id, by, "代表工委", "方案待审"));
        return "extended";
    }

    private async Task<string> SendBack(string id, CaseFile file)
    {
        var opinion = file.Asks.LastOrDefault(a => a.Vocabulary == "coOpinion") ?? throw new Refusal("没有协办意见。");
        var host = file.Handlers.First(h => Assignment.MayReply(h.Duty)).Unit;
        await World.Act(Of(host), id, new SendBackOpinion(Suggestion, opinion.Id, "请说明资金"));
        return "opinion sent back";
    }

    private Person Of(string unit) =>
        unit == World.Unit(WorldOfProposals.GovernmentUnit)
            ? city.Government
            : World.Liaison(Units.Single(u => World.Unit(u) == unit));

    private string Either(params string[] values) => values[random.Next(values.Length)];
}
