using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>A task of the decomposition as it is typed.</summary>
public sealed class PlannedRow
{
    public string? Clause { get; set; }

    /// <summary>下达为任务. A box that is not ticked posts nothing, so this must not begin as true.</summary>
    public bool Take { get; set; }
    public string? Text { get; set; }
    public string? Lead { get; set; }
    public string? Responsible { get; set; }
    public string? Deadline { get; set; }
    public DateOnly? Date { get; set; }

    /// <summary>convention where the annex lists units without saying who leads.</summary>
    public string Basis { get; set; } = "stated";

    /// <summary>One a line: the day, then what is there by then.</summary>
    public string? Milestones { get; set; }

    /// <summary>Targets that only the body states, one a line.</summary>
    public string? Targets { get; set; }

    /// <summary>What a comparison of annex and body found about it, to be looked at before it is issued.</summary>
    public string? Found { get; set; }

    /// <summary>One row a clause that binds somebody, with the milestones that its words state.</summary>
    public static PlannedRow Of(ClauseRow clause, UnitBook units, DateOnly today) =>
        new()
        {
            Take = true,
            Clause = clause.Id,
            Text = clause.Text.Split('\n')[0],
            Lead = units.Names(clause.LeadUnits),
            Responsible = units.Names(clause.ResponsibleUnits),
            Deadline = clause.DeadlineRaw,
            Date = clause.DeadlineDate,
            Milestones = string.Join('\n', MilestonesIn(clause, today)),
        };

    /// <summary>
    /// Parts of the clause that name a day of their own (2026年5月底前完成选址), a line each: they are of the text that was
    /// signed, so a milestone that changes is a changed clause.
    /// </summary>
    private static IEnumerable<string> MilestonesIn(ClauseRow clause, DateOnly today)
    {
        foreach (var part in clause.Text.Split(['，', ',', '。', '；', ';', '\n'], StringSplitOptions.TrimEntries))
            if (
                TimeMentions.Find(part, today) is [{ Value: { Date: { } day, Raw: var raw } }]
                && day != clause.DeadlineDate
                && part.Replace(raw, "", StringComparison.Ordinal).Trim() is { Length: > 1 } result
                && result != part
            )
                yield return $"{raw} {result}";
    }

    /// <summary>Each clause's targets that none of its rows repeats, at the first of them.</summary>
    public static IReadOnlyList<PlannedRow> WithTargets(
        IReadOnlyList<PlannedRow> rows,
        IReadOnlyList<ClauseRow> clauses
    )
    {
        foreach (var clause in clauses)
        {
            var own = rows.Where(r => r.Clause == clause.Id).ToList();
            if (own.Count > 0)
                own[0].Targets = string.Join('\n', BodyTargets.NotIn(clause.Text, [.. own.Select(r => r.Text ?? "")]));
        }
        return rows;
    }

    /// <summary>It names the row, or the entry of a month plan that the task is a matter of.</summary>
    private static bool IsAbout(ProposedFinding finding, ProposedTask task) =>
        finding.Row is { } row && (task.Number == row || task.Number.StartsWith($"{row}.", StringComparison.Ordinal));

    /// <summary>
    /// The rows of an imported annex, each at the clause whose text holds it. Where the body names several leads all of
    /// them are proposed (联合牵头); whatever differs between body and annex is said.
    /// </summary>
    public static IEnumerable<PlannedRow> Of(
        IReadOnlyList<ProposedTask> annex,
        IReadOnlyList<ProposedFinding> findings,
        IReadOnlyList<ClauseRow> clauses
    )
    {
        var texts = clauses.Select(c => c.Text).ToList();
        foreach (var task in annex)
        {
            var found = findings.Where(f => IsAbout(f, task)).ToList();
            var joint = found.FirstOrDefault(f => f.Kind == "jointLead")?.Units ?? [];
            var lead = joint.Count > 1 ? joint : task.Lead;
            yield return new PlannedRow
            {
                Take = true,
                Clause = ProposedOrigins.HolderOf(task.Text, texts) is { } place ? clauses[place].Id : null,
                Text = task.Text,
                Lead = string.Join('、', lead),
                Responsible = string.Join('、', task.Units.Except(lead)),
                Deadline = task.Deadline?.Repaired ?? task.Deadline?.Raw,
                Date = task.Deadline?.Date,
                Basis = joint.Count > 1 || task.LeadBasis == "stated" ? "stated" : "convention",
                Found = found.Count == 0 ? null : string.Join(' ', found.Select(f => f.Text)),
            };
        }
    }
}
