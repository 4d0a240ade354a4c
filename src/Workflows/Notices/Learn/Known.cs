using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Notices.Learn;

/// <summary>A short name in the directory of units (单位名录).</summary>
public sealed record KnownAlias(string Alias, string Unit, string? ConfirmedBy);

/// <summary>What an office knows when a document comes in: its units and what its people have confirmed.</summary>
public sealed class Known
{
    private readonly Dictionary<(LearnedKind, string), LearnedRow> _learned;
    private readonly Dictionary<string, KnownAlias> _aliases = new(StringComparer.Ordinal);

    private Known(IReadOnlyCollection<string> units, IEnumerable<KnownAlias> aliases, IReadOnlyList<LearnedRow> learned)
    {
        Units = units.ToHashSet(StringComparer.Ordinal);
        foreach (var alias in aliases)
            _aliases.TryAdd(alias.Alias, alias);
        _learned = learned.ToDictionary(row => (row.Kind, row.Source));
        Learned = learned;
    }

    /// <summary>An office without any past.</summary>
    public static Known Nothing { get; } = new([], [], []);

    /// <summary>Full names of units.</summary>
    public IReadOnlySet<string> Units { get; }

    /// <summary>All that was learned, newest first.</summary>
    public IReadOnlyList<LearnedRow> Learned { get; }

    /// <summary>What was learned of these words, or null.</summary>
    public LearnedRow? Of(LearnedKind kind, string source) => _learned.GetValueOrDefault((kind, source));

    /// <summary>The unit a short name of the directory stands for, or null.</summary>
    public KnownAlias? Alias(string name) => _aliases.GetValueOrDefault(name);

    /// <summary>Reads what the office of that unit knows on that day.</summary>
    public static async Task<Known> Read(Session session, string? office, DateOnly today)
    {
        const string aliases = """
            select a.alias, u.name as unit, a.confirmed_by from unit_alias a join unit u on u.id = a.unit
             where (a.valid_from is null or a.valid_from <= @today) and (a.valid_to is null or a.valid_to >= @today)
            """;
        return new(
            await session.Query<string>("select name from unit"),
            await session.Query<KnownAlias>(aliases, new { today = Moment.Text(today) }),
            await session.Query<LearnedRow>(
                "select * from learned where office_unit = @office order by confirmed_at desc, source",
                new { office }
            )
        );
    }
}
