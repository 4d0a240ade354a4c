using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Supervision;
using JointMeeting.Workflows.Supervision.Milestones;

namespace JointMeeting.Workflows.Notices;

/// <summary>Opens confirmed rows as tasks, whether a mechanism is founded with them or takes them over.</summary>
/// <param name="parent">The case they are opened under.</param>
/// <param name="notice">The imported document's case.</param>
/// <param name="asOf">截至日期 of a running ledger, whose word is kept beside each task; null where the document is none.</param>
internal sealed class RowTasks(Step parent, string mechanism, string notice, DateOnly? asOf)
{
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);

    /// <summary>Opens one; what was past or over is 历史待核 and asks nobody. Returns its case.</summary>
    public async Task<string> Open(PlannedRow planned)
    {
        var lead = await Ids(planned.Lead);
        var entry = planned.Row.Ledger;
        return await OpenTask.Under(
            parent,
            new NewTask(
                planned.Row.Number,
                planned.Row.Text,
                lead,
                planned.Row.LeadBasis,
                [.. (await Ids(planned.Responsible)).Except(lead)],
                planned.Deadline,
                planned.Fate is RowFate.Judge,
                mechanism,
                SourceClause: null
            )
            {
                TakenOver = asOf is { } day
                    ? new(notice, day, planned.Status, entry?.StatusRaw, entry?.Progress, entry?.More, planned.Key)
                    : null,
                Milestones = [.. planned.Row.Milestones.Select(step => Milestone(step, planned))],
            }
        );
    }

    private NewMilestone Milestone(ProposedMilestone step, PlannedRow planned) =>
        new(step.Text, step.Raw, step.Date)
        {
            PastAtImport = planned.Fate is RowFate.Judge || step.Date < parent.Today,
        };

    private async Task<IReadOnlyList<string>> Ids(IEnumerable<string> names)
    {
        var ids = new List<string>();
        foreach (var name in names)
        {
            if (!_units.TryGetValue(name, out var id))
                _units[name] = id = await Units.FindOrCreate(parent, name);
            ids.Add(id);
        }
        return [.. ids.Distinct()];
    }
}
