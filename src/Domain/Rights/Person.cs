namespace JointMeeting.Domain.Rights;

/// <summary>What a person is in this system. One account may hold several, but see <see cref="RolesThatMayNotMeet"/>.</summary>
public enum Role
{
    /// <summary>联席会议办公室经办人.</summary>
    OfficeClerk,

    /// <summary>联络员 of a unit.</summary>
    Liaison,

    /// <summary>单位负责人: head of a unit, or a leader who signs.</summary>
    Head,

    /// <summary>系统管理员: accounts; sees no business content.</summary>
    Administrator,

    /// <summary>审计员: verifies the trail.</summary>
    Auditor,

    /// <summary>系统: timers and messages; no account holds it.</summary>
    System,

    /// <summary>人大代表工委: hands over suggestions, judges the replies; handles nothing itself.</summary>
    CongressOffice,

    /// <summary>政协提案委: files proposals, judges the replies; handles nothing itself.</summary>
    CppccOffice,

    /// <summary>政府办建议提案承办科: assigns to units, rules on returns.</summary>
    GovernmentOffice,
}

/// <summary>Someone who acts. For timers it is the system itself.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Name">Name as pages and the trail show it.</param>
/// <param name="Unit">Unit id, or null for an administrator.</param>
/// <param name="Roles">What the account holds.</param>
public sealed record Person(string Id, string Name, string? Unit, IReadOnlySet<Role> Roles)
{
    /// <summary>系统: acts for timers.</summary>
    public static readonly Person System = new("system", "系统", null, new HashSet<Role> { Role.System });

    /// <summary>True where the account holds that role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>办理业务: administrators and auditors do none and see none.</summary>
    public bool DoesBusiness => Roles.Any(r => r is not (Role.Administrator or Role.Auditor or Role.System));

    /// <summary>Short Chinese name of a role.</summary>
    public static string LabelOf(Role role) =>
        role switch
        {
            Role.OfficeClerk => "联席会议办公室",
            Role.Liaison => "联络员",
            Role.Head => "单位负责人",
            Role.Administrator => "系统管理员",
            Role.Auditor => "审计员",
            Role.System => "系统",
            Role.CongressOffice => "人大代表工委",
            Role.CppccOffice => "政协提案委",
            Role.GovernmentOffice => "政府办公室",
        };
}

/// <summary>
/// 三员分立: an account that manages accounts or verifies the trail does no business
/// (设计参照 GB/T 22239-2019 的权限分离要求, 未经测评).
/// </summary>
public static class RolesThatMayNotMeet
{
    /// <summary>The reason these roles may not be held by one account, or null.</summary>
    public static string? Conflict(IReadOnlySet<Role> roles)
    {
        if (roles.Contains(Role.System))
            return "“系统”不能授予任何账号。";
        if (roles.Overlaps([Role.CongressOffice, Role.CppccOffice]) && roles.Count > 1)
            return "“人大代表工委”“政协提案委”评价办理结果，不能兼任承办方或其他角色。";
        var alone = roles.FirstOrDefault(r => r is Role.Administrator or Role.Auditor);
        return roles.Count > 1 && alone is Role.Administrator or Role.Auditor && roles.Contains(alone)
            ? $"“{Person.LabelOf(alone)}”须由专门账号担任，不能兼任其他角色。"
            : null;
    }
}
