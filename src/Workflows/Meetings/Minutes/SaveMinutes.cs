using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Meetings.Minutes;

/// <summary>One clause of minutes as the drafter hands it in; minutes have one level.</summary>
/// <param name="Before">The clause it comes from in the text the drafter saw; null where new.</param>
/// <param name="WordingOnly">文字性修改; ignored where units or deadline changed, which is always substantive.</param>
public sealed record MinutesClause(
    string? Before,
    ClauseMark Mark,
    string Text,
    IReadOnlyList<string> LeadUnits,
    IReadOnlyList<string> ResponsibleUnits,
    StatedDeadline? Deadline,
    bool WordingOnly
);

/// <summary>保存纪要.</summary>
/// <param name="SeenVersion">Id of the version the drafter saw; null where there was none.</param>
/// <param name="SeenAt">When that version was last saved, as the form carried it.</param>
public sealed record SaveMinutes(string? SeenVersion, string? SeenAt, IReadOnlyList<MinutesClause> Clauses)
    : ActionCommand(Actions.SaveMinutes)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var version = await SaveText.Of(
            step,
            MeetingRegistrations.Minutes,
            new(SeenVersion, SeenAt),
            [.. Clauses.Select(AsWritten)]
        );
        step.Say($"保存纪要第 {version.Number} 稿，{Clauses.Count} 条", Clauses.Select(c => new { c.Mark, c.Text }));
    }

    private static WrittenClause AsWritten(MinutesClause clause) =>
        new(
            clause.Before is { } before ? [before] : [],
            1,
            clause.Mark,
            clause.Text,
            clause.LeadUnits,
            clause.ResponsibleUnits,
            clause.Deadline,
            clause.WordingOnly
        );
}
