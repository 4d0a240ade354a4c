namespace JointMeeting.Documents.Recognising;

/// <summary>Which full names a short one may stand for. Candidates for a person to choose from, never a decision.</summary>
public static class ShortNames
{
    /// <summary>市教育局 may be the unit whose name ends so; 市人社局 the one whose letters hold its own in order.</summary>
    public static IReadOnlyList<string> Candidates(string name, IEnumerable<string> units) =>
        UnitNames.NamesNobody(name) || name.Length < 3
            ? []
            :
            [
                .. units.Where(unit =>
                    unit.EndsWith(name, StringComparison.Ordinal)
                    || (unit.IndexOf(name[0]) is >= 0 and var from && UnitNames.MayBeSame(name, unit[from..]))
                ),
            ];

    /// <summary>各区人民政府、有关部门: no single unit.</summary>
    public static bool NamesNobody(string name) => UnitNames.NamesNobody(name);
}
