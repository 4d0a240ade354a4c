using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Bulk;

/// <summary>One item of a job as handed in.</summary>
/// <param name="CaseId">The case to act on; null where the work opens one.</param>
/// <param name="Payload">What to do, in the form of its kind.</param>
public sealed record BulkWork(string Label, string? CaseId, string Payload);

/// <summary>批量办理: writes the job down; it is then done item by item, each a step of its own, and survives a kill.</summary>
public sealed record StartBulk(string JobId, string Kind, string Label, IReadOnlyList<BulkWork> Work)
    : ActionCommand(ProposalActions.StartBulk)
{
    private const int Most = 20_000;

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Work.Count is 0 or > Most)
            throw new Refusal(Work.Count == 0 ? "没有选择任何件。" : $"一次最多 {Most} 件，请分批办理。");
        await step.Session.Insert(
            "bulk_job",
            new BulkJobRow
            {
                Id = JobId,
                Kind = Kind,
                Label = Label,
                Account = step.Actor.Id,
                ByName = step.Actor.Name,
                Total = Work.Count,
                MadeAt = step.Now,
            }
        );
        foreach (var (work, index) in Work.Select((w, i) => (w, i)))
            await step.Session.Insert(
                "bulk_item",
                new BulkItemRow
                {
                    Job = JobId,
                    Position = index + 1,
                    Label = work.Label,
                    CaseId = work.CaseId,
                    Payload = work.Payload,
                    State = BulkState.Queued,
                }
            );
        step.Say($"发起批量办理“{Label}”，{Work.Count} 件", new { JobId, Kind });
    }
}
