using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Meetings.Minutes;

/// <summary>One clause as the drafter hands it in.</summary>
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

/// <summary>
/// 保存纪要. A text nobody was asked about yet is changed in place; a locked one gets a next version whose clauses are
/// linked to the ones they come from, so that only affected signatures fall.
/// </summary>
/// <param name="SeenVersion">Id of the version the drafter saw; null where there was none.</param>
/// <param name="SeenAt">When that version was last saved, as the form carried it.</param>
public sealed record SaveMinutes(string? SeenVersion, string? SeenAt, IReadOnlyList<MinutesClause> Clauses)
    : ActionCommand(Actions.SaveMinutes)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Clauses.All(c => string.IsNullOrWhiteSpace(c.Text)))
            throw new Refusal("纪要没有内容，请至少填写一条。");
        await Units.RefuseUnknown(step, Clauses.SelectMany(c => c.LeadUnits.Concat(c.ResponsibleUnits)));
        var latest = await step.Session.Latest(step.CaseId, MeetingRegistrations.Minutes);
        if (latest?.Id != SeenVersion || (latest is not null && Moment.Text(latest.MadeAt) != SeenAt))
            throw new Refusal("纪要已被他人修改，您看到的不是最新内容。请复制您的改动，刷新页面后再合并保存。");
        var (version, before) = latest is { LockedAt: null }
            ? await ChangeInPlace(step, latest)
            : await NextVersion(step, latest);
        await Write(step, version, before);
        step.Say($"保存纪要第 {version.Number} 稿，{Clauses.Count} 条", Clauses.Select(c => new { c.Mark, c.Text }));
    }

    private static async Task<(TextVersionRow, IReadOnlyList<ClauseRow>)> NextVersion(Step step, TextVersionRow? latest)
    {
        var version = new TextVersionRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Kind = MeetingRegistrations.Minutes,
            Number = (latest?.Number ?? 0) + 1,
            MadeBy = step.Actor.Name,
            MadeAt = step.Now,
        };
        await step.Session.Insert("text_version", version);
        return (version, latest is null ? [] : await step.Session.Clauses(latest.Id));
    }

    private static async Task<(TextVersionRow, IReadOnlyList<ClauseRow>)> ChangeInPlace(Step step, TextVersionRow draft)
    {
        var before = await step.Session.Clauses(draft.Id);
        await step.Session.Execute("delete from clause where version = @Id", new { draft.Id });
        await step.Session.Execute(
            "update text_version set made_at = @at, made_by = @Name where id = @Id",
            new
            {
                draft.Id,
                step.Actor.Name,
                at = Moment.Text(step.Now),
            }
        );
        return (draft, before);
    }

    private async Task Write(Step step, TextVersionRow version, IReadOnlyList<ClauseRow> before)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (clause, index) in Clauses.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select((c, i) => (c, i)))
        {
            var old = before.FirstOrDefault(b => b.Id == clause.Before && kept.Add(b.Id));
            var inPlace = old?.Version == version.Id;
            var row = Row(inPlace ? old!.Id : step.NewId(), version.Id, index + 1, clause);
            await step.Session.Insert("clause", row);
            if (old is not null && !inPlace)
                await Link(step, old.Id, old, row, clause);
            else if (old is not null)
                await Relink(step, row, clause);
        }
        var dropped = before.Where(b => b.Version == version.Id && !kept.Contains(b.Id));
        foreach (var gone in dropped)
            await step.Session.Execute("delete from clause_link where to_clause = @Id", new { gone.Id });
    }

    /// <summary>A further save of the same draft judges the change anew against the clause everybody saw last.</summary>
    private static async Task Relink(Step step, ClauseRow row, MinutesClause clause)
    {
        var origin = await step.Session.One<ClauseRow>(
            "select c.* from clause c join clause_link l on l.from_clause = c.id where l.to_clause = @Id",
            new { row.Id }
        );
        if (origin is null)
            return;
        await step.Session.Execute("delete from clause_link where to_clause = @Id", new { row.Id });
        await Link(step, origin.Id, origin, row, clause);
    }

    private static Task Link(Step step, string from, ClauseRow old, ClauseRow now, MinutesClause clause)
    {
        var same = old.Hash == now.Hash;
        var dutyChanged = old.Mark != now.Mark || Duty(old) != Duty(now);
        return step.Session.Insert(
            "clause_link",
            new ClauseLinkRow
            {
                FromClause = from,
                ToClause = now.Id,
                Kind = same ? LinkKind.Moved : LinkKind.Edited,
                Substantive = dutyChanged || (!same && !clause.WordingOnly),
            }
        );
    }

    /// <summary>Who must do it by when, whatever the wording.</summary>
    private static string Duty(ClauseRow clause) => (clause.AsText() with { Text = "" }).Hash();

    private static ClauseRow Row(string id, string version, int position, MinutesClause clause) =>
        new()
        {
            Id = id,
            Version = version,
            Position = position,
            Level = 1,
            Mark = clause.Mark,
            Text = clause.Text.Trim(),
            LeadUnits = Rows.Join(clause.LeadUnits),
            ResponsibleUnits = Rows.Join(clause.ResponsibleUnits.Except(clause.LeadUnits)),
            DeadlineRaw = clause.Deadline?.Raw,
            DeadlineKind = clause.Deadline?.Kind,
            DeadlineDate = clause.Deadline?.Date,
            Hash = new ClauseText(
                clause.Text,
                clause.LeadUnits,
                [.. clause.ResponsibleUnits.Except(clause.LeadUnits)],
                clause.Deadline
            ).Hash(),
        };
}
