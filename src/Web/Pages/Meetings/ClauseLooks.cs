using JointMeeting.Domain.Texts;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>Words and tones of the clauses of minutes.</summary>
public static class ClauseLooks
{
    /// <summary>议定, 议过未定 or 叙述.</summary>
    public static string Word(ClauseMark mark) =>
        mark switch
        {
            ClauseMark.Narrative => "叙述",
            ClauseMark.Decided => "议定",
            ClauseMark.Discussed => "议过未定",
        };

    /// <summary>Its tone.</summary>
    public static Tone Of(ClauseMark mark) =>
        mark switch
        {
            ClauseMark.Narrative => Tone.Muted,
            ClauseMark.Decided => Tone.Info,
            ClauseMark.Discussed => Tone.Warn,
        };

    /// <summary>Who does it and by when, in one line.</summary>
    public static string Duty(ClauseRow clause, UnitBook units)
    {
        var lead = clause.LeadUnits.Length == 0 ? "牵头单位未定" : $"牵头：{units.Names(clause.LeadUnits)}";
        var with = clause.ResponsibleUnits.Length == 0 ? "" : $"；责任：{units.Names(clause.ResponsibleUnits)}";
        return $"{lead}{with}；时限：{Deadline(clause)}";
    }

    /// <summary>The deadline as stated, with its day where one is known.</summary>
    public static string Deadline(ClauseRow clause) =>
        (clause.DeadlineRaw, clause.DeadlineDate) switch
        {
            (null, _) => "未定",
            ({ } raw, null) => raw,
            ({ } raw, { } day) => raw.Contains(When.Day(day), StringComparison.Ordinal)
                ? raw
                : $"{raw}（{When.Day(day)}）",
        };
}
