using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Workflows.Supervision.Figures;

/// <summary>What a number of a document is.</summary>
public enum FigureKind
{
    /// <summary>目标: set, not reached.</summary>
    Target,

    /// <summary>指标: reported as reached by the document.</summary>
    Indicator,
}

/// <summary>A confirmed number of a document as stored; what units report later stands beside it and never replaces it.</summary>
public sealed record FigureRow
{
    public required string Id { get; init; }
    public required string Mechanism { get; init; }
    public required string NoticeCase { get; init; }

    /// <summary>The task it is set for; null where it is for the matter as a whole.</summary>
    public string? Task { get; init; }
    public required int Position { get; init; }
    public required FigureKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The sub-unit it is for; empty where it is for all.</summary>
    public required string Scope { get; init; }

    /// <summary>With its bound and unit; empty where the document sets none.</summary>
    public required string Goal { get; init; }

    /// <summary>Of an indicator; null where the source lost it, which is not zero.</summary>
    public string? Reached { get; init; }
    public string? SourceText { get; init; }

    /// <summary>Day of the document that states it.</summary>
    public DateOnly? StatedOn { get; init; }
    public required string ConfirmedBy { get; init; }
}

/// <summary>Keeps the confirmed targets and indicators of a document.</summary>
internal static class Figures
{
    /// <summary>Writes them; returns how many targets and indicators there are.</summary>
    /// <param name="tasks">Tasks by the number of their row.</param>
    public static async Task<(int Targets, int Indicators)> Keep(
        Step step,
        string mechanism,
        NoticeRow notice,
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlyDictionary<string, string> tasks
    )
    {
        var rows = proposals
            .Where(p => p.IsTaken)
            .Select(p => Row(p, tasks))
            .OfType<FigureRow>()
            .Select(row =>
                row with
                {
                    Id = step.NewId(),
                    Mechanism = mechanism,
                    NoticeCase = notice.CaseId,
                    StatedOn = notice.IssueDate,
                }
            )
            .ToList();
        var kept = new List<FigureRow>();
        foreach (var row in rows)
            if (!await IsThere(step, row))
            {
                await step.Session.Insert("figure", row);
                kept.Add(row);
            }
        return (kept.Count(r => r.Kind is FigureKind.Target), kept.Count(r => r.Kind is FigureKind.Indicator));
    }

    /// <summary>A document that comes again sets nothing twice; what it states as reached on another day is news.</summary>
    private static async Task<bool> IsThere(Step step, FigureRow row)
    {
        var same = await step.Session.Query<FigureRow>(
            "select * from figure where mechanism = @Mechanism and name = @Name and kind = @kind",
            new
            {
                row.Mechanism,
                row.Name,
                kind = row.Kind.ToString(),
            }
        );
        return same.Any(known =>
            (known.Scope, known.Goal, known.Task, known.Reached) == (row.Scope, row.Goal, row.Task, row.Reached)
            && (row.Kind is FigureKind.Target || known.StatedOn == row.StatedOn)
        );
    }

    private static FigureRow? Row(ProposalRow proposal, IReadOnlyDictionary<string, string> tasks)
    {
        if (proposal.Kind is ProposalKind.Target)
        {
            var target = ProposalValues.Read<ProposedTarget>(proposal.Value);
            var task = target.Task is { } number ? tasks.GetValueOrDefault(number) : null;
            return Row(proposal, FigureKind.Target, target.Text, target.Goal) with
            {
                Scope = target.Scope,
                Task = task,
            };
        }
        if (proposal.Kind is not ProposalKind.Indicator)
            return null;
        var reached = ProposalValues.Read<ProposedIndicator>(proposal.Value);
        return Row(proposal, FigureKind.Indicator, reached.Name, reached.Goal) with
        {
            Reached = reached.Reached.Length == 0 ? null : reached.Reached,
        };
    }

    private static FigureRow Row(ProposalRow proposal, FigureKind kind, string name, string goal) =>
        new()
        {
            Id = "",
            Mechanism = "",
            NoticeCase = "",
            Position = proposal.Position,
            Kind = kind,
            Name = name,
            Scope = "",
            Goal = goal,
            SourceText = proposal.SourceText,
            ConfirmedBy = proposal.DecidedBy ?? "",
        };
}
