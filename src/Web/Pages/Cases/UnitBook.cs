using JointMeeting.Ledger;
using JointMeeting.Workflows.House;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>Names and telephones of all units, read once per page.</summary>
public sealed class UnitBook
{
    private readonly Dictionary<string, UnitRow> _units;

    private UnitBook(IEnumerable<UnitRow> units) => _units = units.ToDictionary(u => u.Id, StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    public static async Task<UnitBook> Read(Session session) =>
        new(await session.Query<UnitRow>("select * from unit order by name"));

    /// <summary>All units, in name order.</summary>
    public IEnumerable<UnitRow> All => _units.Values;

    /// <summary>The name people read.</summary>
    public string Name(string? unit) =>
        unit is null ? "—"
        : _units.TryGetValue(unit, out var row) ? row.Name
        : unit;

    /// <summary>Names of a stored list of units that have work to do: one that ended by that day names who carries on.</summary>
    public string NamesOn(DateOnly day, string ids) =>
        string.Join("、", Rows.Split(ids).Select(unit => Name(unit) + CarriedOnBy(unit, day)));

    private string CarriedOnBy(string unit, DateOnly day) =>
        _units.TryGetValue(unit, out var row) && row.Successor is { } next && row.ValidTo < day
            ? $"（已撤销，由{Name(next)}承接）"
            : "";

    /// <summary>The telephone of the unit, or null.</summary>
    public string? Phone(string unit) => _units.GetValueOrDefault(unit)?.Phone;

    /// <summary>Names of a stored list of units, with 、 between them.</summary>
    public string Names(string ids) => string.Join("、", Rows.Split(ids).Select(Name));
}
