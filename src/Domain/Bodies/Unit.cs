namespace JointMeeting.Domain.Bodies;

/// <summary>What sort of body a unit is (单位性质).</summary>
public enum UnitKind
{
    /// <summary>党委部门</summary>
    PartyOrgan,

    /// <summary>政府部门</summary>
    GovernmentDepartment,

    /// <summary>垂直管理单位, such as a tax bureau: addressed, but not under the local government.</summary>
    VerticalOrgan,

    /// <summary>群团组织</summary>
    MassOrganisation,

    /// <summary>学校</summary>
    School,

    /// <summary>开发区管委会</summary>
    DevelopmentZone,

    /// <summary>人民政府, which may hold a seat through a deputy secretary-general.</summary>
    Government,
}

/// <summary>A body that can be a member, be asked, or be given a task (单位).</summary>
public sealed record Unit(Guid Id, string Name, UnitKind Kind);

/// <summary>
/// A short or former name (简称, 曾用名), valid from <paramref name="From"/> to <paramref name="To"/>, both included;
/// null is open. After a reform one short name may pass to another unit.
/// </summary>
public sealed record UnitAlias(Guid UnitId, string Name, DateOnly? From = null, DateOnly? To = null)
{
    public bool IsValidOn(DateOnly date) => !(date < From) && !(date > To);
}

/// <summary>The Chinese names of the kinds of unit.</summary>
public static class UnitKinds
{
    public static string Label(UnitKind kind) =>
        kind switch
        {
            UnitKind.PartyOrgan => "党委部门",
            UnitKind.GovernmentDepartment => "政府部门",
            UnitKind.VerticalOrgan => "垂直管理单位",
            UnitKind.MassOrganisation => "群团组织",
            UnitKind.School => "学校",
            UnitKind.DevelopmentZone => "开发区",
            UnitKind.Government => "人民政府",
        };

    /// <summary>
    /// The kind a name suggests, for units nobody has classified. A guess: it orders lists and decides nothing.
    /// </summary>
    public static UnitKind Suggest(string name) =>
        name switch
        {
            _ when name.EndsWith("人民政府", StringComparison.Ordinal) => UnitKind.Government,
            _ when name.EndsWith("管委会", StringComparison.Ordinal) => UnitKind.DevelopmentZone,
            _ when Ends(name, "大学", "学院", "学校", "中专", "中学", "小学") => UnitKind.School,
            _ when Ends(name, "税务局", "海关", "气象局") => UnitKind.VerticalOrgan,
            _ when Ends(name, "总工会", "团市委", "团委", "妇联", "残联", "工商联") => UnitKind.MassOrganisation,
            _ when name.Contains("市委") || name.Contains("县委") || name.Contains("区委") => UnitKind.PartyOrgan,
            _ => UnitKind.GovernmentDepartment,
        };

    private static bool Ends(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }
}
