namespace JointMeeting.Documents.Recognising;

/// <param name="Name">After prefix carry-over, before alias expansion.</param>
/// <param name="Carried">The prefix was carried over from the unit before: inferred, not stated.</param>
/// <param name="Group">A comma among 、 starts a new group (departments, then others).</param>
public sealed record NamedUnit(string Name, bool Carried, int Group);

/// <summary>An expression of responsible units (责任单位).</summary>
/// <param name="Raw">As it stands in the source.</param>
/// <param name="Lead">Only units stated as lead (牵头).</param>
/// <param name="Stated">The number in 等N部门, if one is given.</param>
/// <param name="Time">The time cell inside the same bracket (完成时限:…), if any.</param>
/// <param name="Doubt">Why the list is not certain, in Chinese.</param>
public sealed record UnitList(
    string Raw,
    IReadOnlyList<NamedUnit> Lead,
    IReadOnlyList<NamedUnit> Responsible,
    int? Stated,
    string? Time,
    string? Doubt
)
{
    public static readonly UnitList None = new("", [], [], null, null, null);

    /// <summary>All units in order, lead first, each once.</summary>
    public IReadOnlyList<string> All => [.. Lead.Concat(Responsible).Select(unit => unit.Name).Distinct()];

    public bool IsEmpty => Lead.Count == 0 && Responsible.Count == 0;
}
