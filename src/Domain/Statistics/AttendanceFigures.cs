namespace JointMeeting.Domain.Statistics;

/// <summary>How a unit that was due at a meeting was there.</summary>
public enum Presence
{
    /// <summary>The member in person.</summary>
    InPerson,

    /// <summary>派员代会: somebody in the member's place, nobody else of the unit.</summary>
    StandIn,

    /// <summary>请假: said so beforehand, and nobody came.</summary>
    OnLeave,

    /// <summary>Nobody came and nobody had said so.</summary>
    Absent,
}

/// <summary>A unit that was due at a meeting that was held.</summary>
public sealed record InvitedUnit(string Meeting, string Unit, Presence Presence);

/// <summary>
/// 会议出席率, and 代会率 apart from it. Due is who was sent the notice (通知). No rule on a quorum or on this rate exists
/// above the office; a stand-in counts as present, as founding notices allow one (成员因故不能出席的,可委托有关负责同志参加).
/// </summary>
public static class AttendanceFigures
{
    /// <summary>会议出席率.</summary>
    public static readonly Indicator<InvitedUnit> Attendance = Indicator.Counting<InvitedUnit>(
        "attendance",
        "会议出席率",
        "到会(含代会)单位次数 ÷ 应到单位次数(收到会议通知的单位;请假、未到的计入)",
        _ => true,
        IsPresent
    );

    /// <summary>代会率: of those that were there.</summary>
    public static readonly Indicator<InvitedUnit> StandIns = Indicator.Counting<InvitedUnit>(
        "standIns",
        "代会率",
        "仅由代会人到会的单位次数 ÷ 到会单位次数",
        IsPresent,
        i => i.Presence == Presence.StandIn
    );

    /// <summary>Both, in the order of a report.</summary>
    public static readonly IReadOnlyList<Indicator<InvitedUnit>> All = [Attendance, StandIns];

    /// <summary>What people call it.</summary>
    public static string Label(Presence presence) =>
        presence switch
        {
            Presence.InPerson => "本人到会",
            Presence.StandIn => "派员代会",
            Presence.OnLeave => "请假",
            Presence.Absent => "未到会",
        };

    /// <summary>应到 by how they were there, as shares that add up to 100%.</summary>
    public static IReadOnlyList<Share> Parts(IReadOnlyCollection<InvitedUnit> invited) =>
        Shares.Of([.. Enum.GetValues<Presence>().Select(p => (Label(p), invited.Count(i => i.Presence == p)))]);

    private static bool IsPresent(InvitedUnit invited) => invited.Presence is Presence.InPerson or Presence.StandIn;
}
