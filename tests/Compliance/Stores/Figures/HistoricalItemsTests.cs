using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Proposals.Statistics;
using JointMeeting.Workflows.Supervision.Judge;

namespace JointMeeting.Compliance.Stores.Figures;

public sealed class HistoricalItemsOnSqlite : HistoricalItemsTests<Sqlite>;

public sealed class HistoricalItemsOnPostgres : HistoricalItemsTests<Postgres>;

/// <summary>What a ledger brought as over is in no rate of this system; it is counted on its own.</summary>
public abstract class HistoricalItemsTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private static readonly DateOnly Midsummer = new(2026, 7, 1);

    [Fact]
    public async Task What_was_over_before_is_in_no_rate_whether_it_is_judged_or_not()
    {
        var judged = await Over("1");
        await Over("2");
        await World.Act(City.Government, judged, new JudgeHistorical(true, "档案"));
        await using var session = await World.Database.Read();
        var items = await HandledItems.Read(
            session,
            City.Government,
            2026,
            proposals: false,
            Midsummer,
            WorkingDayCalendar.Embedded
        );
        Assert.Empty(items);
        Assert.All(Indicators.All(Midsummer, default), f => Assert.Equal(0, f.Of(items).Denominator));
    }

    [Fact]
    public async Task It_is_counted_on_its_own_by_the_offices_around_it_and_by_no_unit()
    {
        var judged = await Over("1");
        await Over("2");
        await Over("3", ItemKind.Proposal);
        await World.Act(City.Government, judged, new JudgeHistorical(true, "档案"));
        foreach (var office in new[] { City.Government, City.Congress })
            Assert.Equal([("1", true), ("2", false)], await Read(office, ofCongress: true));
        Assert.Equal([("3", false)], await Read(City.Cppcc, ofCongress: false));
        Assert.Empty(await Read(City.Cppcc, ofCongress: true));
        Assert.Empty(await Read(City.Liaison(World.Education), ofCongress: true));
    }

    [Fact]
    public async Task What_is_still_to_be_done_is_no_longer_historical()
    {
        var item = await Over("1");
        await World.Act(City.Government, item, new JudgeHistorical(false, "没有找到答复"));
        Assert.Empty(await Read(City.Government, ofCongress: true));
    }

    /// <summary>The case of the fault: what was withdrawn counted as 办结, and nothing told it apart.</summary>
    [Fact]
    public async Task What_ended_unanswered_is_told_apart_among_what_is_closed()
    {
        foreach (
            var item in new[] { await Over("1"), await Over("2", status: ItemLedgerStatus.Withdrawn, raw: "代表撤回") }
        )
            await World.Act(City.Government, item, new JudgeHistorical(true, "档案"));
        await using var session = await World.Database.Read();
        Assert.Equal(
            "2 件（其中台账载明撤回、并案、不予立案或终止的 1 件）",
            HistoricalItem.ClosedLabel(await HistoricalItem.Read(session, City.Government, 2026, ofCongress: true))
        );
    }

    private async Task<IReadOnlyList<(string Number, bool IsClosed)>> Read(Person reader, bool ofCongress)
    {
        await using var session = await World.Database.Read();
        return [.. (await HistoricalItem.Read(session, reader, 2026, ofCongress)).Select(i => (i.Number, i.IsClosed))];
    }

    private Task<string> Over(
        string number,
        ItemKind kind = ItemKind.Suggestion,
        ItemLedgerStatus status = ItemLedgerStatus.Replied,
        string raw = "已答复"
    ) =>
        City.Registered(
            City.New(number, kind) with
            {
                Hosts = [City.Unit(World.Education)],
                Said = new(
                    new(2026, 2, 28),
                    status,
                    raw,
                    null,
                    new(2026, 1, 12),
                    null,
                    new(2026, 2, 3),
                    null,
                    null,
                    "A",
                    "满意",
                    null,
                    null,
                    null,
                    ItemFate.Judge,
                    "台账载明“已答复”"
                ),
            }
        );
}
