using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Shared;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;

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

    /// <summary>
    /// Last day and day it rolls to of the reply to a proposal: two months (上海政协), five months at the plenary and three
    /// between sessions from receipt (四川), three months (default). The second one has a fixed date, 06-25.
    /// </summary>
    private const string TableOfProposals = """
        CPPCC-SH-2007/五届三次 1 2026-05-02 2026-05-06
        CPPCC-SH-2007/五届三次 2 2026-05-31 2026-06-01
        CPPCC-SH-2007/五届三次 3 2026-07-29 2026-07-29
        CPPCC-SH-2007/五届三次 4 2026-09-01 2026-09-01
        SC-GOV/五届三次 1 2026-08-03 2026-08-03
        SC-GOV/五届三次 2 2026-06-25 2026-06-25
        SC-GOV/五届三次 3 2026-11-01 2026-11-02
        SC-GOV/五届三次 4 2026-12-03 2026-12-03
        SC-GOV/五届三次闭会期间 1 2026-06-03 2026-06-03
        SC-GOV/五届三次闭会期间 2 2026-06-25 2026-06-25
        SC-GOV/五届三次闭会期间 3 2026-09-01 2026-09-01
        SC-GOV/五届三次闭会期间 4 2026-10-03 2026-10-08
        cppcc/五届三次 1 2026-06-02 2026-06-02
        cppcc/五届三次 2 2026-06-25 2026-06-25
        cppcc/五届三次 3 2026-08-29 2026-08-31
        cppcc/五届三次 4 2026-10-01 2026-10-08
        """;

    /// <summary>The same of complex suggestions: a class of six months (重庆), or the usual three (北京; 四川 from receipt).</summary>
    private const string TableOfComplexItems = """
        CQ-NPC/五届三次 1 2026-09-02 2026-09-02
        CQ-NPC/五届三次 2 2026-06-25 2026-06-25
        CQ-NPC/五届三次 3 2026-11-29 2026-11-30
        CQ-NPC/五届三次 4 2027-01-01 2027-01-04
        BJ-NPC/五届三次 1 2026-06-02 2026-06-02
        BJ-NPC/五届三次 2 2026-06-25 2026-06-25
        BJ-NPC/五届三次 3 2026-08-29 2026-08-31
        BJ-NPC/五届三次 4 2026-10-01 2026-10-08
        SC-GOV/五届三次 1 2026-06-03 2026-06-03
        SC-GOV/五届三次 2 2026-06-25 2026-06-25
        SC-GOV/五届三次 3 2026-09-01 2026-09-01
        SC-GOV/五届三次 4 2026-10-03 2026-10-08
        """;

    [Theory]
    [InlineData(ItemKind.Proposal, TableOfProposals)]
    [InlineData(ItemKind.Suggestion, TableOfComplexItems)]
    public async Task One_list_of_proposals_or_of_complex_items_has_the_dates_of_its_table(ItemKind kind, string table)
    {
        var expected = table.Split('\n', StringSplitOptions.TrimEntries);
        var found = new List<string>();
        foreach (var (number, assigned, signed, fixedOn) in List)
        {
            World.Clock.Now = World.At($"{assigned} 09:00");
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var place in expected.Select(e => e.Split(' ')[0]).Distinct())
                ids[place] = await AssignAs(kind, place, number, Day(assigned), fixedOn is null ? null : Day(fixedOn));
            World.Clock.Now = World.At($"{signed} 09:00");
            foreach (var (place, id) in ids)
            {
                await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
                var due = await World.Rows<(string, string)>(
                    "select unrolled, due from clock where case_id = @id and rule = 'reply' order by id",
                    new { id }
                );
                found.Add($"{place} {number} {due[^1].Item1} {due[^1].Item2}");
            }
        }
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    /// <summary>The rule set stands before the stroke, the session behind it.</summary>
    private async Task<string> AssignAs(ItemKind kind, string place, string number, DateOnly on, DateOnly? fixedOn)
    {
        var (rules, session) = (place.Split('/')[0], place.Split('/')[1]);
        var item = City.New($"{number} {rules}", kind) with { SessionName = session, Rules = rules, ReceivedOn = on };
        var id = await City.Registered(item);
        var caseKind = Workflows.Proposals.Items.CaseKindOf(kind);
        if (kind == ItemKind.Proposal)
            await World.Act(City.Cppcc, id, new FileProposal());
        var complex = kind == ItemKind.Suggestion;
        await World.Act(City.Government, id, new AssignItem(caseKind, City.HostAndCo(), on, fixedOn, complex));
        return id;
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
                "select unrolled, due from clock where case_id = @id and rule = @rule order by id",
                new { id, rule }
            )
        )[^1];
        return $"{unrolled[5..]} {due[5..]}";
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
