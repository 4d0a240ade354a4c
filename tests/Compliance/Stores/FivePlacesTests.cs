using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Shared;
using JointMeeting.Workflows.Proposals.Assign;

namespace JointMeeting.Compliance.Stores;

public sealed class FivePlacesOnSqlite : FivePlacesTests<Sqlite>;

public sealed class FivePlacesOnPostgres : FivePlacesTests<Postgres>;

/// <summary>
/// One list in five places, each item registered, assigned and signed for on the same days. The table was worked out
/// with a wall calendar: 清明 04-04 to 04-06, 劳动节 05-01 to 05-05 with Saturday 05-09 worked, 端午 06-19 to 06-21,
/// 国庆 10-01 to 10-07.
/// </summary>
public abstract class FivePlacesTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    /// <summary>Number, day of assignment, day of signing, the date that a notice fixes.</summary>
    private static readonly (string Number, string Assigned, string Signed, string? Fixed)[] List =
    [
        ("1", "2026-03-02", "2026-03-03", null),
        ("2", "2026-03-31", "2026-04-02", "2026-06-25"),
        ("3", "2026-05-29", "2026-06-01", null),
        ("4", "2026-07-01", "2026-07-03", null),
    ];

    /// <summary>Last day of the period and day it rolls to, of the co-handler's opinion and of the reply.</summary>
    private const string Table = """
        SH-NPC 1 04-02 04-02 06-02 06-02
        SH-NPC 2 04-30 04-30 06-25 06-25
        SH-NPC 3 06-29 06-29 08-29 08-31
        SH-NPC 4 08-01 08-03 10-01 10-08
        CQ-NPC 1 04-14 04-14 06-02 06-02
        CQ-NPC 2 05-15 05-15 06-25 06-25
        CQ-NPC 3 07-13 07-13 08-29 08-31
        CQ-NPC 4 08-12 08-12 10-01 10-08
        ZJ-NPC 1 05-02 05-06 06-03 06-03
        ZJ-NPC 2 05-31 06-01 06-25 06-25
        ZJ-NPC 3 07-29 07-29 09-01 09-01
        ZJ-NPC 4 09-01 09-01 10-03 10-08
        SD-NPC 1 04-02 04-02 06-02 06-02
        SD-NPC 2 04-30 04-30 06-25 06-25
        SD-NPC 3 06-29 06-29 08-29 08-31
        SD-NPC 4 08-01 08-03 10-01 10-08
        HA-NPC 1 05-02 05-06 06-03 06-03
        HA-NPC 2 05-31 06-01 06-25 06-25
        HA-NPC 3 07-29 07-29 09-01 09-01
        HA-NPC 4 09-01 09-01 10-03 10-08
        """;

    [Fact]
    public async Task One_list_has_in_five_places_the_dates_of_the_table_unrolled_and_rolled()
    {
        var expected = Table.Split('\n', StringSplitOptions.TrimEntries);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, assigned, signed, fixedOn) in List)
        {
            World.Clock.Now = World.At($"{assigned} 09:00");
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var place in expected.Select(e => e.Split(' ')[0]).Distinct())
                ids[place] = await Assign(place, number, Day(assigned), fixedOn is null ? null : Day(fixedOn));
            World.Clock.Now = World.At($"{signed} 09:00");
            foreach (var (place, id) in ids)
            {
                await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
                found[$"{place} {number}"] = $"{await Dates(id, "coOpinion")} {await Dates(id, "reply")}";
            }
        }
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(f => $"{f.Key} {f.Value}"));
    }

    private async Task<string> Assign(string place, string number, DateOnly on, DateOnly? fixedOn)
    {
        var item = City.New(number) with { SessionName = $"五届三次 {place}", Rules = place, ReceivedOn = on };
        var id = await City.Registered(item);
        await World.Act(
            City.Government,
            id,
            new AssignItem(Domain.Rights.CaseKind.Suggestion, City.HostAndCo(), on, fixedOn)
        );
        return id;
    }

    private async Task<string> Dates(string id, string rule)
    {
        var (unrolled, due) = (
            await World.Rows<(string, string)>(
                "select unrolled, due from clock where case_id = @id and rule = @rule",
                new { id, rule }
            )
        ).Single();
        return $"{unrolled[5..]} {due[5..]}";
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
