namespace JointMeeting.Documents.Recognising;

/// <summary>A duty to report (报送): what, by whom, to whom, how often, with which fields.</summary>
/// <param name="Scope">To whom it is limited (限于公办学校), null where it is not.</param>
/// <param name="ReportersStated">False where the reporters were taken from the clause around it.</param>
/// <param name="Period">yearly, quarterly …; null for once.</param>
/// <param name="Due">The day as written (每季度末月25日前), null where none is stated.</param>
/// <param name="OpenEnded">The list of fields ends with 等.</param>
public sealed record Duty(
    int Number,
    string Name,
    string? Scope,
    string? Reporters,
    bool ReportersStated,
    string? To,
    string? Period,
    ReadTime? Due,
    IReadOnlyList<string> Fields,
    bool OpenEnded,
    int? Clause,
    string Raw,
    int Line
);
