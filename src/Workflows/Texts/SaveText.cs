using JointMeeting.Domain;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Texts;

/// <summary>One clause as the drafter hands it in.</summary>
/// <param name="Before">
/// The clauses it comes from in the text the drafter saw: none where new, several where merged; a clause named by
/// several was split.
/// </param>
/// <param name="Level">1 for 一、 to 4 for （1）.</param>
/// <param name="WordingOnly">文字性修改; ignored where units or deadline changed, which is always substantive.</param>
public sealed record WrittenClause(
    IReadOnlyList<string> Before,
    int Level,
    ClauseMark Mark,
    string Text,
    IReadOnlyList<string> LeadUnits,
    IReadOnlyList<string> ResponsibleUnits,
    StatedDeadline? Deadline,
    bool WordingOnly
);

/// <summary>The text as the drafter saw it when the form was opened.</summary>
/// <param name="Version">Id of the version; null where there was none.</param>
/// <param name="At">When that version was last saved, as the form carried it.</param>
public sealed record SeenText(string? Version, string? At);

/// <summary>
/// Saves a text of clauses, minutes and plans alike. A text nobody was asked about yet is changed in place; a locked one
/// gets a next version whose clauses are linked to the ones they come from, so that only affected signatures fall.
/// </summary>
public static class SaveText
{
    /// <summary>Saves it in the step's transaction.</summary>
    /// <param name="amended">Clauses of the text of another case that a first text may come from (修订).</param>
    /// <exception cref="Refusal">It is empty, names a unit nobody knows, or somebody saved meanwhile.</exception>
    public static async Task<TextVersionRow> Of(
        Step step,
        string kind,
        SeenText seen,
        IReadOnlyList<WrittenClause> written,
        IReadOnlyList<ClauseRow>? amended = null
    )
    {
        var clauses = written.Where(c => !string.IsNullOrWhiteSpace(c.Text)).ToList();
        if (clauses.Count == 0)
            throw new Refusal("文稿没有内容，请至少填写一条。");
        await Units.RefuseUnknown(step, clauses.SelectMany(c => c.LeadUnits.Concat(c.ResponsibleUnits)));
        var latest = await step.Session.Latest(step.CaseId, kind);
        if (latest?.Id != seen.Version || (latest is not null && Moment.Text(latest.MadeAt) != seen.At))
            throw new Refusal("文稿已被他人修改，您看到的不是最新内容。请复制您的改动，刷新页面后再合并保存。");
        var before = latest is null ? amended ?? [] : await step.Session.Clauses(latest.Id);
        return latest is { LockedAt: null }
            ? await ChangeInPlace(step, latest, before, clauses)
            : await NextVersion(step, kind, latest, before, clauses);
    }

    private static async Task<TextVersionRow> NextVersion(
        Step step,
        string kind,
        TextVersionRow? latest,
        IReadOnlyList<ClauseRow> before,
        IReadOnlyList<WrittenClause> clauses
    )
    {
        var version = new TextVersionRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Kind = kind,
            Number = (latest?.Number ?? 0) + 1,
            MadeBy = step.Actor.Name,
            MadeAt = step.Now,
        };
        await step.Session.Insert("text_version", version);
        var known = before.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var rows = clauses.Select((c, i) => (Row(step.NewId(), version.Id, i + 1, c), Origins(c, known))).ToList();
        await Write(step, rows, clauses);
        return version;
    }

    /// <summary>A further save of the same draft judges every change anew against the text that everybody saw last.</summary>
    private static async Task<TextVersionRow> ChangeInPlace(
        Step step,
        TextVersionRow draft,
        IReadOnlyList<ClauseRow> before,
        IReadOnlyList<WrittenClause> clauses
    )
    {
        var origins = await OriginsOfDraft(step.Session, draft.Id);
        const string links = """
            delete from clause_link where to_clause in (select id from clause where version = @Id)
            """;
        await step.Session.Execute(links, new { draft.Id });
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
        var free = before.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var rows = new List<(ClauseRow, IReadOnlyList<ClauseRow>)>();
        foreach (var (clause, index) in clauses.Select((c, i) => (c, i)))
        {
            var id = clause.Before is [var only] && free.Remove(only) ? only : step.NewId();
            var from = clause.Before.SelectMany(b => origins[b]).DistinctBy(c => c.Id).ToList();
            rows.Add((Row(id, draft.Id, index + 1, clause), from));
        }
        await Write(step, rows, clauses);
        return draft with { MadeBy = step.Actor.Name, MadeAt = step.Now };
    }

    private static async Task<ILookup<string, ClauseRow>> OriginsOfDraft(Session session, string draft)
    {
        const string into = """
            select l.* from clause_link l join clause c on c.id = l.to_clause where c.version = @draft
            """;
        const string from = """
            select distinct o.* from clause o join clause_link l on l.from_clause = o.id
              join clause c on c.id = l.to_clause where c.version = @draft
            """;
        var clauses = (await session.Query<ClauseRow>(from, new { draft })).ToDictionary(c => c.Id);
        var links = await session.Query<ClauseLinkRow>(into, new { draft });
        return links.ToLookup(l => l.ToClause, l => clauses[l.FromClause], StringComparer.Ordinal);
    }

    private static IReadOnlyList<ClauseRow> Origins(WrittenClause clause, Dictionary<string, ClauseRow> known) =>
        [.. clause.Before.Distinct().Where(known.ContainsKey).Select(b => known[b])];

    private static async Task Write(
        Step step,
        IReadOnlyList<(ClauseRow Now, IReadOnlyList<ClauseRow> From)> rows,
        IReadOnlyList<WrittenClause> clauses
    )
    {
        var successors = rows.SelectMany(r => r.From).CountBy(c => c.Id).ToDictionary(StringComparer.Ordinal);
        foreach (var ((now, from), written) in rows.Zip(clauses))
        {
            await step.Session.Insert("clause", now);
            foreach (var old in from)
                await step.Session.Insert(
                    "clause_link",
                    Link(old, now, successors[old.Id] > 1, from.Count > 1, written.WordingOnly)
                );
        }
    }

    private static ClauseLinkRow Link(ClauseRow old, ClauseRow now, bool split, bool merged, bool wordingOnly)
    {
        var same = old.Hash == now.Hash;
        var dutyChanged = old.Mark != now.Mark || Duty(old) != Duty(now);
        return new ClauseLinkRow
        {
            FromClause = old.Id,
            ToClause = now.Id,
            Kind =
                merged ? LinkKind.Merged
                : split ? LinkKind.Split
                : same ? LinkKind.Moved
                : LinkKind.Edited,
            Substantive = split || merged || dutyChanged || (!same && !wordingOnly),
        };
    }

    /// <summary>Who must do it by when, whatever the wording.</summary>
    private static string Duty(ClauseRow clause) => (clause.AsText() with { Text = "" }).Hash();

    private static ClauseRow Row(string id, string version, int position, WrittenClause clause)
    {
        var responsible = clause.ResponsibleUnits.Except(clause.LeadUnits).ToList();
        return new ClauseRow
        {
            Id = id,
            Version = version,
            Position = position,
            Level = clause.Level,
            Mark = clause.Mark,
            Text = clause.Text.Trim(),
            LeadUnits = Rows.Join(clause.LeadUnits),
            ResponsibleUnits = Rows.Join(responsible),
            DeadlineRaw = clause.Deadline?.Raw,
            DeadlineKind = clause.Deadline?.Kind,
            DeadlineDate = clause.Deadline?.Date,
            Hash = new ClauseText(clause.Text, clause.LeadUnits, responsible, clause.Deadline).Hash(),
        };
    }
}
