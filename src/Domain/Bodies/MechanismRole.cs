namespace JointMeeting.Domain.Bodies;

/// <summary>What a seat is within the mechanism.</summary>
public enum MechanismRole
{
    /// <summary>总召集人</summary>
    ChiefConvenor,

    /// <summary>召集人, usually the deputy mayor in charge.</summary>
    Convenor,

    /// <summary>副召集人</summary>
    DeputyConvenor,

    /// <summary>成员, the person who represents a member unit.</summary>
    Member,

    /// <summary>办公室主任, usually a deputy head of the lead bureau.</summary>
    OfficeDirector,

    /// <summary>联络员, normally the head of an internal section.</summary>
    LiaisonOfficer,
}

/// <summary>The Chinese names of the roles, both ways.</summary>
public static class MechanismRoles
{
    public static string Label(MechanismRole role) =>
        role switch
        {
            MechanismRole.ChiefConvenor => "总召集人",
            MechanismRole.Convenor => "召集人",
            MechanismRole.DeputyConvenor => "副召集人",
            MechanismRole.Member => "成员",
            MechanismRole.OfficeDirector => "办公室主任",
            MechanismRole.LiaisonOfficer => "联络员",
        };

    /// <summary>The role with exactly this label; null for any other text.</summary>
    public static MechanismRole? Of(string label)
    {
        foreach (var role in Enum.GetValues<MechanismRole>())
            if (Label(role) == label)
                return role;
        return null;
    }
}
