namespace JointMeeting.Domain.Bodies;

/// <summary>How a name was recognised as a unit.</summary>
public enum UnitMatch
{
    Exact,
    Alias,
    Unknown,
}

/// <summary>What a name means on a day.</summary>
/// <param name="Unit">Null when the name is unknown or stands for several units.</param>
/// <param name="Candidates">The units the name may mean; more than one must be decided by a person.</param>
public sealed record UnitResolution(UnitMatch Match, Unit? Unit, IReadOnlyList<Unit> Candidates);

/// <summary>Finds units by the names that documents use.</summary>
public sealed class UnitDirectory
{
    private readonly ILookup<string, Unit> _byName;
    private readonly ILookup<string, UnitAlias> _byAlias;
    private readonly Dictionary<Guid, Unit> _byId;

    public UnitDirectory(IReadOnlyCollection<Unit> units, IEnumerable<UnitAlias> aliases)
    {
        _byId = units.ToDictionary(u => u.Id);
        _byName = units.ToLookup(u => Plain(u.Name));
        _byAlias = aliases.Where(a => _byId.ContainsKey(a.UnitId)).ToLookup(a => Plain(a.Name));
    }

    /// <summary>A full name wins over an alias; an alias counts only while it is valid on the document's day.</summary>
    public UnitResolution Resolve(string name, DateOnly on)
    {
        var plain = Plain(name);
        Unit[] exact = [.. _byName[plain]];
        if (exact.Length > 0)
            return Found(UnitMatch.Exact, exact);
        return Found(
            UnitMatch.Alias,
            [.. _byAlias[plain].Where(a => a.IsValidOn(on)).Select(a => _byId[a.UnitId]).Distinct()]
        );
    }

    private static UnitResolution Found(UnitMatch match, Unit[] units) =>
        units is [var one] ? new(match, one, units) : new(UnitMatch.Unknown, null, units);

    /// <summary>Spaces inside names come from justified lines and copied tables and mean nothing.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Normalize().Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));
}
