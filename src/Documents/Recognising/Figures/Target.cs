namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A number a plan sets itself (目标).</summary>
/// <param name="Clause">Number of its clause, null outside clauses.</param>
/// <param name="Row">Number of its task row, null outside the table.</param>
/// <param name="Name">Of what, where a table says so.</param>
/// <param name="Scope">The sub-unit it is set for (各区县任务分配), null where it is for all.</param>
/// <param name="Values">Several where one verb governs them (建设6个…、2个…).</param>
public sealed record Target(
    int? Clause,
    int? Row,
    string Section,
    string? Name,
    string? Scope,
    string Text,
    string Op,
    IReadOnlyList<decimal> Values,
    string? Unit,
    int Line,
    string? Doubt
);
