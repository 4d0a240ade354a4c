using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Proposals.Statistics;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Stores.Figures;

public sealed class HandledItemsOnSqlite : HandledItemsTests<Sqlite>;

public sealed class HandledItemsOnPostgres : HandledItemsTests<Postgres>;

/// <summary>What the figures of suggestions are counted from.</summary>
public abstract class HandledItemsTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly Period OneMonth = new(1, PeriodUnit.Month);

    private Person Host => City.Liaison(World.Education);

    private DateOnly Today => Moment.DayInChina(World.Clock.Now);

    private async Task<IReadOnlyList<HandledItem>> Read(DateOnly? today = null, Person? reader = null)
    {
        await using var session = await World.Database.Read();
        return await HandledItems.Read(
            session,
            reader ?? City.Government,
            2026,
            proposals: false,
            today ?? Today,
            WorkingDayCalendar.Embedded
        );
    }

    private async Task<HandledItem> Of(string unit) => (await Read()).Single(i => i.Unit == City.Unit(unit));

    /// <summary>Signed for on 03-03 under a rule that counts from the assignment (SH) or from the receipt (ZJ).</summary>
    private async Task<string> Accepted(string rules)
    {
        var id = await City.Registered(City.New() with { Rules = rules });
        await World.Act(
            City.Government,
            id,
            City.Assigning(new AssignedUnit(City.Unit(World.Education), HandlingDuty.Sole))
        );
        World.Clock.Now = World.At("2026-03-03 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        return id;
    }

    private async Task Extend(string id, string unit)
    {
        var ask = (await World.Ask(id, unit, "handle")).Id;
        await World.Act(City.Government, id, new ExtendDeadline(ask, OneMonth, "市人大代表工委", "方案待审"));
    }

    private async Task PassOn(string id, string from, string to)
    {
        await World.Act(City.Liaison(from), id, new RequestReturn(Suggestion, "不属职责", "其他单位", "局长"));
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        await World.Act(City.Government, id, new RuleReturn(Suggestion, ruling, true, City.Unit(to), "同意"));
    }

    /// <summary>Whoever had one of three roles counted the items of all, also of an office that could not open them.</summary>
    [Fact]
    public async Task An_office_counts_only_what_it_may_open()
    {
        await Accepted("SH-NPC");
        Assert.NotEmpty(await Read(reader: City.Government));
        Assert.NotEmpty(await Read(reader: City.Congress));
        Assert.Empty(await Read(reader: City.Cppcc));
        Assert.Empty(await Read(reader: City.Government with { Unit = City.Unit(World.Finance) }));
    }

    /// <summary>The slow way agrees on every item and unit, whatever happened; each unit reads its own part of it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happened_the_facts_are_those_read_one_by_one(int seed)
    {
        var items = new RandomItems(City, new Random(seed));
        await items.Make(9);
        foreach (var days in new[] { 4, 60, 150 })
        {
            await items.Live(160, days);
            var slow = await SlowFigures.Of(World);
            foreach (var today in new[] { Today.AddDays(-40), Today, Today.AddDays(40) })
            {
                Assert.Equal(Ordered(slow.On(today)), Ordered(await Read(today)));
                var finance = City.Unit(World.Finance);
                Assert.Equal(
                    Ordered(slow.On(today).Where(i => i.Unit == finance)),
                    Ordered(await Read(today, City.Liaison(World.Finance)))
                );
            }
        }
        Assert.Contains("sent", items.Done.Keys);
        Assert.Contains("took over", items.Done.Keys);
        Assert.Contains("extended", items.Done.Keys);
    }

    private static IReadOnlyList<HandledItem> Ordered(IEnumerable<HandledItem> items) =>
        [.. items.OrderBy(i => i.Item, StringComparer.Ordinal).ThenBy(i => i.Unit, StringComparer.Ordinal)];

    [Fact]
    public async Task A_reply_that_was_sent_back_keeps_both_deadlines_of_its_period()
    {
        var id = await Accepted("SH-NPC");
        await Extend(id, World.Education);
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        var sign = (await World.Ask(id, World.Education, "replySign")).Id;
        await World.Act(City.Head, id, new AnswerAsk(sign, new("sendBack", "请写明位置")));
        var item = await Of(World.Education);
        Assert.Equal((new DateOnly(2026, 6, 2), new DateOnly(2026, 7, 2)), (item.OriginalDue, item.ExtendedDue));
    }

    /// <summary>The first reply is measured by the first period, extended or not, whatever the redo is given.</summary>
    [Fact]
    public async Task A_redo_does_not_move_the_deadline_of_the_first_reply()
    {
        var id = await Accepted("SH-NPC");
        await Extend(id, World.Education);
        World.Clock.Now = World.At("2026-06-20 09:00");
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        await City.JudgeByLink(id, Satisfaction.Dissatisfied, "没有解决");
        Assert.Equal(new DateOnly(2026, 7, 20), (await World.Ask(id, World.Education, "handle")).Due);
        var item = await Of(World.Education);
        Assert.Equal((new DateOnly(2026, 6, 2), new DateOnly(2026, 7, 2)), (item.OriginalDue, item.ExtendedDue));
        Assert.Equal(new DateOnly(2026, 6, 20), item.AnsweredOn);
    }

    /// <summary>All in one day: the periods differ by their order, not by the day they started on.</summary>
    [Fact]
    public async Task A_redo_on_the_day_of_the_assignment_is_still_another_period()
    {
        var id = await City.Registered(City.New() with { Rules = "SH-NPC" });
        await World.Act(
            City.Government,
            id,
            City.Assigning(new AssignedUnit(City.Unit(World.Education), HandlingDuty.Sole))
        );
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        await City.JudgeByLink(id, Satisfaction.Dissatisfied, "没有解决");
        Assert.NotEqual(new DateOnly(2026, 6, 2), (await World.Ask(id, World.Education, "handle")).Due);
        Assert.Equal(new DateOnly(2026, 6, 2), (await Of(World.Education)).ExtendedDue);
    }

    /// <summary>The case of the fault: where the rule counts from the receipt, the day of the unit before it was taken.</summary>
    [Fact]
    public async Task A_unit_that_takes_over_is_measured_by_its_own_period()
    {
        var id = await Accepted("ZJ-NPC");
        Assert.Equal(new DateOnly(2026, 6, 3), (await Of(World.Education)).OriginalDue);
        await PassOn(id, World.Education, World.Transport);
        var before = await Of(World.Transport);
        Assert.Equal(((DateOnly?)null, (DateOnly?)null), (before.OriginalDue, before.ExtendedDue));
        World.Clock.Now = World.At("2026-03-10 09:00");
        await City.Answer(id, World.Transport, ItemVocabulary.Accept, new("accept"));
        var item = Assert.Single(await Read());
        Assert.Equal((new DateOnly(2026, 6, 10), new DateOnly(2026, 6, 10)), (item.OriginalDue, item.ExtendedDue));
    }

    /// <summary>From the new assignment (重新交办), or from the first one where the rules say so.</summary>
    [Theory]
    [InlineData("SH-NPC", "2026-06-03")]
    [InlineData("RETURN-KEEPS", "2026-06-02")]
    public async Task A_unit_that_takes_over_is_measured_from_the_day_its_rules_count_from(string rules, string due)
    {
        var id = await Accepted(rules);
        await PassOn(id, World.Education, World.Transport);
        World.Clock.Now = World.At("2026-03-10 09:00");
        await City.Answer(id, World.Transport, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(DateOnly.Parse(due), (await Of(World.Transport)).OriginalDue);
    }

    /// <summary>07:00 of the next day in China is the day before elsewhere.</summary>
    [Fact]
    public async Task A_promise_is_kept_by_its_day_in_China()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        World.Clock.Now = World.At("2026-10-01 07:00");
        await City.Answer(
            id,
            World.Education,
            ItemVocabulary.Commitment,
            new("kept", "建成"),
            new Workflows.Upload("竣工.jpg", "image/jpeg", [1])
        );
        var item = await Of(World.Education);
        Assert.Equal((1, 0), (item.PromisesDue, item.PromisesKept));
    }
}
