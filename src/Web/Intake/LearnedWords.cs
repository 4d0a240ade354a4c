using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>Why a reading is proposed that the document itself does not give.</summary>
internal static class LearnedWords
{
    public static string Basis(LearnedRow learned) =>
        $"上次由{learned.ConfirmedBy}于{When.Day(Ledger.Moment.DayInChina(learned.ConfirmedAt))}确认"
        + (learned.Times > 1 ? $"，共确认 {learned.Times} 次" : "");

    public static string Basis(KnownAlias alias) =>
        "单位名录中的简称" + (alias.ConfirmedBy is { } who ? $"，由{who}确认" : "");

    /// <summary>Several reasons as one text; null where there is none.</summary>
    public static string? Joined(params ReadOnlySpan<string?> reasons)
    {
        var all = new List<string>();
        foreach (var reason in reasons)
            if (reason is not null)
                all.Add(reason);
        return all.Count == 0 ? null : string.Join("；", all);
    }
}
