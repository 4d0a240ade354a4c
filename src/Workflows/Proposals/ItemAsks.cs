using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals;

/// <summary>The requests of an item.</summary>
public static class AsksOfItem
{
    /// <summary>Those in that vocabulary, the replaced ones left out, in order.</summary>
    public static IReadOnlyList<AskRow> AsksOf(this CaseFile file, Vocabulary vocabulary) =>
        [.. file.Asks.Where(a => a.Vocabulary == vocabulary.Id && a.State != AskState.Replaced)];
}

/// <summary>Requests beside the round of a step: co-opinions, rulings, promises. They outlive the step.</summary>
internal static class ItemAsks
{
    /// <summary>Asks these units in the case's present stay; returns the new requests.</summary>
    public static async Task<IReadOnlyList<AskRow>> Beside(
        Step step,
        Vocabulary vocabulary,
        string rule,
        string subject,
        params IReadOnlyList<Asked> asked
    )
    {
        var round = new RoundInput(vocabulary.Id, "", rule, "all", false, false, null, subject);
        var opened = new List<AskRow>();
        foreach (var to in asked)
            opened.Add(await Opening.Add(step, step.File.OpenVisits.Last(), round, to));
        return opened;
    }

    /// <summary>The request no longer counts; another one, where there is one, takes its place.</summary>
    public static async Task Replace(Step step, AskRow ask, string? by)
    {
        var at = Moment.Text(step.Now);
        await step.Session.Execute(
            "update ask set state = 'Replaced', replaced_by = @by, settled_at = @at where id = @Id",
            new
            {
                ask.Id,
                by,
                at,
            }
        );
        await step.Session.Execute(
            "update timer set done_at = @at where ask_id = @Id and done_at is null",
            new { ask.Id, at }
        );
        step.File.Asks[step.File.Asks.FindIndex(a => a.Id == ask.Id)] = ask with
        {
            State = AskState.Replaced,
            ReplacedBy = by,
        };
        step.Send(ask.Unit, nameof(AskSettled), new AskSettled(step.CaseId, ask.Id, nameof(AskState.Replaced)));
    }
}
