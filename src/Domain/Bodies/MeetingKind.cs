namespace JointMeeting.Domain.Bodies;

/// <summary>Kinds of meeting (会议类型).</summary>
public enum MeetingKind
{
    /// <summary>全体会议</summary>
    Plenary,

    /// <summary>专题会议</summary>
    Special,

    /// <summary>联络员会议</summary>
    Liaison,

    /// <summary>局际协商会, between the lead unit and the units concerned, below the joint meeting itself.</summary>
    Bureau,
}

/// <summary>Who attends a kind of meeting (参会范围).</summary>
public enum Attendance
{
    AllMembers,

    /// <summary>Members concerned; others and experts may be invited.</summary>
    MembersConcerned,
    LiaisonOfficers,
    UnitsConcerned,
}

/// <summary>What comes out of a meeting (会议成果).</summary>
public enum MeetingOutput
{
    Minutes,
    SpecialMinutes,
    Record,
    ConsultationRecord,
}

/// <summary>The defaults of a kind of meeting.</summary>
/// <param name="ConvenedBy">Roles that convene it in their own right.</param>
/// <param name="WhenAuthorised">Roles that convene it when the convenor authorises them.</param>
/// <param name="ByLeadUnit">Whether the lead unit convenes it without any role.</param>
/// <param name="TimesAYear">Default number a year; null is as needed.</param>
public sealed record MeetingKindRule(
    string Label,
    IReadOnlyList<MechanismRole> ConvenedBy,
    IReadOnlyList<MechanismRole> WhenAuthorised,
    bool ByLeadUnit,
    Attendance Attendance,
    MeetingOutput Output,
    int? TimesAYear
)
{
    public bool MayConvene(MechanismRole role, bool authorised) =>
        ConvenedBy.Contains(role) || (authorised && WhenAuthorised.Contains(role));
}

/// <summary>
/// Who convenes, who attends and what comes out, after the common text of founding notices (national: a plenary once a
/// year in principle, 国函〔2018〕144号; Gansu and Fujian every half-year). All are defaults an office may change.
/// </summary>
public static class MeetingKinds
{
    private const MechanismRole Chief = MechanismRole.ChiefConvenor;
    private const MechanismRole Convenor = MechanismRole.Convenor;
    private const MechanismRole Deputy = MechanismRole.DeputyConvenor;

    public static MeetingKindRule Rule(MeetingKind kind) =>
        kind switch
        {
            MeetingKind.Plenary => new(
                "全体会议",
                [Chief, Convenor],
                [Deputy],
                ByLeadUnit: false,
                Attendance.AllMembers,
                MeetingOutput.Minutes,
                TimesAYear: 2
            ),
            MeetingKind.Special => new(
                "专题会议",
                [Chief, Convenor, Deputy],
                [],
                ByLeadUnit: false,
                Attendance.MembersConcerned,
                MeetingOutput.SpecialMinutes,
                TimesAYear: null
            ),
            MeetingKind.Liaison => new(
                "联络员会议",
                [MechanismRole.OfficeDirector],
                [],
                ByLeadUnit: false,
                Attendance.LiaisonOfficers,
                MeetingOutput.Record,
                TimesAYear: 4
            ),
            MeetingKind.Bureau => new(
                "局际协商会",
                [],
                [],
                ByLeadUnit: true,
                Attendance.UnitsConcerned,
                MeetingOutput.ConsultationRecord,
                TimesAYear: null
            ),
        };

    public static string Label(Attendance attendance) =>
        attendance switch
        {
            Attendance.AllMembers => "全体成员",
            Attendance.MembersConcerned => "有关成员,可邀请其他单位和专家",
            Attendance.LiaisonOfficers => "各成员单位联络员",
            Attendance.UnitsConcerned => "有关单位",
        };

    public static string Label(MeetingOutput output) =>
        output switch
        {
            MeetingOutput.Minutes => "会议纪要",
            MeetingOutput.SpecialMinutes => "专题会议纪要",
            MeetingOutput.Record => "会议记录",
            MeetingOutput.ConsultationRecord => "协商记录",
        };
}
