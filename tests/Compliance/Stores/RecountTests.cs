using System.Text.Json.Nodes;
using JointMeeting.Domain.Clocks;
using JointMeeting.Shared;
using JointMeeting.Workflows.Timers.Recount;

namespace JointMeeting.Compliance.Stores;

public sealed class RecountOnSqlite : RecountTests<Sqlite>;

public sealed class RecountOnPostgres : RecountTests<Postgres>;

/// <summary>alaveteli#7292, #5101: there a new holiday left running deadlines as they were.</summary>
public abstract class RecountTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    /// <summary>The shipped year with one workday more taken off: 2026-03-19, on which a countersign runs.</summary>
    private static WorkingDayCalendar WithOneDayMoreOff()
    {
        var file = Repository.PathOf("src", "Domain", "Clocks", "Data", "workdays-cn.json");
        var years = JsonNode.Parse(File.ReadAllText(file))!["years"]!.AsArray();
        var year = years.Single(y => (int)y!["year"]! == 2026)!;
        year["offDays"]!
            .AsArray()
            .Add(JsonNode.Parse("""{ "name": "临时放假", "from": "2026-03-19", "to": "2026-03-19" }"""));
        return WorkingDayCalendar.Embedded.WithYear(year.ToJsonString());
    }

    [Fact]
    public async Task A_new_holiday_shows_every_date_it_moves_before_it_moves_any()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, Agree);
        var before = await World.Dump();
        var moved = await RecountDeadlines.Preview(World.Database, WithOneDayMoreOff());
        Assert.Equal(before, await World.Dump());
        Assert.Equal([World.Education, World.Transport], moved.Where(m => m.CaseId == meeting).Select(m => m.UnitName));
        Assert.All(
            moved.Where(m => m.CaseId == meeting),
            m => Assert.Equal((new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 23)), (m.From, m.To))
        );
    }

    [Fact]
    public async Task Applied_the_dates_and_their_timers_move_once()
    {
        var meeting = await World.Circulated();
        var steps = World.StepsBy(WithOneDayMoreOff());
        Assert.True(await RecountDeadlines.Apply(steps, "放假安排调整") > 0);
        Assert.Equal(new DateOnly(2026, 3, 23), (await World.Ask(meeting, World.Finance)).Due);
        Assert.Contains("2026-03-20 → 2026-03-23", (await Timeline(meeting))[^1]);
        Assert.Equal(0, await RecountDeadlines.Apply(steps, "放假安排调整"));
        Assert.Equal(0, await FiredFor(meeting, "2026-03-21 00:00"));
        Assert.Equal(3, await FiredFor(meeting, "2026-03-24 00:00"));
    }
}
