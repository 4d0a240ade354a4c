using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Moves a case along its trunk and keeps its visits in step with the flow.</summary>
internal static class Travel
{
    /// <summary>Makes the move: leaves, enters, ends.</summary>
    /// <param name="kept">Answers that the round of the step it comes to begins with, by unit (撤回).</param>
    public static async Task Make(
        Step step,
        Move move,
        EnteredBy how,
        string outcome,
        string? comeBackTo,
        IReadOnlyDictionary<string, AnswerRow>? kept = null
    )
    {
        var row = step.File.Row;
        var rules = await Answers(step);
        var advanced = step.Steps.FlowOf(row).Advance(step.File.Lifecycle, row.FlowState, move, rule => rules[rule]);
        step.File.Row = row with { FlowState = advanced.State };
        foreach (var node in advanced.Left)
            await Leave(step, node, outcome);
        if (advanced.EndedAt is { } end)
            await End(step, end);
        foreach (var node in advanced.Entered)
            await Enter(step, node, how, comeBackTo, kept);
    }

    private static async Task<Dictionary<string, bool>> Answers(Step step)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var decision in step.File.Lifecycle.Nodes.Values.OfType<Node.Decision>())
            answers[decision.Rule] = await step.Steps.Registry.Rules[decision.Rule](step);
        return answers;
    }

    private static async Task Leave(Step step, string node, string outcome)
    {
        var visit = step.File.OpenVisit(node)!;
        step.File.Visits[step.File.Visits.IndexOf(visit)] = visit with
        {
            LeftAt = step.Now,
            LeftBy = step.Actor.Id,
            Outcome = outcome,
        };
        await step.Session.Execute(
            "update visit set left_at = @at, left_by = @by, outcome = @outcome where id = @Id",
            new
            {
                visit.Id,
                outcome,
                at = Moment.Text(step.Now),
                by = step.Actor.Id,
            }
        );
        if (step.File.Lifecycle.Step(node).Ask is { } round)
            await Settling.Withdraw(step, step.File.Round(visit.Id, round.Vocabulary));
    }

    /// <summary>A step that is switched off is left in the same moment, by the outcome that stands for it.</summary>
    private static async Task Enter(
        Step step,
        string node,
        EnteredBy how,
        string? comeBackTo,
        IReadOnlyDictionary<string, AnswerRow>? kept
    )
    {
        var entered = step.File.Lifecycle.Step(node);
        var visit = new VisitRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Node = node,
            Round = step.File.Visits.Count(v => v.Node == node) + 1,
            EnteredBy = how,
            ComeBackTo = comeBackTo,
            EnteredAt = step.Now,
            Skipped = entered.Off,
        };
        await step.Session.Insert("visit", visit);
        step.File.Visits.Add(visit);
        if (entered is { Off: true, Optional: { } outcome })
        {
            step.Skipped(entered.Title);
            await Make(step, new Move.Complete(node, outcome), EnteredBy.Next, outcome, null);
        }
        else if (entered.Ask is { } round)
            await Opening.Open(step, visit, round, kept);
    }

    /// <summary>终止: every stay ends where it is, and so does the case.</summary>
    public static async Task Cancel(Step step)
    {
        foreach (var visit in step.File.OpenVisits.ToList())
            await Leave(step, visit.Node, "cancelled");
        await End(step, "cancelled");
    }

    /// <summary>The case is over; sub-cases that block it must be over before.</summary>
    public static async Task End(Step step, string end)
    {
        const string open =
            "select count(*) from cases where parent = @CaseId and blocks_parent = 1 and closed_at is null";
        var children = await step.Session.Scalar<long>(open, new { step.CaseId });
        if (children > 0)
            throw new Refusal($"还有 {children} 项下级事项没有办结，本事项不能办结。请先办结或销号。");
        await Settling.Withdraw(step, [.. step.File.Asks]);
        step.File.Row = step.File.Row with { ClosedAt = step.Now, Outcome = end };
    }
}
