using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>Why a reading is proposed that the document itself does not give.</summary>
internal static class LearnedWords
{
    public static string Basis(LearnedRow learned) =>
        $"上次由{learned.ConfirmedBy}于{When.Day(Ledger.Moment.DayInChina(learned.ConfirmedAt))}确认"
        + (learned.Times > 1 ? $"，共确认 {learned.Times} 次" : "");

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
