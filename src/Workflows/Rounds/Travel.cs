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
    public static async Task Make(Step step, Move move, EnteredBy how, string outcome, string? comeBackTo)
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
            await Enter(step, node, how, comeBackTo);
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
        step.File.Visits[step.File.Visits.IndexOf(visit)] = visit with { LeftAt = step.Now, Outcome = outcome };
        await step.Session.Execute(
            "update visit set left_at = @at, outcome = @outcome where id = @Id",
            new
            {
                visit.Id,
                outcome,
                at = Ledger.Moment.Text(step.Now),
            }
        );
        if (step.File.Lifecycle.Step(node).Ask is { } round)
            await Settling.Withdraw(step, step.File.Round(visit.Id, round.Vocabulary));
    }

    private static async Task Enter(Step step, string node, EnteredBy how, string? comeBackTo)
    {
        var visit = new VisitRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Node = node,
            Round = step.File.Visits.Count(v => v.Node == node) + 1,
            EnteredBy = how,
            ComeBackTo = comeBackTo,
            EnteredAt = step.Now,
        };
        await step.Session.Insert("visit", visit);
        step.File.Visits.Add(visit);
        if (step.File.Lifecycle.Step(node).Ask is { } round)
            await Opening.Open(step, visit, round);
    }

    private static async Task End(Step step, string end)
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
