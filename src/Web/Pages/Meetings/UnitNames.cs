using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>Units by every name they go by today.</summary>
public static class UnitNames
{
    private const string AllNames = """
        select name, id, 0 as place from unit
        union all select alias, unit, 1 from unit_alias
         where (valid_from is null or valid_from <= @today) and (valid_to is null or valid_to >= @today)
         order by place
        """;

    /// <summary>Ids by name and by confirmed alias; a full name goes before another unit's alias.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Read(Session session, DateOnly today)
    {
        var rows = await session.Query<(string Name, string Id, int Place)>(
            AllNames,
            new { today = Moment.Text(today) }
        );
        return rows.GroupBy(r => r.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
    }

    /// <summary>The names of a typed list: separated by 、 or a comma, semicolon or white space.</summary>
    public static IEnumerable<string> Split(string? names) =>
        (names ?? "").Split(
            ['、', '，', ',', '；', ';', ' ', '　', '\t'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
